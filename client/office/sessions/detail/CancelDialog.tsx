// Cancelling asks for the reason: everybody who opens a link reads it.
import { useTranslation } from 'react-i18next'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { problemText } from '../../ui/problems.ts'
import { useCancelSession } from '../queries.ts'

const LONGEST_REASON = 500

export function CancelDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const cancel = useCancelSession(sessionId)
  return (
    <TextDialog
      keptAs={`session-cancel.${sessionId}`}
      title={t('staff.cancel.title')}
      label={t('dialog.reason')}
      description={t('staff.cancel.what')}
      problem={cancel.isError ? problemText(t, cancel.error) : null}
      submitLabel={t('staff.cancel')}
      submitColor="red"
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={(reason) =>
        cancel.mutateAsync(reason).then(
          () => true,
          // Shown in the dialog.
          () => false,
        )
      }
    />
  )
}
