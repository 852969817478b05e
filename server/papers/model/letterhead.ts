// The head of every paper: on the left the issuer and the number, on the right the name of the nation (NĐ 30/2020,
// annex I), or the heading of the Party (ADR 0088).
import { type Letterhead, letterheadOf } from '../../../shared/papers/letterheads.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { isStateSecret, type SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { balancedLines } from './balanced-lines.ts'
import { type ColumnBlock, type Columns, type Line, line, rule } from './paper.ts'

/** `number`: with its symbol, or as it is to be written by hand. `right`: what stands under the motto, the place and date for one. */
export function letterhead(
  agency: Agency,
  number: string,
  { right = [], secrecy = 'open' }: { right?: readonly Line[]; secrecy?: SecrecyLevel } = {},
): Columns {
  const { heading, underIssuer, numberLabel } = letterheadOf(agency.letterhead)
  const parent = agency.parentOrganisation?.toLocaleUpperCase('vi')
  const organisation = balanced(agency.organisation.toLocaleUpperCase('vi'))
  return {
    kind: 'columns',
    widthsMm: [65, 100],
    rows: [
      [
        [
          ...(parent ? balanced(parent).map((one) => line('parent', one)) : []),
          ...organisation.map((one) => line('organisation', one)),
          underIssuer === 'star' ? line('star', '*') : rule(shareOf(organisation.at(-1) ?? '')),
          line('number', `${numberLabel}${number}`),
          ...(secrecy === 'open' ? [] : [line('secrecyMark', secrecyMarks[secrecy])]),
        ],
        [...headings[heading], ...right],
      ],
    ],
  }
}

/** Dấu độ mật; of what is internal, how far it may be handed on. */
export const secrecyMarks: Readonly<Record<SecrecyLevel, string>> = {
  open: '',
  internal: 'LƯU HÀNH NỘI BỘ',
  confidential: 'MẬT',
  secret: 'TỐI MẬT',
  topSecret: 'TUYỆT MẬT',
}

/** A list goes from hand to hand: of what it withholds it says why. */
export const withheld = (secrecy: SecrecyLevel): string =>
  isStateSecret(secrecy) ? `Nội dung có độ mật (${secrecyMarks[secrecy]})` : 'Nội dung được bảo vệ'

/** Each with a rule as long as its last line. */
export const headings: Readonly<Record<Letterhead['heading'], readonly ColumnBlock[]>> = {
  nation: [
    line('nation', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    line('motto', 'Độc lập - Tự do - Hạnh phúc'),
    rule(61),
  ],
  party: [line('party', 'ĐẢNG CỘNG SẢN VIỆT NAM'), rule(74)],
}

/** A rule under a name takes a third to a half of its line. A letter of these sizes takes about 2.8 mm. */
export const shareOf = (text: string): number => Math.round(Math.min(text.length, 40) * 2.8 * 0.4)

/** What such a name begins with stands on a line of its own, as offices set it. */
const ownLine = /^((?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|ĐẢNG BỘ|ĐẢNG (?:ỦY|UỶ)|BAN THƯỜNG VỤ) (.+)$/u

function balanced(name: string): string[] {
  const [, first, rest] = (name.length > lettersOfAColumn && ownLine.exec(name.normalize('NFC'))) || []
  return first && rest ? [first, ...balancedLines(rest, lettersOfAColumn)] : balancedLines(name, lettersOfAColumn)
}

const lettersOfAColumn = 22
