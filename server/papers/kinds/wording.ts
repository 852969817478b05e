// The Vietnamese wording of the papers: the beginning and end of the minutes, the sites, and every line of the course as a
// sentence. Word and PDF print the same texts.
import { countsAsPresent } from '../../../shared/modules/rollcall/contract.ts'
import type { CourseLine, Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { Interpreter, MinutesSite, SpokenTime } from '../../../shared/projections/minutes-people.ts'
import type { Section, SectionItem, SourcedLine } from '../../../shared/projections/minutes-sections.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import { hourAndMinute, isSameDay, twoDigits } from '../model/times.ts'
import { clauseOf } from './course-clauses.ts'
import { type Meeting, meetingNoun } from './meeting-nouns.ts'
import {
  atSite,
  described,
  languageNames,
  markNames,
  notMarked,
  rankNames,
  roleNames,
  sitePrefix,
} from './name-wording.ts'
import { capital, closed, timeAndDate } from './sentences.ts'

export function startSentence({ startedAt, scheduledAt }: Meeting): string {
  return startedAt === null
    ? `… giờ …, ngày … tháng … năm …… (dự kiến ${timeAndDate(scheduledAt)}).`
    : `${timeAndDate(startedAt)}.`
}

export function endSentence(meeting: Meeting): string {
  const when = meeting.endedAt === null ? '… giờ …, ngày … tháng … năm ……' : timeAndDate(meeting.endedAt)
  return `${capital(meetingNoun(meeting))} kết thúc vào ${when}./.`
}

export function placeSentence({ place, sites }: Pick<MinutesDocument, 'place' | 'sites'>): string {
  const branches = sites.filter(({ rank }) => rank === 'branch').length
  const connection = branches > 0 ? `, kết nối trực tuyến với ${twoDigits(branches)} điểm cầu thành phần` : ''
  return closed(`${place.replace(/\.$/, '')}${connection}`)
}

/** Ông/bà Nguyễn Thị Hằng, Phó Giám đốc Sở Y tế */
export const personAndTitle = (person: Person): string => capital(described(person))

export function siteHeading({ name, rank }: Pick<MinutesSite, 'name' | 'rank'>): string {
  return `${rankNames[rank]}: ${capital(name.replace(sitePrefix, ''))}`
}

/** Who sat at a site: the counts, each delegate, who ran the endpoint. */
export function siteClauses({ delegates, headcount, operators }: MinutesSite): string[] {
  const present = delegates.filter(({ mark }) => mark !== null && countsAsPresent(mark)).length
  const counts = [
    delegates.length > 0 ? `${twoDigits(present)}/${twoDigits(delegates.length)} đại biểu có mặt` : [],
    headcount === null ? [] : `${twoDigits(headcount)} người tại phòng họp`,
  ].flat()
  return [
    counts.length > 0 ? capital(counts.join(', ')) : [],
    delegates.map(delegateClause),
    operators.length > 0 ? `${roleNames.siteOperator}: ${operators.map(described).join(', ')}` : [],
  ].flat()
}

function delegateClause({ person, mark, substitute, substitutePaper }: MinutesSite['delegates'][number]): string {
  const state = mark === null ? notMarked : markNames[mark]
  return `${personAndTitle(person)}: ${state}${substitute ? ` (${[described(substitute), substitutePaper].filter(Boolean).join(', ')})` : ''}`
}

export function guestClause(guest: Named): string {
  return `${personAndTitle(guest)}${guest.site ? ` (${atSite(guest.site)})` : ''}`
}

export const interpreterClause = ({ who, languages }: Interpreter): string =>
  `${guestClause(who)}: phiên dịch sang ${languages.map((language) => languageNames[language]).join(', ')}`

/** Who of a site spoke is known only where it was said. */
export function speakerClause({ who, site }: Pick<SpokenTime, 'who' | 'site'>): string {
  return who ? guestClause(who) : capital(atSite(site ?? ''))
}

/** What stands over a part of the course; null: nothing does. */
export function sectionHeading({ part, item }: Section, meeting: Meeting): string | null {
  switch (part) {
    case 'whole':
      return null
    case 'opening':
      return 'Mở đầu'
    case 'closing':
      return `Kết thúc ${meetingNoun(meeting)}`
    case 'item':
      return item && itemHeading(item)
  }
}

const itemHeading = ({ number, title, isAgain }: SectionItem) =>
  `Nội dung ${number}: ${title}${isAgain ? ' (tiếp tục)' : ''}`

/** One line of the course of events. Texts that people typed may hold several lines. */
export function courseSentence(line: CourseLine, meeting: Meeting): string {
  return `${momentOf(line, meeting)}${closed(clauseOf(line, meeting))}`
}

/** As the secretary left it: reworded, or null where it was left out. */
export function amendedSentence({ line, amendment }: SourcedLine, meeting: Meeting): string | null {
  if (amendment === null) return courseSentence(line, meeting)
  return amendment.text === null ? null : `${momentOf(line, meeting)}${closed(amendment.text)}`
}

/** What the secretary rewords: the sentence without its time. */
export const clauseText = (line: CourseLine, meeting: Meeting): string => closed(clauseOf(line, meeting))

/** How a sentence of the course begins: with the time, and with the date where it is not the day of the meeting. */
export function momentOf(line: CourseLine, meeting: Meeting): string {
  const at = line.kind === 'lost' ? line.lostAt : line.at
  const isThatDay = isSameDay(at, meeting.startedAt ?? meeting.scheduledAt)
  const time = isThatDay ? hourAndMinute(at) : timeAndDate(at)
  // What the secretary completes after the closing must not read as said in the meeting.
  if (meeting.endedAt !== null && at > meeting.endedAt)
    return `Bổ sung sau khi kết thúc ${meetingNoun(meeting)} (lúc ${time}): `
  return `${line.kind === 'opened' ? 'Đúng' : 'Lúc'} ${time}, `
}
