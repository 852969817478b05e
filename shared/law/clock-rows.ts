// The legal deadlines for a petition, as dated data with the article. A change of the law adds a row; the start day of
// the clock selects the row. A row that was read in an outdated text, or written from memory, is marked, and the agency
// has to check it before relying on it.
import type { ClockRow, ClockVariant } from './legal-clocks.ts'

const plain = (amount: number): [ClockVariant] => [{ when: [], amount, extension: null }]

const reception = { mark: 'read', readIn: '2013', validFrom: '2014-07-01', validTo: null } as const
const decree154 = { mark: 'read', readIn: null, validFrom: '2026-07-01', validTo: null } as const
const complaint = { mark: 'read', readIn: 'before136', validFrom: '2012-07-01', validTo: null } as const
const denunciation = { mark: 'read', readIn: null, validFrom: '2019-01-01', validTo: null } as const

const complaintSource = (article: number) => `Điều ${article} Luật Khiếu nại 2011`

/** As shipped. What an agency adds stands beside it, see `rowOn`. */
export const clockRows: readonly ClockRow[] = [
  {
    ...reception,
    clock: 'citizenAnswer',
    unit: 'workingDays',
    variants: plain(10),
    source: 'khoản 1 Điều 28 Luật Tiếp công dân 2013',
  },
  {
    ...decree154,
    clock: 'petitionTakenUp',
    unit: 'days',
    variants: plain(45),
    source: 'điểm b khoản 3 Điều 41 Nghị định số 154/2026/NĐ-CP',
  },
  {
    ...decree154,
    clock: 'petitionHandled',
    unit: 'days',
    variants: plain(45),
    source: 'điểm b khoản 3 Điều 41 Nghị định số 154/2026/NĐ-CP',
  },
  {
    ...reception,
    clock: 'senderInformed',
    unit: 'workingDays',
    variants: plain(7),
    source: 'khoản 2 Điều 27 Luật Tiếp công dân 2013',
  },
  {
    ...reception,
    clock: 'resultPassedOn',
    unit: 'workingDays',
    variants: plain(5),
    source: 'khoản 2 Điều 28 Luật Tiếp công dân 2013',
  },
  {
    ...decree154,
    clock: 'refusalNotice',
    unit: 'workingDays',
    variants: plain(3),
    source: 'khoản 3 Điều 4 Nghị định số 154/2026/NĐ-CP',
  },
  { ...complaint, clock: 'complaintLimitation', unit: 'days', variants: plain(90), source: complaintSource(9) },
  {
    clock: 'complaintAcceptance',
    unit: 'days',
    variants: plain(10),
    source: complaintSource(27),
    mark: 'memory',
    readIn: null,
    validFrom: '2012-07-01',
    validTo: '2026-06-30',
  },
  {
    clock: 'complaintAcceptance',
    unit: 'workingDays',
    variants: plain(7),
    source: 'khoản 1 Điều 16 Nghị định số 124/2020/NĐ-CP, sửa đổi bởi Nghị định số 155/2026/NĐ-CP',
    mark: 'read',
    readIn: null,
    validFrom: '2026-07-01',
    validTo: null,
  },
  {
    ...complaint,
    clock: 'complaintResolution',
    unit: 'days',
    variants: [
      { when: [], amount: 30, extension: { amount: 15, times: 1 } },
      { when: ['complex'], amount: 45, extension: null },
      { when: ['remote'], amount: 45, extension: { amount: 15, times: 1 } },
      { when: ['remote', 'complex'], amount: 60, extension: null },
    ],
    source: complaintSource(28),
  },
  {
    ...complaint,
    clock: 'secondComplaintLodging',
    unit: 'days',
    variants: [
      { when: [], amount: 30, extension: null },
      { when: ['remote'], amount: 45, extension: null },
    ],
    source: complaintSource(33),
  },
  {
    ...complaint,
    clock: 'secondComplaintResolution',
    unit: 'days',
    variants: [
      { when: [], amount: 45, extension: { amount: 15, times: 1 } },
      { when: ['complex'], amount: 60, extension: null },
      { when: ['remote'], amount: 60, extension: { amount: 10, times: 1 } },
      { when: ['remote', 'complex'], amount: 70, extension: null },
    ],
    source: complaintSource(37),
  },
  {
    clock: 'dialogueNotice',
    unit: 'days',
    variants: plain(5),
    source: 'Điều 28 Nghị định số 124/2020/NĐ-CP, sửa đổi bởi Điều 11 Nghị định số 155/2026/NĐ-CP',
    mark: 'read',
    readIn: null,
    validFrom: '2026-07-01',
    validTo: null,
  },
  {
    ...denunciation,
    readIn: 'before136',
    clock: 'denunciationCheck',
    unit: 'workingDays',
    variants: [
      { when: [], amount: 7, extension: null },
      { when: ['severalPlaces'], amount: 10, extension: null },
    ],
    source: 'khoản 1 Điều 24 Luật Tố cáo 2018',
  },
  {
    ...denunciation,
    clock: 'denunciationTransfer',
    unit: 'workingDays',
    variants: plain(5),
    source: 'khoản 2 Điều 24 Luật Tố cáo 2018',
  },
  {
    ...denunciation,
    clock: 'denunciationAcceptanceNotice',
    unit: 'workingDays',
    variants: plain(5),
    source: 'khoản 3 Điều 29 Luật Tố cáo 2018',
  },
  {
    ...denunciation,
    clock: 'denunciationResolution',
    unit: 'days',
    variants: [
      { when: [], amount: 30, extension: null },
      { when: ['complex'], amount: 30, extension: { amount: 30, times: 1 } },
      { when: ['veryComplex'], amount: 30, extension: { amount: 30, times: 2 } },
    ],
    source: 'Điều 30 Luật Tố cáo 2018',
  },
]
