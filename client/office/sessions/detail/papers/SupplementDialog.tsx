// Adding to the issued minutes of a sealed session, or correcting them: begins with who signed last, and whom the minutes went to.

import { Loader, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { supplementDraftApi } from '../../../../../shared/wire/custody/supplement-draft-api.ts'
import { call } from '../../../../base/api.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { SupplementForm, type SupplementFormProps } from './SupplementForm.tsx'

export function SupplementDialog(props: Omit<SupplementFormProps, 'proposal'>) {
  const { sessionId, onClose } = props
  const { t } = useTranslation()
  const proposal = useQuery({
    queryKey: ['sessions', sessionId, 'supplement-proposal'],
    queryFn: ({ signal }) => call(supplementDraftApi.issueProposal, { params: { sessionId } }, { signal }),
    // Read once for each opening: a form that is being filled in does not change under the hand.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('supplements.write')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {proposal.isPending && <Loader aria-label={t('staff.loading')} />}
      {proposal.isError && <Problem error={proposal.error} onRetry={() => void proposal.refetch()} />}
      {proposal.data && <SupplementForm {...props} proposal={proposal.data} />}
    </Modal>
  )
}
