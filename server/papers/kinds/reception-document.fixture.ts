// The same hearing as a reception and as a dialogue about a complaint.
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { DialogueRecord } from '../../../shared/projections/dialogue-record.ts'
import type { Named, StatedWords } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { ReceptionRecord } from '../../../shared/projections/reception-record.ts'
import { at, minutesDocument } from './minutes-document.fixture.ts'

const phuc: Named = { name: 'Ngô Văn Phúc', title: null, role: 'citizen', site: null }
const reception: ReceptionRecord = {
  citizens: [
    {
      participantId: ParticipantId.parse('p'),
      who: phuc,
      confirmed: { personKind: 'citizen', paper: { kind: 'citizenCard', lastDigits: '234' }, at: at('08:10:00') },
      signed: 'drawn',
    },
  ],
  group: null,
  competence: { isOwn: false, competentUnit: 'Sở Tài chính' },
  refusals: [{ who: phuc, groundId: 'decree-4-1-h', words: 'Đã trả lời năm 2025.', at: at('08:30:00') }],
  notices: [{ who: phuc, number: 3, year: 2026 }],
  ownRecording: 'forbidden',
  receipts: [
    {
      who: phuc,
      number: 7,
      year: 2026,
      papers: [
        { paperId: 'one', participantId: 'p', name: 'Đơn khiếu nại', pages: 2, condition: 'original', sha256: null },
      ] as unknown as ReceptionRecord['receipts'][number]['papers'],
    },
  ],
}
const stated: StatedWords = {
  version: 1,
  text: 'Nhà tôi bị thu hồi 120 m² đất.',
  outcome: { how: 'notSigned', at: at('08:20:00'), reason: 'Muốn hỏi luật sư' },
}
const [first, ...others] = minutesDocument.sections
export const receptionDocument: MinutesDocument = {
  ...minutesDocument,
  kind: 'reception',
  title: 'Tiếp công dân Ngô Văn Phúc',
  reception,
  sections: first
    ? [
        {
          ...first,
          lines: [
            { source: null, amendment: null, line: { kind: 'statement', at: at('08:20:00'), who: phuc, ...stated } },
            ...first.lines,
          ],
        } as typeof first,
        ...others,
      ]
    : [],
}

export const dialogue: DialogueRecord = {
  purpose: 'Làm rõ diện tích đất thu hồi',
  verification: 'Quyết định số 12 ghi 100 m².\nBản đồ ghi 120 m².',
  opinions: [{ matter: 'Diện tích', words: 'Người khiếu nại đề nghị đo lại.' }],
  agreed: 'Đo lại trước ngày 10/12/2026.',
  different: 'Đơn giá bồi thường.',
  other: '',
  copies: 4,
  readBackAt: at('11:20:00'),
  parties: [
    {
      role: 'complainant',
      person: { name: 'Ngô Văn Phúc', title: null },
      paper: { kind: 'citizenCard', number: '048058001234', issuedOn: '2021-05-04', issuedBy: 'Cục Cảnh sát QLHC' },
      attendance: { is: 'present' },
      notSigned: 'Không đồng ý mục III',
    },
    {
      role: 'complainedOf',
      person: { name: 'Trần Văn Nam', title: 'Chủ tịch UBND xã' },
      paper: null,
      attendance: { is: 'absent', reason: 'Đi công tác' },
      notSigned: null,
    },
    {
      role: 'concerned',
      person: { name: 'Lê Thị Hoa', title: null },
      paper: null,
      attendance: { is: 'absent', reason: null },
      notSigned: null,
    },
    {
      role: 'body',
      person: { name: 'Phạm Minh Quân', title: 'Thanh tra thành phố' },
      paper: null,
      attendance: { is: 'present' },
      notSigned: null,
    },
  ],
}
export const dialogueDocument: MinutesDocument = {
  ...minutesDocument,
  kind: 'reception',
  title: 'Đối thoại với ông Phúc',
  dialogue,
}
