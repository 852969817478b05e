// The conclusions tracker as an Excel file: one row for each assignment.
import writeXlsxFile, { type Row } from 'write-excel-file/node'
import type { Conclusion, Reminder } from '../../../shared/wire/conclusions.ts'
import { printable } from '../model/paper.ts'
import { calendarDay, clock, shortDate } from '../model/times.ts'

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

const columns: readonly { title: string; width: number; value: (one: Conclusion) => string }[] = [
  { title: 'Nhiệm vụ', width: 50, value: ({ text }) => text },
  { title: 'Đơn vị chủ trì', width: 28, value: ({ unit }) => unit },
  { title: 'Đơn vị phối hợp', width: 28, value: ({ supportingUnits }) => supportingUnits.join('\n') },
  { title: 'Căn cứ', width: 24, value: ({ ground }) => ground ?? '' },
  { title: 'Thời hạn', width: 14, value: ({ dueOn }) => (dueOn ? calendarDay(dueOn) : 'Không ấn định') },
  {
    title: 'Tình trạng',
    width: 24,
    value: ({ status, isOverdue }) => `${statusNames[status]}${isOverdue ? ', quá hạn' : ''}`,
  },
  { title: 'Diễn biến', width: 60, value: ({ steps }) => steps.map(stepLine).join('\n') },
  { title: 'Nhắc việc', width: 44, value: ({ reminders }) => reminders.map(reminderLine).join('\n') },
  { title: 'Giao tại', width: 36, value: ({ sessionTitle }) => sessionTitle },
  { title: 'Ngày giao', width: 14, value: ({ heldAt }) => shortDate(heldAt) },
]

function stepLine({ kind, text, reference, files, at, by }: Conclusion['steps'][number]): string {
  const names = files.map(({ title, format }) => `${title}.${format}`)
  const words = [text, reference, names.length > 0 ? `tệp ${names.join(', ')}` : null].filter((one) => one !== null)
  return `${shortDate(at)} ${clock(at)} ${stepNames[kind]}${by ? ` (${by})` : ''}${words.length > 0 ? `: ${words.join(': ')}` : ''}`
}

function reminderLine({ at, delivery: { state, to } }: Reminder): string {
  return `${shortDate(at)} ${clock(at)} ${deliveryNames[state]}${to === null ? '' : ` (${to})`}`
}

export async function conclusionsXlsx(conclusions: readonly Conclusion[], printedAt: number): Promise<Buffer> {
  const head: Row[] = [
    [{ value: 'THEO DÕI THỰC HIỆN KẾT LUẬN', type: String, fontWeight: 'bold', fontSize: 14 }],
    [{ value: `Lập lúc ${clock(printedAt)} ngày ${shortDate(printedAt)}`, type: String }],
    [],
  ]
  const titles: Row = ['STT', ...columns.map(({ title }) => title)].map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: '#e7e6e6',
    borderStyle: 'thin',
  }))
  const rows = conclusions.map((conclusion, index): Row => {
    const cell = { alignVertical: 'top', wrap: true, borderStyle: 'thin' } as const
    return [
      { ...cell, value: index + 1, type: Number },
      // Typed as text, so that Excel never takes what somebody wrote for a formula.
      ...columns.map(({ value }) => ({ ...cell, value: printable(value(conclusion)), type: String })),
    ]
  })
  return writeXlsxFile(
    [
      {
        sheet: 'Kết luận',
        data: [...head, titles, ...rows],
        columns: [{ width: 6 }, ...columns.map(({ width }) => ({ width }))],
        stickyRowsCount: head.length + 1,
        orientation: 'landscape' as const,
      },
    ],
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer()
}
