// The recipients of a paper (Nơi nhận) in the layout of NĐ 30/2020 (Phụ lục I, Phần I, Mục II, khoản 9) or of the
// Party, with the copy for the file.
import { type Letterhead, letterheadOf } from '../../../shared/papers/letterheads.ts'
import { recipientLine } from '../../../shared/papers/recipients.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { LineStyleName } from './line-styles.ts'
import { type Line, line } from './paper.ts'

const styles: Readonly<Record<Letterhead['recipients'], readonly [title: LineStyleName, each: LineStyleName]>> = {
  italic: ['recipientsTitle', 'recipient'],
  underlined: ['partyRecipientsTitle', 'partyRecipient'],
}

export const recipientLines = (names: readonly string[], agency: Pick<Agency, 'letterhead'>): Line[] =>
  recipientList(
    names.map((name) => recipientLine(name)),
    agency,
  )

/** Each line as it is; the fields of a template stand so. */
export function recipientList(lines: readonly string[], { letterhead }: Pick<Agency, 'letterhead'>): Line[] {
  const { recipients, fileCopy } = letterheadOf(letterhead)
  const [title, each] = styles[recipients]
  return [line(title, 'Nơi nhận:'), ...[...lines, fileCopy].map((one) => line(each, one))]
}
