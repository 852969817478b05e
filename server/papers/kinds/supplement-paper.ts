// A supplement to issued minutes after their session was sealed: an addition (biên bản bổ sung) or a correction (biên
// bản đính chính). No form is prescribed for it; the layout is that of NĐ 30/2020.
import type { SupplementKind, WrittenSupplement } from '../../../shared/modules/supplement/contract.ts'
import type { Signatory } from '../../../shared/projections/issued-paper.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import type { SecrecyLevel } from '../../../shared/secrecy/levels.ts'
import { letterhead, shareOf } from '../model/letterhead.ts'
import { type Columns, gap, line, lines, type Paper, printable, rule } from '../model/paper.ts'
import { recipientLines } from '../model/recipient-lines.ts'
import { signatureBlock, signedBy } from '../model/signature-block.ts'
import { longDate } from '../model/times.ts'
import { quoted } from './ballot-wording.ts'
import { dayOrBlank, numberAndSymbol } from './conclusions-wording.ts'
import { closed } from './sentences.ts'

export interface SupplementSource {
  readonly supplement: Pick<WrittenSupplement, 'kind' | 'text' | 'reason'>
  /** null: it is a draft. */
  readonly issue: Pick<WrittenSupplement, 'number' | 'at'> | null
  /** What it adds to, or corrects. */
  readonly minutes: { readonly number: number; readonly at: number }
  /** Of the session. */
  readonly title: string
  readonly secrecy: SecrecyLevel
  readonly signatory: Signatory
  /** null: those of the minutes, which are not named again. */
  readonly recipients: readonly string[] | null
  /** Epoch ms. */
  readonly printedAt: number
}

const words: Readonly<Record<SupplementKind, { name: string; does: string; heading: string }>> = {
  addition: { name: 'Biên bản bổ sung', does: 'bổ sung', heading: 'NỘI DUNG BỔ SUNG' },
  correction: { name: 'Biên bản đính chính', does: 'đính chính', heading: 'NỘI DUNG ĐÍNH CHÍNH' },
}

/** Its sentences, as the paper and a template have them. `then`: the agency as the minutes name it. */
export function supplementTexts(source: SupplementSource, agency: Agency, then: Agency) {
  const { supplement, minutes, title, recipients } = source
  const { name, does, heading } = words[supplement.kind]
  const number = numberAndSymbol('minutes', minutes, then)
  const day = longDate(minutes.at)
  const which = `Biên bản số ${number}`
  return {
    name,
    number,
    day,
    subject: `${does === 'bổ sung' ? 'Bổ sung' : 'Đính chính'} ${which} ${day}`,
    introduction: `${agency.organisation} lập biên bản này để ${does} ${which} ${day} về ${quoted({ text: title })}.`,
    reason: closed(supplement.reason),
    heading,
    content: lines('text', closed(supplement.text)),
    ending: `Các nội dung khác của ${which} không thay đổi. Biên bản này được lưu cùng hồ sơ của biên bản đó./.`,
    recipients: recipients ?? [`Như nơi nhận của ${which}`],
  }
}

export function supplementPaper(source: SupplementSource, agency: Agency, then: Agency): Paper {
  const { issue, secrecy, signatory, printedAt } = source
  const texts = supplementTexts(source, agency, then)
  const { name, subject } = texts
  const number = numberAndSymbol('minutes', issue, agency)
  return {
    title: printable(`${name} số ${number}`),
    author: printable(agency.organisation),
    date: issue?.at ?? printedAt,
    blocks: [
      ...(issue ? [] : [line('draft', 'DỰ THẢO'), gap(4)]),
      letterhead(agency, number, {
        right: [line('placeAndDate', `${agency.placeName ?? '……'}, ${dayOrBlank(issue)}`)],
        secrecy,
      }),
      line('kind', name.toLocaleUpperCase('vi')),
      line('subject', subject),
      rule(shareOf(subject)),
      gap(2),
      line('text', texts.introduction),
      line('field', texts.reason, 'Lý do: '),
      line('heading', texts.heading),
      ...texts.content,
      line('ending', texts.ending),
      gap(4),
      signature(texts.recipients, signatory, agency),
    ],
  }
}

const signature = (recipients: readonly string[], signatory: Signatory, agency: Agency): Columns => ({
  kind: 'columns',
  widthsMm: [75, 90],
  rows: [[recipientLines(recipients, agency), signatureBlock(signedBy(signatory, agency))]],
})
