// Somebody will not attend. With the reason, which the minutes tell of one who had been in the room.
import { useTranslation } from 'react-i18next'
import { TextDialog } from '../../../../base/ui/dialogs/TextDialog.tsx'
import { problemText } from '../../../ui/problems.ts'
import { useWithdraw } from '../../queries.ts'

interface WithdrawDialogProps {
  sessionId: string
  participantId: string
  name: string
  onClose: () => void
}

export function WithdrawDialog({ sessionId, participantId, name, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation()
  const withdraw = useWithdraw(sessionId)
  return (
    <TextDialog
      keptAs={`participant-withdraw.${participantId}`}
      title={t('staff.withdraw.title', { name })}
      label={t('dialog.reason')}
      description={t('staff.withdraw.what')}
      problem={withdraw.isError ? problemText(t, withdraw.error) : null}
      submitLabel={t('staff.withdraw')}
      maximumLength={300}
      onClose={onClose}
      onSubmit={(reason) => {
        // What went wrong stays in `withdraw` and is shown.
        return withdraw.mutateAsync({ participantId, reason }).then(
          () => true,
          () => false,
        )
      }}
    />
  )
}
