// The letter to a unit on a working day: which of its cases, and which notices owed for its visits, are near or over
// their legal deadline. It cites no article, because the texts were not all compared with the law in force. Of a
// denunciation it contains the number only.
import type { DeadlineRow } from '../../../shared/wire/casework/law.ts'
import type { Address } from '../../mail/calendar.ts'
import { asHtml, asText, type LetterPart } from '../../mail/letter.ts'
import type { Letter } from '../../mail/transport.ts'
import { clockTitles } from '../../papers/kinds/clock-titles.ts'
import { calendarDay } from '../../papers/model/times.ts'

/** number null: of a visit, which has none. */
type ToldDeadline = Pick<DeadlineRow, 'number' | 'title' | 'clock' | 'dueOn' | 'colour'> & {
  readonly isProtected: boolean
}

export interface DeadlineContext {
  readonly unit: string
  /** At least one. */
  readonly urgent: readonly ToldDeadline[]
  /** 2026-12-01 */
  readonly day: string
  readonly to: string
  readonly from: Address
  readonly organisation: string
  /** Where staff see them all. */
  readonly link: string
  /** The same for each attempt. */
  readonly id: string
}

/** What is left out is at the address. */
const longestList = 50

export function deadlineLetter({ unit, urgent, day, to, from, organisation, link, id }: DeadlineContext): Letter {
  const red = urgent.filter(({ colour }) => colour === 'red')
  const amber = urgent.filter(({ colour }) => colour === 'amber')
  const counts = [
    ...(red.length > 0 ? [`${red.length} quá hạn`] : []),
    ...(amber.length > 0 ? [`${amber.length} sắp đến hạn`] : []),
  ].join(', ')
  const parts: LetterPart[] = [
    { kind: 'paragraph', text: `Kính gửi: ${unit}` },
    { kind: 'paragraph', text: `Tính đến ngày ${calendarDay(day)}, đơn vị có ${counts}.` },
    ...listOf('Quá hạn', red),
    ...listOf('Sắp đến hạn', amber),
    { kind: 'link', label: 'Mở danh sách', address: link, hint: 'Cần tài khoản cán bộ.' },
    { kind: 'signature', text: organisation },
  ]
  return {
    from,
    to: { name: unit, address: to },
    subject: `Thời hạn giải quyết đơn: ${counts}`,
    messageId: `<deadlines.${id}@diemcau>`,
    text: asText(parts),
    html: asHtml(parts),
  }
}

function listOf(title: string, clocks: readonly ToldDeadline[]): LetterPart[] {
  if (clocks.length === 0) return []
  const items = clocks.slice(0, longestList).map(({ number, title: subject, clock, dueOn, isProtected }) => {
    const about = isProtected || subject === '' ? '' : ` (${subject})`
    const which = number === null ? '' : `${number}, `
    return `${which}${clockTitles[clock]}: hạn ngày ${calendarDay(dueOn)}${about}`
  })
  const more = clocks.length - items.length
  return [{ kind: 'list', title, items: more > 0 ? [...items, `và ${more} việc khác`] : items }]
}
