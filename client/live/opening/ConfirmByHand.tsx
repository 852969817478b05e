// Why it is confirmed by hand that a site, or all, see and hear each other: what was not measured somebody answers for by name (ADR 0083).
import { useTranslation } from 'react-i18next'
import { TextDialog } from '../../base/ui/dialogs/TextDialog.tsx'

interface ConfirmByHandProps {
  /** null: all at once. */
  site: { readonly siteId: string; readonly name: string } | null
  problem?: string | null
  onClose: () => void
  onSubmit: (reason: string) => Promise<boolean>
}

export function ConfirmByHand({ site, problem = null, onClose, onSubmit }: ConfirmByHandProps) {
  const { t } = useTranslation()
  return (
    <TextDialog
      keptAs={`confirm-connection.${site?.siteId ?? 'all'}`}
      title={site ? t('readiness.connection.noteOf', { site: site.name }) : t('readiness.confirmConnected')}
      label={t('dialog.reason')}
      description={t('readiness.connection.reasonHint')}
      problem={problem}
      submitLabel={t('readiness.connection.confirm')}
      maximumLength={500}
      onClose={onClose}
      onSubmit={onSubmit}
    />
  )
}
