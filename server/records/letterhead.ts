// The head of every paper (NĐ 30/2020, annex I): who issues it and under which number on the left, the nation on the right.
import type { Agency } from '../../shared/projections/minutes-document.ts'
import { isStateSecret, type SecrecyLevel } from '../../shared/secrecy/levels.ts'
import { balancedLines } from './balanced-lines.ts'
import { type Columns, type Line, line, rule } from './paper.ts'

/** `right`: what stands under the motto, the place and date for one. */
export function letterhead(
  agency: Agency,
  number: string,
  { right = [], secrecy = 'open' }: { right?: readonly Line[]; secrecy?: SecrecyLevel } = {},
): Columns {
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
          rule(shareOf(organisation.at(-1) ?? '')),
          line('number', number),
          ...(secrecy === 'open' ? [] : [line('secrecyMark', secrecyMarks[secrecy])]),
        ],
        [
          line('nation', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
          line('motto', 'Độc lập - Tự do - Hạnh phúc'),
          rule(mottoMm),
          ...right,
        ],
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

/** The motto’s rule is as long as the motto, set in 14 pt bold. */
const mottoMm = 61
/** A rule under a name takes a third to a half of its line. A letter of these sizes takes about 2.8 mm. */
export const shareOf = (text: string): number => Math.round(Math.min(text.length, 40) * 2.8 * 0.4)

/** What such a name begins with stands on a line of its own, as offices set it. */
const ownLine = /^((?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (.+)$/u

function balanced(name: string): string[] {
  const [, first, rest] = (name.length > lettersOfAColumn && ownLine.exec(name.normalize('NFC'))) || []
  return first && rest ? [first, ...balancedLines(rest, lettersOfAColumn)] : balancedLines(name, lettersOfAColumn)
}

const lettersOfAColumn = 22
