// Read back by another library (read-excel-file).
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { EvidenceFile } from '../../../shared/conclusions/follow-up/contract.ts'
import { SessionId } from '../../../shared/kernel/ids.ts'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { conclusionsXlsx } from './conclusions-xlsx.ts'

const at = (time: string) => Date.parse(`2026-11-24T${time}+07:00`)
const file: EvidenceFile = { title: 'Biên bản', format: 'pdf', bytes: 9, sha256: 'a'.repeat(64), scan: 'clean' }
const conclusion: Conclusion = {
  entryId: 'entry',
  sessionId: SessionId.parse('session'),
  sessionTitle: 'Hội nghị giao ban',
  heldAt: at('08:00:00'),
  text: '=HYPERLINK("http://example.com";"Rà soát")',
  unit: 'Thanh tra thành phố',
  unitEmail: 'thanhtra@example.gov.vn',
  supportingUnits: ['Sở Xây dựng', 'Ủy ban nhân dân phường'],
  ground: null,
  dueOn: '2026-11-20',
  status: 'open',
  isOverdue: true,
  steps: [
    { kind: 'progress', text: 'Đã rà soát 12 vụ.', reference: null, files: [], at: at('09:00:00'), by: 'Trần Thị Lan' },
    { kind: 'evidence', text: 'Báo cáo số 45', reference: 'Văn thư', files: [file], at: at('09:05:00'), by: null },
  ],
  reminders: [
    {
      number: 1,
      occasion: 'overdue',
      at: at('08:00:00'),
      by: null,
      delivery: { state: 'sent', at: at('08:00:02'), attempts: 1, fault: null, to: 'thanhtra@example.gov.vn' },
    },
  ],
  nextReminder: null,
  isToRemind: false,
}

describe('the workbook of the conclusions', () => {
  it('has a row for each assignment with its progress, and no formula', async () => {
    const done: Conclusion = { ...conclusion, dueOn: null, status: 'accepted', isOverdue: false, steps: [] }
    const [sheet] = await readXlsxFile(await conclusionsXlsx([conclusion, done], at('10:00:00')))
    const [titles = [], ...rows] = sheet?.data.slice(3) ?? []
    const read = rows.map((row) => Object.fromEntries(titles.map((title, index) => [String(title), row[index]])))
    expect(read).toEqual([
      expect.objectContaining({
        STT: 1,
        'Nhiệm vụ': '=HYPERLINK("http://example.com";"Rà soát")',
        'Đơn vị chủ trì': 'Thanh tra thành phố',
        'Đơn vị phối hợp': 'Sở Xây dựng\nỦy ban nhân dân phường',
        'Thời hạn': '20/11/2026',
        'Tình trạng': 'Đang thực hiện, quá hạn',
        'Diễn biến':
          '24/11/2026 09:00:00 Tiến độ (Trần Thị Lan): Đã rà soát 12 vụ.\n24/11/2026 09:05:00 Minh chứng: Báo cáo số 45: Văn thư: tệp Biên bản.pdf',
        'Nhắc việc': '24/11/2026 08:00:00 đã gửi (thanhtra@example.gov.vn)',
        'Giao tại': 'Hội nghị giao ban',
        'Ngày giao': '24/11/2026',
      }),
      expect.objectContaining({ STT: 2, 'Thời hạn': 'Không ấn định', 'Tình trạng': 'Đã hoàn thành' }),
    ])
  })
})
