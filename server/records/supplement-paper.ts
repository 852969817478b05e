// What is written to issued minutes after their session was sealed: an addition (biên bản bổ sung) or a correction (biên bản đính
// chính). No form is prescribed for it; the layout is that of NĐ 30/2020.
import type { SupplementKind, WrittenSupplement } from '../../shared/modules/supplement/contract.ts'
import type { Signatory } from '../../shared/projections/issued-paper.ts'
import type { Agency } from '../../shared/projections/minutes-document.ts'
import type { SecrecyLevel } from '../../shared/secrecy/levels.ts'
import { letterhead, shareOf } from './letterhead.ts'
import { type Columns, gap, line, lines, type Paper, printable, rule } from './paper.ts'
import { recipientLines } from './recipient-lines.ts'
import { signatureBlock, signedBy } from './signature-block.ts'
import { longDate } from './times.ts'
import { closed, numberAndSymbol } from './wording.ts'

export interface SupplementSource {
  readonly supplement: WrittenSupplement
  /** What it adds to, or corrects. */
  readonly minutes: { readonly number: number; readonly at: number }
  /** Of the session. */
  readonly title: string
  readonly secrecy: SecrecyLevel
  readonly signatory: Signatory
}

const words: Readonly<Record<SupplementKind, { name: string; does: string; heading: string }>> = {
  addition: { name: 'Biên bản bổ sung', does: 'bổ sung', heading: 'NỘI DUNG BỔ SUNG' },
  correction: { name: 'Biên bản đính chính', does: 'đính chính', heading: 'NỘI DUNG ĐÍNH CHÍNH' },
}

/** `then`: the agency as the minutes name it. */
export function supplementPaper(source: SupplementSource, agency: Agency, then: Agency): Paper {
  const { supplement, minutes, title, secrecy, signatory } = source
  const { kind, number, at, reason, text } = supplement
  const { name, does, heading } = words[kind]
  const which = `Biên bản số ${numberAndSymbol('minutes', minutes, then)}`
  const subject = `${does === 'bổ sung' ? 'Bổ sung' : 'Đính chính'} ${which} ${longDate(minutes.at)}`
  return {
    title: printable(`${name} số ${numberAndSymbol('minutes', { number }, agency)}`),
    author: printable(agency.organisation),
    date: at,
    blocks: [
      letterhead(agency, numberAndSymbol('minutes', { number }, agency), {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${longDate(at)}`)],
        secrecy,
      }),
      line('kind', name.toLocaleUpperCase('vi')),
      line('subject', subject),
      rule(shareOf(subject)),
      gap(2),
      ...lines('text', `${agency.organisation} lập biên bản này để ${does} ${which} ${longDate(minutes.at)}: ${title}`),
      line('field', closed(reason), 'Lý do: '),
      line('heading', heading),
      ...lines('text', closed(text)),
      line(
        'ending',
        `Các nội dung khác của ${which} không thay đổi. Biên bản này được lưu cùng hồ sơ của biên bản đó./.`,
      ),
      gap(4),
      signature(which, signatory, agency),
    ],
  }
}

const signature = (which: string, signatory: Signatory, agency: Agency): Columns => ({
  kind: 'columns',
  widthsMm: [75, 90],
  rows: [[recipientLines([`Như nơi nhận của ${which}`], agency), signatureBlock(signedBy(signatory, agency))]],
})
