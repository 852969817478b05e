// The retention period of each class of data, as dated data with source and mark. None was read in a legal text: each
// is only the time for a review. Nothing is erased before an administrator has entered a row of the agency.
import { z } from 'zod'
import { line, text } from '../kernel/ids.ts'

export const keptClasses = [
  'recordings',
  'films',
  'documents',
  'submissions',
  'people',
  'evidence',
  'appointments',
  'casePapers',
  'citizens',
  'issuedPapers',
  'register',
  'journal',
] as const
export const KeptClass = z
  .enum(keptClasses)
  .describe(
    'ghi âm ghi hình, phim dựng, tài liệu phiên, giấy tờ nộp tại phiên, tên người dự, tệp minh chứng thực hiện kết luận, lịch hẹn tiếp công dân, giấy tờ vụ việc, thông tin công dân, văn bản đã phát hành, sổ tiếp công dân, nhật ký và biên bản',
  )
export type KeptClass = z.infer<typeof KeptClass>

/** What this server never erases: by these it is proved what happened, and what was erased. */
const provingClasses = ['issuedPapers', 'register', 'journal'] as const
export type ErasableClass = Exclude<KeptClass, (typeof provingClasses)[number]>
export const ErasableClass = KeptClass.exclude(provingClasses)
export const isErasable = (name: KeptClass): name is ErasableClass => ErasableClass.safeParse(name).success

/** From when it is counted. */
export const startOf: Readonly<
  Record<KeptClass, 'sessionClosed' | 'caseClosed' | 'lastMatterClosed' | 'assignmentsAccepted' | 'appointmentDay'>
> = {
  recordings: 'sessionClosed',
  films: 'sessionClosed',
  documents: 'sessionClosed',
  submissions: 'sessionClosed',
  people: 'sessionClosed',
  evidence: 'assignmentsAccepted',
  appointments: 'appointmentDay',
  casePapers: 'caseClosed',
  citizens: 'lastMatterClosed',
  issuedPapers: 'sessionClosed',
  register: 'sessionClosed',
  journal: 'sessionClosed',
}

export const keepingUnits = ['days', 'months', 'years'] as const

export const KeepingRow = z.object({
  class: KeptClass,
  amount: z.int().min(1).max(200).nullable().describe('null: kept for good'),
  unit: z.enum(keepingUnits),
  source: line(300).describe('the article, or the decision of the agency'),
  mark: z.enum(['read', 'memory']).describe('read: compared with the text in force'),
  validFrom: z.iso.date(),
  note: text(1000).nullable(),
})
export type KeepingRow = z.infer<typeof KeepingRow>

const toLookAt = {
  unit: 'years',
  source: 'Mốc rà soát của phần mềm, không phải quy định: cơ quan tra quy định về lưu trữ rồi nhập thời hạn',
  mark: 'memory',
  validFrom: '2026-01-01',
  note: null,
} as const
const years: Readonly<Record<KeptClass, number | null>> = {
  recordings: 5,
  films: 1,
  documents: 5,
  submissions: 5,
  people: 5,
  evidence: 5,
  appointments: 1,
  casePapers: 5,
  citizens: 5,
  issuedPapers: null,
  register: null,
  journal: null,
}
/** Shipped: when to look, not when to erase. */
export const reviewRows: readonly KeepingRow[] = keptClasses.map((name) => ({
  ...toLookAt,
  class: name,
  amount: years[name],
}))

/** How long a class is kept as of a day; what is kept already follows, for a retention runs as long as the thing is there. */
export function keepingOn(
  added: readonly KeepingRow[],
  name: KeptClass,
  day: string,
): { readonly row: KeepingRow; readonly isConfirmed: boolean } {
  const own = added.filter((row) => row.class === name && row.validFrom <= day)
  // Of two from the same day the one that was entered later counts.
  const newest = own.reduce<KeepingRow | null>((one, row) => (one && one.validFrom > row.validFrom ? one : row), null)
  const shipped = reviewRows.find((row) => row.class === name)
  if (!shipped) throw new Error(`nothing is said of ${name}`)
  return newest ? { row: newest, isConfirmed: true } : { row: shipped, isConfirmed: false }
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The first day on which it is no longer kept; null: it is kept for good. A day that its month does not have is the last it has. */
export function dueDay(from: string, { amount, unit }: Pick<KeepingRow, 'amount' | 'unit'>): string | null {
  if (amount === null) return null
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  if (unit === 'days') return new Date(Date.UTC(year, month - 1, day + amount)).toISOString().slice(0, 10)
  const months = month - 1 + amount * (unit === 'years' ? 12 : 1)
  const [inYear, inMonth] = [year + Math.floor(months / 12), months % 12]
  const lastDay = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate()
  return `${inYear}-${pad(inMonth + 1)}-${pad(Math.min(day, lastDay))}`
}
