// The conclusions tracker as an Excel file: one row for each assignment.
import type { Conclusion, Reminder } from '../../../shared/wire/casework/conclusions.ts'
import { table } from '../model/table.ts'
import { calendarDay, clock, shortDate } from '../model/times.ts'
import { workbook } from '../model/workbook.ts'

const statusNames: Record<Conclusion['status'], string> = {
  open: 'Đang thực hiện',
  reported: 'Chờ xác nhận hoàn thành',
  accepted: 'Đã hoàn thành',
}
const stepNames: Record<Conclusion['steps'][number]['kind'], string> = {
  progress: 'Tiến độ',
  evidence: 'Minh chứng',
  report: 'Báo cáo hoàn thành',
  acceptance: 'Xác nhận hoàn thành',
  return: 'Trả lại',
}

const deliveryNames: Record<Reminder['delivery']['state'], string> = {
  queued: 'đang chờ gửi',
  retrying: 'chưa gửi được, đang thử lại',
  sent: 'đã gửi',
  failed: 'không gửi được',
  dropped: 'không cần gửi nữa',
}

function stepLine({ kind, text, reference, files, at, by }: Conclusion['steps'][number]): string {
  const names = files.map(({ title, format }) => `${title}.${format}`)
  const words = [text, reference, names.length > 0 ? `tệp ${names.join(', ')}` : null].filter((one) => one !== null)
  return `${shortDate(at)} ${clock(at)} ${stepNames[kind]}${by ? ` (${by})` : ''}${words.length > 0 ? `: ${words.join(': ')}` : ''}`
}

function reminderLine({ at, delivery: { state, to } }: Reminder): string {
  return `${shortDate(at)} ${clock(at)} ${deliveryNames[state]}${to === null ? '' : ` (${to})`}`
}

export function conclusionsXlsx(conclusions: readonly Conclusion[], printedAt: number): Promise<Buffer> {
  // Together about as wide as A4 across can be printed and still be read.
  const sheet = table('Kết luận', conclusions, [
    ['STT', 5, (_one, index) => index + 1],
    ['Nhiệm vụ', 36, ({ text }) => text],
    ['Đơn vị chủ trì', 20, ({ unit }) => unit],
    ['Đơn vị phối hợp', 20, ({ supportingUnits }) => supportingUnits.join('\n')],
    ['Căn cứ', 14, ({ ground }) => ground ?? ''],
    ['Thời hạn', 12, ({ dueOn }) => (dueOn ? calendarDay(dueOn) : 'Không ấn định')],
    ['Tình trạng', 16, ({ status, isOverdue }) => `${statusNames[status]}${isOverdue ? ', quá hạn' : ''}`],
    ['Diễn biến', 38, ({ steps }) => steps.map(stepLine).join('\n')],
    ['Nhắc việc', 26, ({ reminders }) => reminders.map(reminderLine).join('\n')],
    ['Giao tại', 20, ({ sessionTitle }) => sessionTitle],
    ['Ngày giao', 12, ({ heldAt }) => shortDate(heldAt)],
  ])
  return workbook([sheet], 'THEO DÕI THỰC HIỆN KẾT LUẬN', `Lập lúc ${clock(printedAt)} ngày ${shortDate(printedAt)}`)
}
