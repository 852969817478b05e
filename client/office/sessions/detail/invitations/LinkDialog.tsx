// What staff do to a link: replacing and revoking put out whoever is in by it, withdrawing needs a reason; so all ask first.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useReissueLink, useRevokeLink } from '../../queries.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export interface LinkAct {
  readonly kind: 'reissue' | 'revoke' | 'withdraw'
  readonly participantId: string
  readonly name: string
}

export function LinkDialog({ sessionId, act, onClose }: { sessionId: string; act: LinkAct; onClose: () => void }) {
  const { t } = useTranslation()
  const reissue = useReissueLink(sessionId)
  const revoke = useRevokeLink(sessionId)
  const { kind, participantId, name } = act
  if (kind === 'withdraw') return <WithdrawDialog {...{ sessionId, participantId, name, onClose }} />
  const change = kind === 'reissue' ? reissue : revoke
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`staff.link.${kind}.title`, { name })}
      confirmLabel={t(`staff.link.${kind}`)}
      isPending={change.isPending}
      onConfirm={() => change.mutate(participantId, { onSuccess: onClose })}
    >
      <Text>{t(`staff.link.${kind}.what`)}</Text>
      {change.isError && <Problem error={change.error} />}
    </ConfirmDialog>
  )
}
