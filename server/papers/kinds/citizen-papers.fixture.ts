// A receipt and a notice of refusal for the tests.
import type { Notice } from '../../../shared/modules/notice/contract.ts'
import type { Receipt } from '../../../shared/modules/receipt/contract.ts'
import type { ReceiptSource } from './receipt-paper.ts'
import type { RefusalNoticeSource } from './refusal-notice-paper.ts'

const sha256 = 'ab'.repeat(32)
const receipt = {
  receiptId: '019b0000-0000-7000-8000-000000000001',
  participantId: 'citizen1',
  officerId: 'secretary',
  number: 7,
  year: 2026,
  issuedAt: Date.UTC(2026, 10, 24, 2, 5),
  papers: [
    { paperId: 'one', participantId: 'citizen1', name: 'Đơn khiếu nại', pages: 2, condition: 'original', sha256: null },
    { paperId: 'two', participantId: 'citizen1', name: 'Sổ đỏ', pages: 4, condition: 'certifiedCopy', sha256 },
  ],
} as unknown as Receipt
export const receiptSource: ReceiptSource = {
  receipt,
  place: 'Trụ sở tiếp công dân thành phố.',
  officer: { name: 'Bùi Thanh Mai', title: 'Chuyên viên' },
  citizen: {
    name: 'Ngô Văn Phúc',
    address: 'Tổ 3, phường An Bình',
    identity: { kind: 'citizenCard', number: '048058001234', issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát QLHC' },
  },
}
export const agency = {
  organisation: 'Ban Tiếp công dân',
  parentOrganisation: 'UBND thành phố',
  placeName: 'Đà Nẵng',
  abbreviation: 'BTCD',
}

export const refusalNoticeSource: RefusalNoticeSource = {
  notice: {
    noticeId: '019b0000-0000-7000-8000-000000000001',
    participantId: 'citizen1',
    explainedAt: Date.UTC(2026, 10, 24, 2, 5),
    issuedAt: Date.UTC(2026, 10, 26, 8),
    matter: 'Khiếu nại việc thu hồi đất tại thôn 3',
    reason: 'Vụ việc đã được trả lời ngày 05/3/2025, không có tình tiết mới',
    citation: 'điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP',
    signatoryId: 'head',
    dueOn: '2026-11-27',
    number: 3,
    year: 2026,
    byParticipantId: null,
  } as unknown as Notice,
  place: 'Trụ sở tiếp công dân thành phố.',
  name: 'Ngô Văn Phúc',
  citizen: {
    name: 'Ngô Văn Phúc',
    address: 'Tổ 3, phường An Bình',
    identity: { kind: 'citizenCard', number: '048058001234', issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát QLHC' },
  },
  signatory: {
    name: 'Lê Minh Đức',
    signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Trưởng ban' },
  },
}

export const where = {
  code: 'K7M3-P9XQ-4RTA-CDEF',
  page: 'https://diemcau.example.gov.vn/verify',
  url: 'https://diemcau.example.gov.vn/verify#K7M3P9XQ4RTACDEF',
}
