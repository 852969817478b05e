// For staff: who interprets in sign language.

import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { AppointedRow } from '../../frame/AppointedRow.tsx'
import { AppointSelect } from '../../frame/AppointSelect.tsx'
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

function Appoint({ appointed }: { appointed: readonly ParticipantId[] }) {
  const { t } = useTranslation()
  const appoint = useCommand('signLanguage.appoint')
  return (
    <AppointSelect
      label={t('panels.signLanguage.appoint')}
      appointed={appointed}
      isPending={appoint.isPending}
      onAppoint={(participantId) => void appoint({ participantId })}
    />
  )
}
