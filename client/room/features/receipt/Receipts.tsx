// The receipts issued to a citizen, as files, and what a citizen is told in writing. A clerk may work on in Word; the citizen takes the PDF.
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useSession } from '../../../live/session/store.ts'
import { useReceiptFiles } from '../../../live/session/use-visit.ts'

const none: readonly never[] = []

export function Receipts({ participantId, isStaff }: { participantId: ParticipantId; isStaff: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const receipts = useSession(({ state }) => state?.receipt.receipts ?? none)
  const { download, isPending } = useReceiptFiles()
  return receipts
    .filter((receipt) => receipt.participantId === participantId)
    .map(({ receiptId, number, issuedAt }) => (
      <Group key={receiptId} justify="space-between">
        <Text fw={600}>{t('panels.receipt.issued', { number, time: format.time(issuedAt) })}</Text>
        <Group gap="xs">
          <Button variant="default" loading={isPending} onClick={() => void download(receiptId, 'pdf')}>
            {t('panels.receipt.pdf')}
          </Button>
          {isStaff && (
            <Button variant="default" loading={isPending} onClick={() => void download(receiptId, 'docx')}>
              {t('panels.receipt.docx')}
            </Button>
          )}
        </Group>
      </Group>
    ))
}

/** For the citizen; staff have them in the panel of the visit. */
export function OwnNotices() {
  const { t } = useTranslation()
  const notices = useSession(({ state }) => state?.notice.notices ?? none)
  const { downloadNotice, isPending } = useReceiptFiles()
  return notices.map(({ noticeId, number, year }) => (
    <Group key={noticeId} justify="space-between">
      <Text fw={600}>{t('refusals.own', { number, year })}</Text>
      <Button variant="default" loading={isPending} onClick={() => void downloadNotice(noticeId)}>
        {t('panels.receipt.pdf')}
      </Button>
    </Group>
  ))
}
