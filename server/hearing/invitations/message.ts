// The message to one person about one session: text, personal link with its QR code, and calendar entry. Written when
// it is sent, so that the queue contains none of it.
import QRCode from 'qrcode'
import type { SessionState } from '../../../shared/modules/index.ts'
import { calledOutside, mayLeave } from '../../../shared/projections/leaving.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'
import type { MailKind } from '../../../shared/wire/hearing/mail.ts'
import { type Address, calendarEntry, ofSession } from '../../mail/calendar.ts'
import { asHtml, asText, type LetterPart } from '../../mail/letter.ts'
import type { Letter } from '../../mail/transport.ts'
import type { Recipient } from './recipients.ts'

export interface MessageContext {
  readonly kind: MailKind
  readonly sequence: number
  readonly recipient: Recipient & { readonly email: string }
  readonly state: SessionState
  readonly people: People
  /** null: a delegate, or one whose invitation is taken back. */
  readonly link: string | null
  readonly from: Address
  readonly organisation: string
  /** Epoch ms. */
  readonly now: number
}

const kindOfSession = { conference: 'hội nghị trực tuyến', reception: 'buổi tiếp công dân, đối thoại' } as const
const roleWords = {
  chair: 'Chủ tọa',
  secretary: 'Thư ký',
  siteOperator: 'Phụ trách điểm cầu',
  citizen: 'Công dân',
  observer: 'Quan sát viên',
} as const

const when = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const qrContentId = 'ma-qr@diemcau'
/** Some phones photograph a printed or projected code: a quarter of it may be unreadable. */
const qrOptions = { errorCorrectionLevel: 'M', width: 520, margin: 4 } as const

/** A letter goes over networks that are not looked after here: of what stays inside it says nothing but when and where. */
export function withoutSecrets(state: SessionState): SessionState {
  if (mayLeave(state)) return state
  const session = { ...state.session, title: calledOutside(state), advisingUnit: null, cancelledReason: null }
  return { ...state, session, agenda: { ...state.agenda, items: [] } }
}

export async function messageOf(known: MessageContext): Promise<Letter> {
  const context = { ...known, state: withoutSecrets(known.state) }
  const { kind, recipient, state, link, from } = context
  const { session } = state
  const isCancelled = kind === 'cancellation'
  const to = { name: recipient.person.name, address: recipient.email }
  const parts = partsOf(context)
  const content = calendarEntry({
    method: isCancelled ? 'cancel' : 'request',
    ...ofSession(session, recipient.personId),
    sequence: context.sequence,
    description: descriptionOf(context),
    location: locationOf(state, recipient),
    link,
    organizer: from,
    attendee: to,
    stampAt: context.now,
  })
  return {
    from,
    to,
    subject: `${subjects[kind]}: ${session.title} – ${when.format(session.scheduledAt)}`,
    messageId: `<${session.sessionId}.${recipient.personId}.${context.sequence}@diemcau>`,
    text: asText(parts),
    html: asHtml(parts),
    icalEvent: { method: isCancelled ? 'CANCEL' : 'REQUEST', filename: 'lich-hop.ics', content },
    attachments: link
      ? [{ filename: 'ma-qr.png', content: await QRCode.toBuffer(link, qrOptions), cid: qrContentId }]
      : [],
  }
}

const subjects: Readonly<Record<MailKind, string>> = {
  invitation: 'Giấy mời',
  update: 'Thay đổi lịch họp',
  cancellation: 'Hủy giấy mời',
}

function opening({ kind, state: { session } }: MessageContext): string {
  const what = `${kindOfSession[session.kind]} “${session.title}”`
  if (kind === 'invitation') return `Trân trọng kính mời ông/bà dự ${what}.`
  if (kind === 'update') return `Xin thông báo thay đổi về ${what}. Thông tin dưới đây thay cho giấy mời đã gửi.`
  if (session.cancelledReason !== null)
    return `Xin thông báo: ${what} không diễn ra. Lý do: ${session.cancelledReason}. Mong ông/bà thông cảm.`
  return `Xin thông báo: giấy mời ông/bà dự ${what} không còn hiệu lực. Mong ông/bà thông cảm.`
}

export function locationOf({ session }: SessionState, { site }: Recipient): string {
  if (site === null) return 'Trực tuyến, qua đường dẫn riêng'
  return site.rank === 'centre' ? `${session.place} (${site.name})` : site.name
}

function partsOf(context: MessageContext): LetterPart[] {
  const { kind, recipient, link, organisation } = context
  const { person } = recipient
  return [
    { kind: 'paragraph', text: `Kính gửi: ${[person.name, person.title].filter(Boolean).join(', ')}` },
    { kind: 'paragraph', text: opening(context) },
    { kind: 'facts', facts: factsOf(context) },
    ...(kind === 'cancellation' ? [] : agendaOf(context)),
    ...(link === null || kind === 'cancellation' ? [] : linkParts(link)),
    ...(kind === 'cancellation'
      ? []
      : [{ kind: 'paragraph', text: 'Thư này kèm tệp lịch (.ics) để ghi vào lịch làm việc của ông/bà.' } as const]),
    { kind: 'signature', text: organisation },
  ]
}

function factsOf({ kind, recipient, state }: MessageContext): [string, string][] {
  const { session } = state
  const planned = kind === 'cancellation' ? '' : `, dự kiến ${session.plannedMinutes} phút`
  return [
    ['Thời gian', `${when.format(session.scheduledAt)}${planned}`],
    ['Địa điểm', locationOf(state, recipient)],
    ['Tham dự với tư cách', recipient.role ? roleWords[recipient.role] : 'Đại biểu'],
    ...(session.advisingUnit ? [['Đơn vị tham mưu', session.advisingUnit] satisfies [string, string]] : []),
  ]
}

function agendaOf({ state, people }: MessageContext): LetterPart[] {
  const items = state.agenda.items.map(({ title, reporterId, plannedMinutes }) => {
    const reporter = reporterId && people[reporterId]?.name
    return `${title}${reporter ? ` – ${reporter}` : ''} (${plannedMinutes} phút)`
  })
  return items.length === 0 ? [] : [{ kind: 'list', title: 'Chương trình', items }]
}

const linkParts = (address: string): LetterPart[] => [
  {
    kind: 'link',
    label: 'Vào phòng họp',
    address,
    hint: 'Đường dẫn chỉ dành riêng cho ông/bà, xin không chuyển cho người khác. Khi đến giờ, xin mở bằng Chrome, Safari hoặc Cốc Cốc.',
  },
  {
    kind: 'picture',
    contentId: qrContentId,
    description: 'Mã QR của đường dẫn',
    hint: 'Hoặc quét mã này bằng máy ảnh của điện thoại.',
  },
]

const titleOf = ({ kind, title }: SessionState['session']): string => {
  const words = `${kindOfSession[kind]}: ${title}`
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

/** The text of the calendar entry. */
export function descriptionOf({ state, link }: Pick<MessageContext, 'state' | 'link'>): string {
  const { session } = state
  return [
    titleOf(session),
    ...(session.advisingUnit ? [`Đơn vị tham mưu: ${session.advisingUnit}`] : []),
    ...(link ? [`Đường dẫn riêng, không chuyển cho người khác: ${link}`] : []),
  ].join('\n')
}
