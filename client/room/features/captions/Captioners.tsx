// For staff: who may write the captions.
import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { personIn, unknownName } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { AppointedRow } from '../../frame/AppointedRow.tsx'
import classes from '../../frame/panel.module.css'

const nobody: readonly ParticipantId[] = []

export function Captioners() {
  const { t } = useTranslation()
  const captioners = useSession(({ state }) => state?.captions.captioners ?? nobody)
  return (
    <Stack component="section" gap="xs">
      <div>
        <Title order={3} size="h5">
          {t('panels.captions.captioners')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('panels.captions.captionersHint')}
        </Text>
      </div>
      <ul className={classes.list} aria-label={t('panels.captions.captioners')}>
        {captioners.map((participantId) => (
          <li key={participantId}>
            <Captioner participantId={participantId} />
          </li>
        ))}
      </ul>
      <Appoint appointed={captioners} />
    </Stack>
  )
}

function Captioner({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const isWriting = useSession(({ state }) => state?.captions.writerId === participantId)
  const dismiss = useCommand('captions.dismiss')
  return (
    <AppointedRow
      participantId={participantId}
      doing={isWriting ? t('panels.captions.writing') : null}
      dismissLabel={(name) => t('panels.captions.dismissName', { name })}
      isDismissing={dismiss.isPending}
      onDismiss={() => void dismiss({ participantId })}
    />
  )
}

/** Those who are here first. */
const expected = ({ state }: SessionSnapshot): ParticipantId[] =>
  Object.values(state?.admission.participants ?? {})
    .filter(({ status }) => ['present', 'invited', 'waiting', 'lost'].includes(status))
    .toSorted((a, b) => Number(b.status === 'present') - Number(a.status === 'present'))
    .map(({ participantId }) => participantId)

function Appoint({ appointed }: { appointed: readonly ParticipantId[] }) {
  const { t } = useTranslation()
  const appoint = useCommand('captions.appoint')
  const people = useSession(useShallow(expected))
  const names = useSession(useShallow((session) => people.map((id) => personIn(session, id)?.name ?? unknownName)))
  const label = t('panels.captions.appoint')
  const choices = people.map((value, index) => ({ value, label: names[index] ?? unknownName }))
  return (
    <NativeSelect
      aria-label={label}
      size="md"
      value=""
      disabled={appoint.isPending}
      data={[{ value: '', label }, ...choices.filter(({ value }) => !appointed.includes(value))]}
      onChange={({ currentTarget: { value } }) => {
        if (value) void appoint({ participantId: ParticipantId.parse(value) })
      }}
    />
  )
}
