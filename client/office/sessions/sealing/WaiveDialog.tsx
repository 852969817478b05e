// That no minutes will be issued, of one session or of several at once, each with the same reason.
import { useTranslation } from 'react-i18next'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { problemText } from '../../ui/problems.ts'
import { useWaiveMinutes } from './queries.ts'

const LONGEST_REASON = 1000

export function WaiveDialog({ sessionIds, onClose }: { sessionIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const waive = useWaiveMinutes()
  return (
    <TextDialog
      keptAs={`minutes-waive.${sessionIds.join('.')}`}
      title={sessionIds.length === 1 ? t('minutes.waive.title') : t('sealing.waive.many', { count: sessionIds.length })}
      label={t('dialog.reason')}
      description={t('minutes.waive.what')}
      problem={waive.isError ? problemText(t, waive.error) : null}
      submitLabel={t('minutes.waive')}
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={(reason) =>
        // What went wrong stays in `waive` and is shown.
        waive.mutateAsync({ sessionIds, reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
