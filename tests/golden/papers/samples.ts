// One paper of each kind as it is issued: with number, signatures, code and QR code.
import {
  agency,
  receiptSource,
  refusalNoticeSource,
  where,
} from '../../../server/papers/kinds/citizen-papers.fixture.ts'
import { conclusionsPaper } from '../../../server/papers/kinds/conclusions-paper.ts'
import { minutesDocument } from '../../../server/papers/kinds/minutes-document.fixture.ts'
import { minutesPaper } from '../../../server/papers/kinds/minutes-paper.ts'
import { receiptPaper } from '../../../server/papers/kinds/receipt-paper.ts'
import { dialogueDocument, receptionDocument } from '../../../server/papers/kinds/reception-document.fixture.ts'
import { refusalNoticePaper } from '../../../server/papers/kinds/refusal-notice-paper.ts'
import { type SupplementSource, supplementPaper } from '../../../server/papers/kinds/supplement-paper.ts'
import { supplementSource } from '../../../server/papers/kinds/supplement-source.fixture.ts'
import type { Paper } from '../../../server/papers/model/paper.ts'
import { withVerification } from '../../../server/papers/model/verification.ts'
import type { Signing } from '../../../shared/papers/signing.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import type { Agency, MinutesDocument } from '../../../shared/projections/minutes-document.ts'

const at = Date.UTC(2026, 10, 25, 2)
const issue = { number: 5, year: 2026, at }

const signing = (form: Signing['form'], office: string, signedFor: string | null, deputyOf: string | null = null) => ({
  form,
  signedFor,
  deputyOf,
  office,
})
const places = (...texts: string[]) => texts.map((text) => ({ participantId: null, text }))
const recipients = places('Thường trực Tỉnh ủy (để báo cáo)', 'Sở Tài chính', 'Ủy ban nhân dân các xã Tân Lập, Ea Kao')

const province: Agency = {
  organisation: 'Ủy ban nhân dân tỉnh Đắk Lắk',
  parentOrganisation: null,
  placeName: 'Đắk Lắk',
  abbreviation: 'UBND',
}
const committee: Agency = {
  organisation: 'Đảng ủy phường Hải Châu',
  parentOrganisation: 'Đảng bộ thành phố Đà Nẵng',
  placeName: 'Hải Châu',
  abbreviation: 'ĐU',
  letterhead: 'party',
}

const issued = (document: MinutesDocument, signatory?: Signatory, issuer = province): MinutesDocument => {
  const signature = (who: MinutesDocument['chair']) => who && { who, at, sha256: 'c5'.repeat(32) }
  return {
    ...document,
    agency: issuer,
    record: {
      version: 1,
      corrects: null,
      signatures: { secretary: signature(document.secretary), chair: signature(document.chair) },
      issues: {
        minutes: { ...issue, recipients: places('Như thành phần tham dự') },
        conclusions: { ...issue, ...(signatory && { signatory, recipients }) },
      },
      waiver: null,
    },
  }
}

/** To those of the minutes, as one is printed that names no others. */
const addition: SupplementSource = {
  ...supplementSource,
  supplement: {
    kind: 'addition',
    text: [
      'Tại mục II, bổ sung ý kiến của bà Trần Thị Hoa: đề nghị đo lại thửa đất số 45 trước khi chi trả tiền bồi thường.',
      'Tại mục III, bổ sung việc giao Sở Tài chính rà soát đơn giá bồi thường, báo cáo kết quả trước ngày 15/12/2026',
    ].join('\n'),
    reason: 'Biên bản ghi thiếu ý kiến của một bên tham gia đối thoại và một việc được giao.',
  },
  issue: { number: 9, at: Date.UTC(2026, 11, 4, 3) },
}

export const samples: readonly (readonly [name: string, paper: Paper])[] = [
  ['receipt', receiptPaper(receiptSource, agency)],
  ['refusal-notice', refusalNoticePaper(refusalNoticeSource, agency)],
  ['conference-minutes', minutesPaper(issued(minutesDocument))],
  ['reception-minutes', minutesPaper(issued(receptionDocument))],
  ['dialogue-minutes', minutesPaper(issued(dialogueDocument))],
  [
    'conclusions',
    conclusionsPaper(
      issued(minutesDocument, {
        name: 'Trần Văn Nam',
        signing: signing('onBehalf', 'Phó Chủ tịch', 'Ủy ban nhân dân tỉnh Đắk Lắk', 'Chủ tịch'),
      }),
    ),
  ],
  [
    'reception-conclusions',
    conclusionsPaper(
      issued(receptionDocument, {
        name: 'Nguyễn Thị Hằng',
        signing: signing('byOrder', 'Chánh Văn phòng', 'Chủ tịch Ủy ban nhân dân tỉnh'),
      }),
    ),
  ],
  [
    'party-conclusions',
    conclusionsPaper(
      issued(
        receptionDocument,
        { name: 'Trần Văn Nam', signing: signing('onBehalf', 'Phó Bí thư', 'Ban Thường vụ') },
        committee,
      ),
    ),
  ],
  [
    'correction-of-minutes',
    supplementPaper(
      {
        ...supplementSource,
        recipients: ['Ông/bà Ngô Văn Phúc', 'Sở Tài chính', 'Ủy ban nhân dân các xã Tân Lập, Ea Kao'],
      },
      agency,
      agency,
    ),
  ],
  ['addition-to-minutes', supplementPaper(addition, agency, agency)],
  // As they were issued before the signatory was kept.
  ['earlier-conclusions', conclusionsPaper(issued(minutesDocument))],
]

export const asIssued = (paper: Paper): Promise<Paper> => withVerification(paper, where)
