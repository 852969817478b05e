// The checklist for each room before a session of Mật and above, as dated data with the article. A change of the law
// adds rows.
import { z } from 'zod'
import { isAbove, isStateSecret, type SecrecyLevel } from './levels.ts'

export const CheckedItem = z.enum([
  'permission',
  'closedRoom',
  'wiredMicrophones',
  'checkedDevices',
  'protectedLine',
  'chairDecided',
  'noOwnDevices',
])
export type CheckedItem = z.infer<typeof CheckedItem>

interface ChecklistRow {
  readonly item: CheckedItem
  /** Of sessions from this level on; `onlyOf`: of this level alone. */
  readonly from: SecrecyLevel
  readonly onlyOf?: SecrecyLevel
  /** As the minutes print it. */
  readonly wording: string
  readonly source: string
  readonly mark: 'verified' | 'check'
  /** Calendar day from which it is in force. */
  readonly validFrom: string
}

// Read in the law of 2018 and its decree; the texts that have taken their place, 117/2025 and 63/2026, are still to be read.
const law = {
  source:
    'Điều 17 Luật số 29/2018/QH14, Điều 6 Nghị định số 26/2020/NĐ-CP (nay là Luật số 117/2025/QH15, Nghị định số 63/2026/NĐ-CP)',
  mark: 'check',
  validFrom: '2020-07-01',
} as const

const rows: readonly ChecklistRow[] = [
  {
    ...law,
    item: 'permission',
    from: 'confidential',
    wording: 'Việc tổ chức phiên đã được người có thẩm quyền cho phép; đã có phương án bảo vệ.',
  },
  {
    ...law,
    item: 'closedRoom',
    from: 'confidential',
    wording: 'Phòng họp kín trong trụ sở; chỉ có người được ghi tên dự.',
  },
  { ...law, item: 'wiredMicrophones', from: 'confidential', wording: 'Chỉ dùng micro có dây.' },
  { ...law, item: 'checkedDevices', from: 'confidential', wording: 'Thiết bị đã được kiểm tra an ninh, an toàn.' },
  {
    ...law,
    item: 'protectedLine',
    from: 'confidential',
    wording: 'Đường truyền được bảo vệ theo pháp luật về cơ yếu.',
  },
  {
    ...law,
    item: 'chairDecided',
    from: 'confidential',
    onlyOf: 'confidential',
    wording: 'Việc mang thiết bị cá nhân vào phòng theo đúng quyết định của chủ tọa.',
  },
  {
    ...law,
    item: 'noOwnDevices',
    from: 'secret',
    wording: 'Không ai mang điện thoại, thiết bị thu, phát vào phòng.',
  },
]

/** What is confirmed of a room on a day; nothing where no secret of the state is spoken of. */
export function checklistOn(level: SecrecyLevel, day: string): readonly ChecklistRow[] {
  if (!isStateSecret(level)) return []
  return rows.filter(
    ({ from, onlyOf, validFrom }) =>
      validFrom <= day && !isAbove(from, level) && (onlyOf === undefined || onlyOf === level),
  )
}
