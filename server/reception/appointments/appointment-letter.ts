// The letter to a citizen about their appointment: the code with its QR code, date and place, and a calendar entry. It
// is written when it is sent, so that it is up to date.
import QRCode from 'qrcode'
import type { AppointmentLetter } from '../../../shared/wire/reception/appointments.ts'
import { type Address, calendarEntry } from '../../mail/calendar.ts'
import { asHtml, asText, type LetterPart } from '../../mail/letter.ts'
import type { Letter } from '../../mail/transport.ts'

export interface AppointmentLetterContext {
  readonly kind: AppointmentLetter['kind']
  readonly appointmentId: string
  readonly sequence: number
  readonly to: Address
  readonly from: Address
  readonly organisation: string
  /** As people read it: ABCD-2345. */
  readonly code: string
  /** The page of the appointment, its code in the fragment. */
  readonly link: string
  /** Where to book anew. */
  readonly calendarLink: string
  readonly startsAt: number
  readonly minutes: number
  readonly place: string
  /** null: from their own browser. */
  readonly siteName: string | null
  readonly receiver: string | null
  readonly whatToBring: string
  readonly phone: string | null
  /** Why it was called off. */
  readonly reason: string | null
  readonly now: number
}

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
const contentId = 'ma-qr@diemcau'
const qrOptions = { errorCorrectionLevel: 'M', width: 520, margin: 4 } as const

const subjects = {
  confirmation: 'Lịch hẹn tiếp công dân',
  change: 'Thay đổi lịch hẹn tiếp công dân',
  cancellation: 'Hủy lịch hẹn tiếp công dân',
  reminder: 'Nhắc lịch hẹn tiếp công dân',
} as const

export async function appointmentLetter(context: AppointmentLetterContext): Promise<Letter> {
  const { kind, appointmentId, sequence, to, from, link, startsAt } = context
  const isCancelled = kind === 'cancellation'
  const parts = partsOf(context)
  const content = calendarEntry({
    method: isCancelled ? 'cancel' : 'request',
    uid: appointmentId,
    title: `Tiếp công dân – ${context.organisation}`,
    startsAt,
    minutes: context.minutes,
    sequence,
    description: `Mã hẹn: ${context.code}\nMang theo: ${context.whatToBring}`,
    location: placeOf(context),
    link: isCancelled ? null : link,
    organizer: from,
    attendee: to,
    stampAt: context.now,
  })
  return {
    from,
    to,
    subject: `${subjects[kind]} – ${when.format(startsAt)}`,
    messageId: `<${appointmentId}.${sequence}@diemcau>`,
    text: asText(parts),
    html: asHtml(parts),
    icalEvent: { method: isCancelled ? 'CANCEL' : 'REQUEST', filename: 'lich-hen.ics', content },
    attachments: isCancelled
      ? []
      : [{ filename: 'ma-qr.png', content: await QRCode.toBuffer(link, qrOptions), cid: contentId }],
  }
}

function placeOf({ place, siteName }: AppointmentLetterContext): string {
  return siteName === null ? 'Trực tuyến, bằng điện thoại hoặc máy tính của ông/bà' : `${siteName} (${place})`
}

function openingOf({ kind, organisation, reason }: AppointmentLetterContext): string {
  switch (kind) {
    case 'confirmation':
      return `${organisation} đã ghi nhận lịch hẹn tiếp công dân của ông/bà.`
    case 'change':
      return 'Lịch hẹn tiếp công dân của ông/bà đã thay đổi. Thông tin dưới đây thay cho thư trước.'
    case 'reminder':
      return 'Xin nhắc ông/bà về lịch hẹn tiếp công dân sắp tới.'
    case 'cancellation':
      return reason === null
        ? 'Lịch hẹn tiếp công dân dưới đây đã được hủy theo yêu cầu của ông/bà.'
        : `Lịch hẹn tiếp công dân dưới đây không thực hiện được. Lý do: ${reason}. Mong ông/bà thông cảm.`
  }
}

function partsOf(context: AppointmentLetterContext): LetterPart[] {
  const { kind, to, code, link, calendarLink, startsAt, receiver, whatToBring, phone, organisation } = context
  const facts: [string, string][] = [
    ['Mã hẹn', code],
    ['Thời gian', when.format(startsAt)],
    ['Nơi tiếp', placeOf(context)],
    ...(receiver === null ? [] : [['Người tiếp', receiver] satisfies [string, string]]),
    ...(phone === null ? [] : [['Điện thoại liên hệ', phone] satisfies [string, string]]),
  ]
  const ending: LetterPart[] =
    kind === 'cancellation'
      ? [
          {
            kind: 'link',
            label: 'Chọn ngày khác',
            address: calendarLink,
            hint: 'Ông/bà có thể đăng ký lịch hẹn khác tại trang này.',
          },
        ]
      : [
          { kind: 'paragraph', text: `Khi đến, xin mang theo: ${whatToBring}` },
          {
            kind: 'link',
            label: 'Xem, đổi hoặc hủy lịch hẹn',
            address: link,
            hint: 'Trang này hỏi số điện thoại hoặc thư điện tử đã đăng ký. Xin không chuyển mã hẹn cho người khác.',
          },
          {
            kind: 'picture',
            contentId,
            description: 'Mã QR của lịch hẹn',
            hint: 'Khi đến, xin đưa mã này cho cán bộ, hoặc đọc mã hẹn.',
          },
        ]
  return [
    { kind: 'paragraph', text: `Kính gửi: ${to.name}` },
    { kind: 'paragraph', text: openingOf(context) },
    { kind: 'facts', facts },
    ...ending,
    { kind: 'signature', text: organisation },
  ]
}
