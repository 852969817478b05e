import { useTranslation } from 'react-i18next'
import type { Motion } from '../../../../shared/modules/ballot/contract.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useCommand } from '../../../live/session/use-command.ts'

const LONGEST_REASON = 300

export function WithdrawDialog({ motion, onClose }: { motion: Motion; onClose: () => void }) {
  const { t } = useTranslation()
  const withdraw = useCommand('ballot.withdraw')
  return (
    <TextDialog
      keptAs={`motion-withdraw.${motion.motionId}`}
      title={t('panels.ballot.withdrawNamed', { text: motion.text })}
      label={t('dialog.reason')}
      description={t('panels.ballot.withdrawHint')}
      submitLabel={t('panels.ballot.withdraw')}
      submitColor="red"
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={async (reason) => (await withdraw({ motionId: motion.motionId, reason })).ok}
    />
  )
}
