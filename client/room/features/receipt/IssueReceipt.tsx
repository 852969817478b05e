// Issues the receipt with one click, for the citizen waits; the first one since the agency was set as it is, and any other on request, is shown as a
// picture before (ADR 0088).
import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { DraftPicture } from '../../../base/draft-picture/DraftPicture.tsx'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { useIssueReceipt } from '../../../live/session/use-visit.ts'

export function IssueReceipt({ participantId, count }: { participantId: ParticipantId; count: number }) {
  const { t } = useTranslation()
  const { issueUnlessFirst, isPending } = useIssueReceipt(participantId)
  const [shown, setShown] = useState<'first' | 'asked' | null>(null)

  async function issue() {
    if ((await issueUnlessFirst(newId())) === 'first') setShown('first')
  }

  return (
    <Group gap="xs" grow preventGrowOverflow={false}>
      <Button loading={isPending} onClick={() => void issue()}>
        {t('panels.receipt.issue', { count })}
      </Button>
      <Button variant="default" onClick={() => setShown('asked')}>
        {t('panels.receipt.preview')}
      </Button>
      {shown && (
        <PreviewDialog
          participantId={participantId}
          count={count}
          isFirst={shown === 'first'}
          onClose={() => setShown(null)}
        />
      )}
    </Group>
  )
}

interface PreviewDialogProps {
  participantId: ParticipantId
  /** Of papers: one more is another picture. */
  count: number
  isFirst: boolean
  onClose: () => void
}

function PreviewDialog({ participantId, count, isFirst, onClose }: PreviewDialogProps) {
  const { t } = useTranslation()
  const { draw, issue, isPending } = useIssueReceipt(participantId)
  // One for each dialog: sent twice it is issued once.
  const [receiptId] = useState(() => newId())
  const [isDrawing, setDrawing] = useState(true)
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('panels.receipt.previewTitle')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isDrawing) void issue(receiptId).then((isIssued) => isIssued && onClose())
        }}
      >
        <Stack>
          {isFirst && <Alert color="blue">{t('panels.receipt.first')}</Alert>}
          <DraftPicture key={count} draw={draw} alt={t('draftPicture.receipt')} onDrawing={setDrawing} />
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('panels.receipt.issueNow')}
            isPending={isPending}
            isDisabled={isDrawing}
          />
        </Stack>
      </form>
    </Modal>
  )
}
