// Tổng hợp kết quả tiếp công dân, the 29 figures of Biểu 01/TCD. Its columns were read in copies of the form in other
// software, not in the circular: to be checked, and replaced by a definition of the agency where it differs.
import type { ReportCheck, ReportColumn, ReportDefinitionBody } from './definition.ts'

type Where = Extract<ReportColumn['take'], { of: 'register' }>['where']
type Counts = Extract<ReportColumn['take'], { of: 'register' }>['counts']

const column = (number: number, title: string, under: string[], counts: Counts, where: Where): ReportColumn => ({
  key: `c${number}`,
  number: String(number),
  title,
  under,
  take: { of: 'register', counts, where },
})

const turns = [
  ['first', 'Số vụ việc tiếp lần đầu'],
  ['repeat', 'Số vụ việc tiếp nhiều lần'],
] as const

/** Visits, people, matters; then the same of groups. */
function received(first: number, under: string, where: Where): ReportColumn[] {
  const groups = [under, 'Đoàn đông người']
  const ofGroups: Where = { ...where, party: ['group'] }
  return [
    column(first, 'Số lượt tiếp', [under], 'visits', where),
    column(first + 1, 'Số người được tiếp', [under], 'people', where),
    ...turns.map(([turn, title], index) =>
      column(first + 2 + index, title, [under], 'rows', { ...where, turn: [turn] }),
    ),
    column(first + 4, 'Số đoàn được tiếp', groups, 'visits', ofGroups),
    column(first + 5, 'Số người được tiếp', groups, 'people', ofGroups),
    ...turns.map(([turn, title], index) =>
      column(first + 6 + index, title, groups, 'rows', { ...ofGroups, turn: [turn] }),
    ),
  ]
}

const total = 'Tổng số'
const head: Where = { receivedBy: ['head'] }
const deputy: Where = { receivedBy: ['deputy'] }

const sum = (left: number, ...right: number[]): ReportCheck => ({
  left: `c${left}`,
  is: 'equal',
  right: right.map((one) => `c${one}`),
})
/** What is of groups is a part of the whole. */
const partOf = (first: number): ReportCheck[] =>
  [0, 1, 2, 3].map((index) => ({ left: `c${first + 4 + index}`, is: 'atMost', right: [`c${first + index}`] }))

export const receptions: ReportDefinitionBody = {
  name: 'receptions',
  title: 'Tổng hợp kết quả tiếp công dân',
  source:
    'Cột theo Biểu số 01/TCD, đọc qua phần mềm khác, chưa đối chiếu với Thông tư số 06/2025/TT-TTCP. Một lượt là một lần gọi vào tiếp; số người lấy theo cột 7 của sổ, chưa ghi thì tính một người; số kỳ là số ngày có người được tiếp.',
  mark: 'check',
  validFrom: '2025-09-30',
  columns: [
    column(1, 'Tổng số lượt tiếp', [total], 'visits', {}),
    column(2, 'Tổng số người được tiếp', [total], 'people', {}),
    column(3, 'Tổng số vụ việc', [total], 'rows', {}),
    ...received(4, 'Tiếp công dân thường xuyên', { receivedBy: ['officer'] }),
    column(12, 'Số kỳ tiếp', ['Thủ trưởng tiếp'], 'days', head),
    ...received(13, 'Thủ trưởng tiếp', head),
    column(21, 'Số kỳ tiếp', ['Ủy quyền tiếp'], 'days', deputy),
    ...received(22, 'Ủy quyền tiếp', deputy),
  ],
  checks: [
    sum(1, 4, 13, 22),
    sum(2, 5, 14, 23),
    sum(3, 6, 7, 15, 16, 24, 25),
    ...partOf(4),
    ...partOf(13),
    ...partOf(22),
  ],
  remarks: [
    {
      key: 'turnUnsaid',
      title: 'Chưa ghi tiếp lần đầu hay nhiều lần',
      take: { of: 'register', counts: 'rows', where: { turn: ['unsaid'] } },
    },
    {
      key: 'peopleUnsaid',
      title: 'Chưa ghi số người (cột 7)',
      take: { of: 'register', counts: 'rows', where: { people: ['unsaid'] } },
    },
    { key: 'open', title: 'Dòng chưa đóng', take: { of: 'register', counts: 'rows', where: { state: ['open'] } } },
  ],
}
