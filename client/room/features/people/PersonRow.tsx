import { Badge, Group, Text } from '@mantine/core'
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { Participant } from '../../../../shared/modules/admission/contract.ts'
import { consultationOf } from '../../../../shared/modules/consultation/contract.ts'
import { channelsFor, spokenInto } from '../../../../shared/modules/interpretation/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useServerNow } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { PersonMenu } from './PersonMenu.tsx'
import type { PersonAct } from './person-acts.ts'
import type { RosterEntry } from './roster.ts'

export const PersonRow = memo(function PersonRow({
  entry,
  onAct,
}: {
  entry: RosterEntry
  onAct: (act: PersonAct) => void
}) {
  const { t } = useTranslation()
  const { participant, name, title } = entry
  const isMe = useSession(({ me }) => me?.participantId === participant.participantId)
  const hasFloor = useSession(({ state }) => state?.floor.holder?.participantId === participant.participantId)
  const isSpotlit = useSession(({ state }) => state?.stage.spotlight === participant.participantId)
  const isInConsultation = useSession(
    ({ state }) => state !== null && consultationOf(state.consultation, participant.participantId) !== undefined,
  )
  const isSilenced = useSession(({ state }) => state?.floor.silenced.includes(participant.participantId) ?? false)
  const isStaff = usePermission('admission.identify')

  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text fw={600}>
          {name}{' '}
          {isMe && (
            <Text span c="dimmed">
              {t('panels.people.me')}
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {[t(`role.${participant.role}`), title].filter(Boolean).join(' · ')}
        </Text>
        <Status participant={participant} />
        {isStaff && participant.identifiedBy !== 'link' && (
          <Text size="sm" c="dimmed">
            {t(`identifiedBy.${participant.identifiedBy}`)}
          </Text>
        )}
        <InterpreterBadge participantId={participant.participantId} />
        {(hasFloor || isSpotlit || isInConsultation || isSilenced) && (
          <Group gap="xs" mt={4}>
            {hasFloor && <Badge tt="none">{t('panels.people.hasFloor')}</Badge>}
            {isSilenced && (
              <Badge tt="none" color="red">
                {t('panels.people.silenced')}
              </Badge>
            )}
            {isInConsultation && (
              <Badge tt="none" color="grape">
                {t('panels.people.inConsultation')}
              </Badge>
            )}
            {isSpotlit && (
              <Badge tt="none" variant="outline">
                {t('panels.people.spotlit')}
              </Badge>
            )}
          </Group>
        )}
      </div>
      {participant.status === 'present' && <Sources participant={participant} />}
      {isStaff && <PersonMenu participant={participant} name={name} isMe={isMe} onAct={onAct} />}
    </div>
  )
})

function InterpreterBadge({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const languages = useSession(
    useShallow(({ state }) =>
      state ? channelsFor(state.interpretation, participantId).map(({ language }) => language) : [],
    ),
  )
  const live = useSession(({ state }) => state && spokenInto(state.interpretation, participantId)?.language)
  if (languages.length === 0) return null
  const names = languages.map((language) => t(`language.${language}`)).join(', ')
  return (
    <Badge tt="none" mt={4} color="teal" variant={live ? 'filled' : 'outline'}>
      {live
        ? t('panels.people.interprets', { language: t(`language.${live}`) })
        : t('panels.people.interpreter', { languages: names })}
    </Badge>
  )
}

function Status({ participant: { status, since } }: { participant: Participant }) {
  const { t } = useTranslation()
  const format = useFormat()
  switch (status) {
    case 'present':
    case 'invited':
      return <Text size="sm">{t(`participantStatus.${status}`)}</Text>
    case 'lost':
      return <Lost since={since} />
    case 'waiting':
    case 'left':
    case 'refused':
    case 'removed':
    case 'withdrawn':
      return (
        <Text size="sm">
          {t('panels.people.statusAt', { status: t(`participantStatus.${status}`), time: format.time(since) })}
        </Text>
      )
  }
}

function Lost({ since }: { since: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useServerNow(10_000)
  return (
    <Text size="sm" c="var(--mantine-color-error)">
      {t('panels.people.lostFor', { duration: format.sinceMinutes(since, now) })}
    </Text>
  )
}

function Sources({ participant: { participantId, role } }: { participant: Participant }) {
  const { t } = useTranslation()
  const sources = useSession(({ live }) => live.sources[participantId])
  if (role === 'observer') return null
  const audio = sources?.audio ?? 'none'
  const video = sources?.video ?? 'none'
  const Microphone = audio === 'live' ? IconMicrophone : IconMicrophoneOff
  const Camera = video === 'live' ? IconVideo : IconVideoOff
  return (
    <Group gap={6} wrap="nowrap" mt={4}>
      <Microphone size={20} role="img" aria-label={t(`panels.people.audio.${audio}`)} />
      <Camera size={20} role="img" aria-label={t(`panels.people.video.${video}`)} />
    </Group>
  )
}
