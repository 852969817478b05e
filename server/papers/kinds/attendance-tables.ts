// The attendance as tables for xlsx.ts and csv.ts: per person, per time in the room, per site, and the roll call.
import type { ParticipantId, PersonId, SiteId } from '../../../shared/kernel/ids.ts'
import type { AttendanceSheet, Interval, ParticipantAttendance } from '../../../shared/projections/attendance.ts'
import type { People, Person } from '../../../shared/wire/engine/socket-events.ts'
import { type Column, type Table, table } from '../model/table.ts'
import { clock, hoursMinutesSeconds, isoTime, isSameDay, shortDate } from '../model/times.ts'
import { endingNames, identificationNames, markNames, notMarked, rankNames, roleNames } from './name-wording.ts'

type Names = ReturnType<typeof namesOf>
export function attendanceTables(sheet: AttendanceSheet, people: People): Table[] {
  const names = namesOf(sheet, people)
  return [personTable(sheet, names), intervalTable(sheet, people), siteTable(sheet, names), rollCallTable(sheet, names)]
}

const personTable = (sheet: AttendanceSheet, names: Names) =>
  table('Theo người', sheet.participants, [
    ['STT', 6, (_one, index) => index + 1],
    ...whoColumns<ParticipantAttendance>(names, (one) => one),
    ['Giờ vào – giờ ra', 24, ({ intervals }) => spans(intervals, sheet.openedAt)],
    ['Số lần gián đoạn', 12, ({ intervals }) => Math.max(0, intervals.length - 1)],
    ['Tổng thời gian có mặt', 14, ({ presentMs }) => hoursMinutesSeconds(presentMs)],
  ])

interface TimeInRoom {
  readonly participant: ParticipantAttendance
  /** null: never came. */
  readonly interval: Interval | null
  readonly ordinal: number
}

/** A row per time in the room. Who never came has one row without times: the list of those invited stays whole. */
export function intervalTable(sheet: AttendanceSheet, people: People): Table {
  const times = sheet.participants.flatMap((participant): TimeInRoom[] => {
    const came = participant.intervals.map((interval, index) => ({ participant, interval, ordinal: index + 1 }))
    return came.length > 0 ? came : [{ participant, interval: null, ordinal: 0 }]
  })
  return table('Các lần vào ra', times, [
    ['STT', 6, (_one, index) => index + 1],
    ...whoColumns<TimeInRoom>(namesOf(sheet, people), ({ participant }) => participant),
    ['Lần', 6, ({ ordinal }) => ordinal],
    ['Giờ vào', 27, ({ interval }) => (interval ? isoTime(interval.from) : null)],
    ['Giờ ra', 27, ({ interval }) => (interval?.to ? isoTime(interval.to) : null)],
    ['Lý do kết thúc', 26, ({ interval }) => (interval?.ending ? endingNames[interval.ending] : null)],
    ['Tổng thời gian có mặt', 14, ({ participant }) => hoursMinutesSeconds(participant.presentMs)],
    ['Tổng thời gian có mặt (giây)', 14, ({ participant }) => Math.round(participant.presentMs / 1000)],
    ['Mã người tham dự', 38, ({ participant }) => participant.participantId],
  ])
}

const siteTable = (sheet: AttendanceSheet, names: Names) =>
  table('Theo điểm cầu', sheet.sites, [
    ['STT', 6, (_one, index) => index + 1],
    ['Điểm cầu', 34, ({ name }) => name],
    ['Loại', 24, ({ rank }) => rankNames[rank]],
    ['Giờ vào – giờ ra', 24, ({ intervals }) => spans(intervals, sheet.openedAt)],
    ['Tổng thời gian kết nối', 14, ({ presentMs }) => hoursMinutesSeconds(presentMs)],
    ['Đại biểu triệu tập', 12, ({ delegates }) => delegates.length],
    ['Đại biểu có mặt', 12, ({ delegatesPresent }) => delegatesPresent],
    ['Số người tại phòng họp', 12, ({ headcount }) => headcount],
    ['Người xác nhận', 28, ({ confirmedBy }) => (confirmedBy ? names.participant(confirmedBy).name : null)],
    ['Thời điểm xác nhận', 27, ({ confirmedAt }) => (confirmedAt ? isoTime(confirmedAt) : null)],
  ])

function rollCallTable(sheet: AttendanceSheet, names: Names): Table {
  const delegates = sheet.sites.flatMap((site) => site.delegates.map((delegate) => ({ site, ...delegate })))
  return table('Điểm danh đại biểu', delegates, [
    ['STT', 6, (_one, index) => index + 1],
    ['Điểm cầu', 34, ({ site }) => site.name],
    ['Họ và tên', 28, ({ personId }) => names.person(personId).name],
    ['Chức vụ, đơn vị', 38, ({ personId }) => names.person(personId).title],
    ['Kết quả điểm danh', 20, ({ mark }) => (mark ? markNames[mark] : notMarked)],
    ['Thời điểm', 27, ({ markedAt }) => (markedAt ? isoTime(markedAt) : null)],
    ['Người dự thay', 28, ({ substituteId }) => (substituteId ? names.person(substituteId).name : null)],
    ['Chức vụ người dự thay', 38, ({ substituteId }) => (substituteId ? names.person(substituteId).title : null)],
    ['Giấy tờ của người dự thay', 30, ({ substitutePaper }) => substitutePaper],
  ])
}

function whoColumns<Thing>(names: Names, who: (thing: Thing) => ParticipantAttendance): Column<Thing>[] {
  return [
    ['Họ và tên', 28, (thing) => names.person(who(thing).personId).name],
    ['Chức vụ, đơn vị', 38, (thing) => names.person(who(thing).personId).title],
    ['Vai trò', 20, (thing) => roleNames[who(thing).role]],
    ['Điểm cầu', 30, (thing) => names.site(who(thing).siteId)],
    ['Cách xác định danh tính', 28, (thing) => identificationNames[who(thing).identifiedBy]],
  ]
}

/** A cell is for reading; all the times are in the table of times. */
const spansInACell = 20

/** 08:00:12 – 08:45:03, a line each; with the date where it is another day than the opening. */
function spans(intervals: readonly Interval[], openedAt: number | null): string {
  const time = (at: number) =>
    openedAt === null || isSameDay(at, openedAt) ? clock(at) : `${shortDate(at)} ${clock(at)}`
  const shown = intervals
    .slice(0, spansInACell)
    .map(({ from, to }) => `${time(from)} – ${to === null ? '…' : time(to)}`)
  const hidden = intervals.length - shown.length
  return [...shown, ...(hidden > 0 ? [`và ${hidden} lần khác`] : [])].join('\n')
}

/** A person erased from the record leaves their times, not their name. */
const unnamed: Person = { name: '…', title: null }

function namesOf(sheet: AttendanceSheet, people: People) {
  const person = (personId: PersonId | undefined) => (personId && people[personId]) || unnamed
  return {
    person,
    participant: (id: ParticipantId) => person(sheet.participants.find((one) => one.participantId === id)?.personId),
    site: (siteId: SiteId | null) => sheet.sites.find((site) => site.siteId === siteId)?.name ?? null,
  }
}
