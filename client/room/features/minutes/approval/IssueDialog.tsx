// Before a paper gets its number: who signs a notice, to whom the paper goes, and how both will be printed.
import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '../../../../../shared/modules/approval/contract.ts'
import type { IssueProposal } from '../../../../../shared/wire/papers/issuing.ts'
import { PaperEnding } from '../../../../base/signatory/PaperEnding.tsx'
import { RecipientFields } from '../../../../base/signatory/RecipientFields.tsx'
import { shownRecipients } from '../../../../base/signatory/recipients-draft.ts'
import { SignatoryFields } from '../../../../base/signatory/SignatoryFields.tsx'
import { DialogButtons } from '../../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../../base/ui/forms/use-kept-form.ts'
import { type IssueDraft, issueDraftOf, wishOf } from './issue-draft.ts'
import { PaperPicture } from './PaperPicture.tsx'
import { useMinutesPapers } from './use-minutes-papers.ts'

interface IssueDialogProps {
  paper: PaperKind
  onClose: () => void
}

export function IssueDialog({ paper, onClose }: IssueDialogProps) {
  const { t } = useTranslation()
  const { propose } = useMinutesPapers()
  const [proposal, setProposal] = useState<IssueProposal | 'unread' | null>(null)

  const read = useCallback(() => {
    setProposal(null)
    propose(paper).then(setProposal, () => setProposal('unread'))
  }, [paper, propose])
  useEffect(read, [read])

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('panels.minutes.approval.issueTitle')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {proposal === null && <Loader />}
      {proposal === 'unread' && (
        <Group>
          <Text>{t('panels.minutes.approval.unread')}</Text>
          <Button variant="default" onClick={read}>
            {t('panels.minutes.approval.again')}
          </Button>
        </Group>
      )}
      {proposal !== null && proposal !== 'unread' && <IssueForm paper={paper} proposal={proposal} onClose={onClose} />}
    </Modal>
  )
}

function IssueForm({ paper, proposal, onClose }: IssueDialogProps & { proposal: IssueProposal }) {
  const { t } = useTranslation()
  const { issue, isPending } = useMinutesPapers()
  const [form, kept] = useKeptForm<IssueDraft>(`issue.${paper}`, { blank: issueDraftOf(proposal) })
  const draft = form.values
  const [isDrawing, setDrawing] = useState(true)
  const wish = wishOf(paper, draft)

  const submit = form.onSubmit(async () => {
    if (!wish || isDrawing || isPending || !(await issue(wish))) return
    kept.sent(onClose)()
  })

  return (
    <form onSubmit={submit}>
      <Stack>
        <DraftNotice kept={kept} />
        {paper === 'conclusions' && (
          <SignatoryFields
            draft={draft.signatory}
            onChange={(signatory) => form.setFieldValue('signatory', signatory)}
          />
        )}
        <RecipientFields proposed={proposal.recipients} draft={draft} onChange={form.setValues} />
        <PaperEnding
          recipients={shownRecipients(draft, proposal.recipients)}
          signatory={paper === 'conclusions' ? draft.signatory : null}
        />
        <PaperPicture paper={paper} onDrawing={setDrawing} />
        <Alert color="blue">{t('panels.minutes.approval.issueWhat')}</Alert>
        <DialogButtons
          onCancel={onClose}
          submitLabel={t(`panels.minutes.approval.issue.${paper}`)}
          isPending={isPending}
          isDisabled={wish === null || isDrawing}
        />
      </Stack>
    </form>
  )
}
