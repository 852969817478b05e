// The letter to a unit about an assignment it is in charge of. It describes the state on the day it is sent, not when
// it was ordered.
import type { Assignment } from '../../../shared/projections/conclusions.ts'
import type { Address } from '../../mail/calendar.ts'
import { asHtml, asText, type LetterPart } from '../../mail/letter.ts'
import type { Letter } from '../../mail/transport.ts'
import { calendarDay, shortDate } from '../../papers/model/times.ts'

export interface ReminderContext {
  readonly assignment: Assignment
  /** Which reminder of this assignment it is. */
  readonly number: number
  readonly to: string
  /** The supporting units that can be written to. */
  readonly cc: readonly Address[]
  readonly from: Address
  readonly organisation: string
  /** 2026-12-01 */
  readonly today: string
}

const dayMs = 24 * 60 * 60 * 1000
const longestSubject = 100

export function reminderLetter(context: ReminderContext): Letter {
  const { assignment, number, to, cc, from, organisation } = context
  const { entryId, unit, text } = assignment
  const { subject, opening } = situationOf(context)
  const parts: LetterPart[] = [
    { kind: 'paragraph', text: `Kính gửi: ${unit}` },
    { kind: 'paragraph', text: opening },
    { kind: 'facts', facts: factsOf(assignment) },
    {
      kind: 'paragraph',
      text: `Đề nghị quý đơn vị báo cáo tiến độ hoặc kết quả thực hiện, kèm minh chứng, về ${organisation}. Nếu đã báo cáo, xin bỏ qua thư này.`,
    },
    { kind: 'signature', text: organisation },
  ]
  const oneLine = text.replaceAll(/\s+/gu, ' ')
  return {
    from,
    to: { name: unit, address: to },
    cc,
    subject: `${subject}: ${oneLine.length > longestSubject ? `${oneLine.slice(0, longestSubject)}…` : oneLine}`,
    messageId: `<${entryId}.${number}@diemcau>`,
    text: asText(parts),
    html: asHtml(parts),
  }
}

function situationOf({ assignment: { dueOn }, today }: ReminderContext): { subject: string; opening: string } {
  if (dueOn === null)
    return { subject: 'Nhắc thực hiện nhiệm vụ', opening: 'Xin nhắc quý đơn vị về nhiệm vụ được giao dưới đây.' }
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayMs)
  if (days === 0)
    return {
      subject: 'Nhắc nhiệm vụ đến hạn hôm nay',
      opening: `Hôm nay, ngày ${calendarDay(dueOn)}, là hạn cuối của nhiệm vụ dưới đây.`,
    }
  if (days > 0)
    return {
      subject: 'Nhắc nhiệm vụ sắp đến hạn',
      opening: `Nhiệm vụ dưới đây đến hạn vào ngày ${calendarDay(dueOn)}, còn ${days} ngày.`,
    }
  return {
    subject: 'Nhắc nhiệm vụ quá hạn',
    opening: `Nhiệm vụ dưới đây đã quá hạn ${-days} ngày (hạn: ngày ${calendarDay(dueOn)}).`,
  }
}

function factsOf({ text, dueOn, supportingUnits, ground, sessionTitle, heldAt }: Assignment): [string, string][] {
  return [
    ['Nhiệm vụ', text],
    ['Thời hạn', dueOn === null ? 'Không ấn định' : calendarDay(dueOn)],
    ...(supportingUnits.length > 0 ? [['Đơn vị phối hợp', supportingUnits.join('; ')] satisfies [string, string]] : []),
    ...(ground === null ? [] : [['Căn cứ', ground] satisfies [string, string]]),
    ['Giao tại', `${sessionTitle}, ngày ${shortDate(heldAt)}`],
  ]
}
