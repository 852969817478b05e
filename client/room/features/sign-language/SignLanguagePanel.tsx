// For staff: who interprets in sign language.
import { NativeSelect, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { personIn, unknownName } from '../../../live/session/selectors.ts'
import { type SessionSnapshot, useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { AppointedRow } from '../../frame/AppointedRow.tsx'
import classes from '../../frame/panel.module.css'
import { useSigner } from './use-signer.ts'

const nobody: readonly ParticipantId[] = []

export function SignLanguagePanel() {
  const { t } = useTranslation()
  const interpreters = useSession(({ state }) => state?.signLanguage.interpreters ?? nobody)
  return (
    <div className={classes.panel}>
      <Text>{t('panels.signLanguage.hint')}</Text>
      {interpreters.length > 0 && (
        <ul className={classes.list} aria-label={t('panels.signLanguage.interpreters')}>
          {interpreters.map((participantId) => (
            <li key={participantId}>
              <Interpreter participantId={participantId} />
            </li>
          ))}
        </ul>
      )}
      <Appoint appointed={interpreters} />
    </div>
  )
}

function Interpreter({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const isShown = useSigner() === participantId
  const dismiss = useCommand('signLanguage.dismiss')
  return (
    <AppointedRow
      participantId={participantId}
      doing={isShown ? t('panels.signLanguage.shown') : null}
      dismissLabel={(name) => t('panels.signLanguage.dismissName', { name })}
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
  const appoint = useCommand('signLanguage.appoint')
  const people = useSession(useShallow(expected))
  const names = useSession(useShallow((session) => people.map((id) => personIn(session, id)?.name ?? unknownName)))
  const label = t('panels.signLanguage.appoint')
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
