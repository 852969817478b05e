// Staff take some people aside: who, since when, and the end of it.
import { Button, Checkbox, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { Consultation } from '../../../../shared/modules/consultation/contract.ts'
import { isRunning } from '../../../../shared/modules/session/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { personIn, unknownName, useName, useParticipant, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { canBeTakenAside, goingOn } from './taken-aside.ts'

export function ConsultationPanel() {
  const { t } = useTranslation()
  const isSessionRunning = useSession(({ state }) => state !== null && isRunning(state.session.status))
  const consultations = useSession(useShallow(goingOn))
  return (
    <div className={classes.panel}>
      <Text size="sm" c="dimmed">
        {t('panels.consultation.what')}
      </Text>
      {consultations.map((one) => (
        <GoingOn key={one.consultationId} consultation={one} />
      ))}
      {isSessionRunning ? <Begin /> : <Text>{t('panels.consultation.notRunning')}</Text>}
    </div>
  )
}

function GoingOn({ consultation: { consultationId, participantIds, startedAt } }: { consultation: Consultation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const end = useCommand('consultation.end')
  const names = useSession(
    useShallow((session) => participantIds.map((id) => personIn(session, id)?.name ?? unknownName)),
  ).join(', ')
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {t('panels.consultation.going', { time: format.time(startedAt) })}
      </Title>
      <Text>{names}</Text>
      <AddOne consultationId={consultationId} />
      <Button
        color="red"
        variant="outline"
        aria-label={t('panels.consultation.endOf', { names })}
        loading={end.isPending}
        onClick={() => void end({ consultationId })}
      >
        {t('panels.consultation.end')}
      </Button>
    </Stack>
  )
}

function AddOne({ consultationId }: { consultationId: string }) {
  const { t } = useTranslation()
  const add = useCommand('consultation.add')
  const free = useSession(useShallow(canBeTakenAside))
  const names = useSession(useShallow((session) => free.map((id) => personIn(session, id)?.name ?? unknownName)))
  if (free.length === 0) return null
  return (
    <NativeSelect
      aria-label={t('panels.consultation.add')}
      size="md"
      value=""
      disabled={add.isPending}
      data={[
        { value: '', label: t('panels.consultation.add') },
        ...free.map((id, index) => ({ value: id, label: names[index] ?? unknownName })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value) void add({ consultationId, participantId: ParticipantId.parse(value) })
      }}
    />
  )
}

function Begin() {
  const { t } = useTranslation()
  const start = useCommand('consultation.start')
  const free = useSession(useShallow(canBeTakenAside))
  const [marked, setMarked] = useState<readonly string[]>([])
  const chosen = free.filter((id) => marked.includes(id))

  async function begin() {
    const { ok } = await start({ participantIds: [...chosen] })
    if (ok) setMarked([])
  }

  return (
    <Stack component="section" gap="md">
      <Checkbox.Group label={t('panels.consultation.choose')} value={[...marked]} onChange={setMarked}>
        <ul className={classes.list}>
          {free.map((id) => (
            <li key={id}>
              <Choice participantId={id} />
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      <Button disabled={chosen.length < 2} loading={start.isPending} onClick={() => void begin()}>
        {chosen.length < 2
          ? t('panels.consultation.startNobody')
          : t('panels.consultation.start', { count: chosen.length })}
      </Button>
    </Stack>
  )
}

function Choice({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const participant = useParticipant(participantId)
  const name = useName(participantId)
  const siteName = useSiteName(participant?.siteId)
  const office = participant && t(`role.${participant.role}`)
  return (
    <Checkbox
      size="md"
      value={participantId}
      label={name}
      description={[office, siteName].filter(Boolean).join(' · ')}
    />
  )
}
