// The Vietnamese wording of the papers: every line of the minutes as a sentence, and the names of roles, marks and
// endings. Word and PDF print the same texts. No gender is assumed: ông/bà.
import type { z } from 'zod'
import type { Language, Ms, Role } from '../../../shared/kernel/ids.ts'
import type { PersonKind } from '../../../shared/law/identity-papers.ts'
import { groundOf } from '../../../shared/law/refusal-grounds.ts'
import type { IdentificationMethod } from '../../../shared/modules/admission/contract.ts'
import type { PaperKind } from '../../../shared/modules/approval/contract.ts'
import type { Gate } from '../../../shared/modules/readiness/contract.ts'
import { countsAsPresent, type Mark } from '../../../shared/modules/rollcall/contract.ts'
import type { SessionKind } from '../../../shared/modules/session/contract.ts'
import type { StatementOutcome } from '../../../shared/modules/statement/contract.ts'
import type { Interval } from '../../../shared/projections/attendance.ts'
import type { AssignmentLine, CourseLine, Doer, Named, RecordingStep } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { Interpreter, MinutesSite, SpokenTime } from '../../../shared/projections/minutes-people.ts'
import type { Section, SectionItem, SourcedLine } from '../../../shared/projections/minutes-sections.ts'
import type { Quorum } from '../../../shared/projections/quorum.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import type { InterruptionCause } from '../../../shared/wire/hearing/recording.ts'
import { paperNumber, type Symbolised } from '../model/paper-number.ts'
import { calendarDay, durationInWords, hourAndMinute, isSameDay, longDate, twoDigits } from '../model/times.ts'
import { ballotClosed, ballotOpened, quoted } from './ballot-wording.ts'

export const roleNames: Record<Role, string> = {
  chair: 'Chủ tọa',
  secretary: 'Thư ký',
  siteOperator: 'Phụ trách điểm cầu',
  citizen: 'Công dân',
  observer: 'Quan sát viên',
}

/** Somebody named at a site, without a page of their own. */
export const delegateName = 'Đại biểu'

const languageNames: Record<Language | 'signLanguage', string> = {
  signLanguage: 'ngôn ngữ ký hiệu',
  vi: 'tiếng Việt',
  tyz: 'tiếng Tày',
  nut: 'tiếng Nùng',
  blt: 'tiếng Thái',
  mtq: 'tiếng Mường',
  hmn: 'tiếng Mông',
  ium: 'tiếng Dao',
  km: 'tiếng Khmer',
  cjm: 'tiếng Chăm',
  rad: 'tiếng Ê Đê',
  jra: 'tiếng Gia Rai',
  bdq: 'tiếng Ba Na',
  sed: 'tiếng Xơ Đăng',
  kpm: 'tiếng Cơ Ho',
  hre: 'tiếng Hrê',
  en: 'tiếng Anh',
  zh: 'tiếng Trung Quốc',
  lo: 'tiếng Lào',
  fr: 'tiếng Pháp',
  ru: 'tiếng Nga',
  ja: 'tiếng Nhật',
  ko: 'tiếng Hàn Quốc',
}

export const rankNames: Record<MinutesSite['rank'], string> = {
  centre: 'Điểm cầu trung tâm',
  branch: 'Điểm cầu thành phần',
}

export const markNames: Record<Mark, string> = {
  present: 'có mặt',
  late: 'đến muộn',
  leftEarly: 'ra về sớm',
  absentWithLeave: 'vắng có phép',
  absentWithoutLeave: 'vắng không phép',
  substitute: 'có người dự thay',
}
export const notMarked = 'chưa điểm danh'

export const identificationNames: Record<z.infer<typeof IdentificationMethod>, string> = {
  link: 'Liên kết riêng do cơ quan cấp',
  document: 'Giấy tờ tùy thân',
  known: 'Cán bộ tiếp nhận biết rõ',
}

export const endingNames: Record<NonNullable<Interval['ending']>, string> = {
  waiting: 'Trở lại phòng chờ',
  lost: 'Mất kết nối',
  left: 'Rời phòng họp',
  refused: 'Không được chấp nhận',
  removed: 'Được yêu cầu rời phòng họp',
  withdrawn: 'Không tiếp tục tham gia',
  closed: 'Phiên họp kết thúc',
}

/** A dialogue is a reception too, so its word must fit both. */
const gateWords: Readonly<Record<Gate, string>> = {
  notice: 'thông báo trước',
  connectionTest: 'kiểm tra kết nối các điểm cầu',
  allConnected: 'các điểm cầu kết nối, nhìn và nghe được nhau',
}
const meetingNouns: Record<z.infer<typeof SessionKind>, string> = { conference: 'cuộc họp', reception: 'buổi làm việc' }
const openings: Record<z.infer<typeof SessionKind>, { declared: string; told: string }> = {
  conference: { declared: 'khai mạc cuộc họp', told: 'cuộc họp được khai mạc' },
  reception: { declared: 'bắt đầu buổi làm việc', told: 'buổi làm việc bắt đầu' },
}

type Meeting = Pick<MinutesDocument, 'kind' | 'scheduledAt' | 'startedAt' | 'endedAt'>

export const meetingNoun = ({ kind }: Meeting): string => meetingNouns[kind]

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

/** 05/12/2026, or that no day was set. */
export const dueDay = ({ dueOn }: AssignmentLine): string => (dueOn ? calendarDay(dueOn) : 'Không ấn định')

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

/** Without its full stop: it goes on in a row. */
const unended = (text: string) => text.replace(/\.$/u, '')

function clauseOf(line: CourseLine, meeting: Meeting): string {
  const noun = meetingNoun(meeting)
  switch (line.kind) {
    case 'opened':
      return line.by === 'chair' ? `Chủ tọa tuyên bố ${openings[meeting.kind].declared}` : openings[meeting.kind].told
    case 'suspended':
      return `${line.by === 'chair' ? 'Chủ tọa tuyên bố' : 'Hệ thống'} tạm dừng ${noun}. Lý do: ${line.reason}`
    case 'resumed':
      return `Chủ tọa tuyên bố tiếp tục ${noun}`
    case 'closed':
      return line.by === 'chair' ? `Chủ tọa tuyên bố kết thúc ${noun}` : `${noun} kết thúc`
    case 'arrived':
      return `${mention(line.who)} tham gia ${noun}`
    case 'lost':
      return `${mention(line.who)} bị mất kết nối`
    case 'returned':
      return `${mention(line.who)} kết nối trở lại và tiếp tục tham gia ${noun}`
    case 'left':
      return `${mention(line.who)} rời ${noun}`
    case 'chairHandedOver':
      return line.isTaken
        ? `Chủ tọa ${described(line.from)} không có mặt; ${mention(line.to)} nhận quyền chủ tọa và điều hành ${noun} từ thời điểm này`
        : `Chủ tọa ${described(line.from)} giao quyền chủ tọa cho ${mention(line.to)}, người điều hành ${noun} từ thời điểm này`
    case 'returnedToWaiting':
      return `${mention(line.who)} được mời trở lại phòng chờ. Lý do: ${line.reason}`
    case 'removed':
      return `${mention(line.who)} được yêu cầu rời khỏi ${noun}. Lý do: ${line.reason}`
    case 'refused':
      return `${mention(line.who)} không được chấp nhận tham gia ${noun}. Lý do: ${line.reason}`
    case 'withdrawn':
      return `${mention(line.who)} không tiếp tục tham gia ${noun}. Lý do: ${line.reason}`
    case 'floorGranted':
      return floorGranted(line)
    case 'speakerNamed':
      return `${described(line.person)}${line.site ? ` (${atSite(line.site)})` : ''} phát biểu`
    case 'floorLocked':
      return line.isByTurns
        ? `${office(line.by)} đề nghị tất cả các điểm cầu tắt micro, tạm dừng đăng ký phát biểu`
        : `${office(line.by)} đề nghị mọi người tắt micro`
    case 'speakingOrdered':
      return line.isByTurns
        ? `${office(line.by)} đề nghị phát biểu theo lượt; người được mời mới phát biểu`
        : `${office(line.by)} đề nghị trao đổi trực tiếp, không cần đăng ký phát biểu`
    case 'silenced':
      return `${office(line.by)} tắt micro của ${mention(line.who)}`
    case 'silenceEnded':
      return `${office(line.by)} mở lại micro cho ${mention(line.who)}`
    case 'floorRevoked':
      return `${office(line.by)} đề nghị ${mention(line.who)} dừng phát biểu`
    case 'floorEnded':
      return floorEnded(line)
    case 'itemStarted':
      return `${line.isAgain ? 'tiếp tục' : 'bắt đầu'} nội dung “${line.title}”`
    case 'itemFinished':
      return `kết thúc nội dung “${line.title}”`
    case 'connectionConfirmed':
      return connectionConfirmed(line)
    case 'gatesOverridden':
      return gatesOverridden(line)
    case 'itemSkipped':
      return `không tiến hành nội dung “${line.title}”. Lý do: ${line.reason}`
    case 'quorum':
      return quorumClause(line.quorum)
    case 'documentPresented':
      return `${mention(line.who)} trình chiếu tài liệu “${line.title}”`
    case 'documentStudied':
      return documentStudied(line)
    case 'announced':
      return `${office(line.by)} thông báo: ${line.text}`
    case 'screenShared':
      return `${mention(line.who)} trình chiếu màn hình`
    case 'cameraOff':
      return line.until === null
        ? `không có hình của ${mention(line.who)}`
        : `không có hình của ${mention(line.who)} đến ${hourAndMinute(line.until)}`
    case 'recordingGap':
      return recordingGap(line)
    case 'interpreted': {
      const speaks = `${described(line.who)}${line.who.title ? ',' : ''} phiên dịch sang ${languageNames[line.language]}`
      return line.until === null ? speaks : `${speaks} đến ${hourAndMinute(line.until)}`
    }
    case 'consultation':
      return line.endedAt === null
        ? 'một số thành viên hội ý riêng'
        : `một số thành viên hội ý riêng đến ${hourAndMinute(line.endedAt)}`
    case 'identity':
      return identityClause(line)
    case 'statement':
      return statementClause(line)
    case 'ownRecording':
      return line.isAllowed
        ? `Chủ tọa thông báo công dân được tự ghi âm, ghi hình ${noun}`
        : `Chủ tọa thông báo công dân không được tự ghi âm, ghi hình, phát trực tiếp ${noun}`
    case 'devicesConfirmed':
      return `${mention(line.who)} xác nhận${line.site ? ` tại ${line.site}` : ''} trước phiên: ${line.items.map(unended).join('; ')}`
    case 'secrecyWaived':
      return `${office(line.by)} ghi nhận văn bản số ${line.paperNumber} ngày ${calendarDay(line.signedOn)} của người tố cáo, đồng ý để điểm cầu thành phần và người khác cùng dự`
    case 'secrecyTakenBack':
      return `${office(line.by)} ghi nhận người tố cáo không còn đồng ý để người khác cùng dự: ${line.reason}`
    case 'madeProtected':
      return `${office(line.by)} xác định nội dung là tố cáo; từ lúc này ${noun} theo chế độ bảo vệ người tố cáo`
    case 'competence':
      return competenceClause(line)
    case 'refusalExplained':
      return refusalClause(line)
    case 'receiptIssued':
      return `nhận của ${mention(line.who)} ${twoDigits(line.papers)} tài liệu, lập giấy biên nhận số ${twoDigits(line.number)} năm ${line.year}`
    case 'noticeIssued':
      return `lập thông báo từ chối tiếp ${mention(line.who)}, số ${twoDigits(line.number)} năm ${line.year}`
    case 'group':
      return `đoàn có ${twoDigits(line.people)} người, cử ${twoDigits(line.representatives.length)} người đại diện trình bày: ${line.representatives.map(described).join(', ')}`
    case 'recording':
      if (line.step === 'confirmed') return 'máy chủ bắt đầu ghi âm, ghi hình'
      return `${office(line.by)} thông báo ${recordingStep(line, line.step, noun)}`
    case 'motionProposed':
      return `đưa ra nội dung biểu quyết ${quoted(line.ballot)}`
    case 'codesPrinted': {
      const who = line.by === null ? 'cán bộ được giao' : office(line.by)
      const where = line.site === null ? '' : ` của ${atSite(line.site)}`
      const why = line.reason === null ? '' : `. Lý do: ${line.reason}`
      return `${who} in ${twoDigits(line.count)} mã biểu quyết${where}; mã đã in trước đó của các đại biểu này hết hiệu lực${why}`
    }
    case 'ballotOpened':
      return ballotOpened(line.ballot)
    case 'ballotClosed':
      return ballotClosed(line.ballot)
    case 'motionWithdrawn':
      return `hủy nội dung biểu quyết ${quoted(line.ballot)}. Lý do: ${line.ballot.withdrawnReason}`
    case 'note':
      return `Thư ký ghi nhận: ${line.text}`
    case 'decision':
      return `Chủ tọa kết luận: ${line.text}`
    case 'assignment':
      return assignmentClause(line)
  }
}

export const personKindNames: Record<PersonKind, string> = {
  citizen: 'công dân',
  representative: 'người đại diện',
  authorised: 'người được ủy quyền',
  lawyer: 'luật sư',
  legalAid: 'trợ giúp viên pháp lý',
}

function identityClause({ who, by, outcome, personKind }: CourseLine & { kind: 'identity' }): string {
  const looked = `${office(by)} kiểm tra giấy tờ của ${mention(who)}`
  switch (outcome) {
    case 'confirmed':
      return `${looked}: đã xác nhận, tham gia với tư cách ${personKindNames[personKind ?? 'citizen']}`
    case 'refused':
      return `${looked}: chưa đủ căn cứ xác nhận`
    case 'deferred':
      return `${looked}: để lại, kiểm tra sau`
    case 'withdrawn':
      return `${office(by)} hủy kết quả kiểm tra giấy tờ của ${mention(who)} để kiểm tra lại`
  }
}

/** The words stand as they were read back, between quotation marks; how they were acknowledged comes after them. */
function statementClause({ who, version, text, outcome }: CourseLine & { kind: 'statement' }): string {
  const which = version > 1 ? ` (bản ghi lần ${version}, sau khi sửa theo đề nghị)` : ''
  return `ghi nội dung trình bày của ${mention(who)}${which}: “${text}” ${acknowledgementSentence(outcome)}`
}

function acknowledgementSentence(outcome: StatementOutcome | null): string {
  switch (outcome?.how) {
    case 'drawn':
      return `Đã đọc lại; người trình bày đồng ý và ký trên màn hình (mã SHA-256 của chữ ký: ${outcome.sha256})`
    case 'code':
      return 'Đã đọc lại; người trình bày đồng ý và xác nhận bằng mã do cán bộ đọc tại buổi làm việc'
    case 'spoken':
      return 'Đã đọc lại; người trình bày đồng ý bằng lời, có ghi âm'
    case 'notSigned':
      return `Đã đọc lại; người trình bày không ký xác nhận. Lý do: ${outcome.reason}`
    case undefined:
      return 'Đã đọc lại; người trình bày chưa xác nhận'
  }
}

function competenceClause({ isOwn, competentUnit }: CourseLine & { kind: 'competence' }): string {
  if (isOwn) return 'xác định nội dung thuộc thẩm quyền của cơ quan'
  const guided = competentUnit === null ? '' : `; hướng dẫn công dân đến ${competentUnit}`
  return `xác định nội dung không thuộc thẩm quyền của cơ quan${guided}`
}

/** What was not read in the text in force is not printed as law. */
function refusalClause({ who, groundId, words }: CourseLine & { kind: 'refusalExplained' }): string {
  const ground = groundOf(groundId)
  const basis = ground?.mark === 'verified' ? ` (${ground.source})` : ''
  const why = ground ? `“${ground.words}”${basis}. ` : ''
  return `giải thích trực tiếp cho ${mention(who)} lý do từ chối: ${why}${words}`
}

function assignmentClause(line: AssignmentLine): string {
  const { unit, supportingUnits, text, ground } = line
  const support = supportingUnits.length > 0 ? `, ${supportingUnits.join(', ')} phối hợp` : ''
  const basis = ground === null ? '' : ` Căn cứ: ${closed(ground)}`
  return `Chủ tọa giao ${unit} chủ trì${support}: ${closed(text)}${basis} Thời hạn: ${dueDay(line).toLocaleLowerCase('vi')}`
}

/** Whom a sentence names as the one who did it. The floor is given by those present alone. */
const office = (by: Doer): string => roleNames[by ?? 'chair']

/** Named: by office in the room, as an official of the agency from outside it. */
const decider = (by: Doer, person: Person): string =>
  by === null ? `${described(person)}, cán bộ của cơ quan,` : `${office(by)} (${described(person)})`

function connectionConfirmed({ by, person, site, reason }: CourseLine & { kind: 'connectionConfirmed' }): string {
  return `${decider(by, person)} xác nhận thủ công kết nối hình và tiếng hai chiều của ${site ?? 'các điểm cầu'}. Lý do: ${reason}`
}

function gatesOverridden({ by, person, gates, reason }: CourseLine & { kind: 'gatesOverridden' }): string {
  const missing = gates.map((gate) => gateWords[gate]).join('; ')
  return `${decider(by, person)} quyết định khai mạc khi chưa đủ điều kiện chuẩn bị (${missing}). Lý do: ${reason}`
}

/** có mặt 5/7 điểm cầu, đủ số lượng theo quy định (ít nhất 5) */
function quorumClause({ rule, present, total, needed, isMet }: Quorum): string {
  const unit = rule.of === 'sites' ? 'điểm cầu' : 'đại biểu'
  const verdict = isMet ? 'đủ' : 'không đủ'
  return `có mặt ${twoDigits(present)}/${twoDigits(total)} ${unit}, ${verdict} số lượng theo quy định (ít nhất ${twoDigits(needed)})`
}

function floorGranted({ who, by, limitMs }: CourseLine & { kind: 'floorGranted' }): string {
  const speaks = who.role === 'chair' ? 'Chủ tọa phát biểu' : `${office(by)} mời ${mention(who)} phát biểu`
  return limitMs === null ? speaks : `${speaks}, thời gian không quá ${durationInWords(limitMs)}`
}

function documentStudied({ title, people, sites }: CourseLine & { kind: 'documentStudied' }): string {
  const where = sites > 0 ? ` tại ${twoDigits(sites)} điểm cầu` : ''
  return `đã có ${twoDigits(people)} người${where} xác nhận đã quán triệt tài liệu “${title}”`
}

function floorEnded({ who, cause }: CourseLine & { kind: 'floorEnded' }): string {
  switch (cause) {
    case 'released':
      return `${mention(who)} kết thúc phần phát biểu`
    case 'expired':
      return `phần phát biểu của ${mention(who)} kết thúc do hết thời gian`
  }
}

/** Whose recording it is stands where it begins: ADR 0027, ADR 0051. */
function recordingStep(
  { reason, equipment }: CourseLine & { kind: 'recording' },
  step: Exclude<RecordingStep, 'confirmed'>,
  noun: string,
): string {
  switch (step) {
    case 'announced':
      return `${noun} được ghi âm, ghi hình`
    case 'withdrawn':
      return `${noun} không được ghi âm, ghi hình`
    case 'started':
      return `bắt đầu ghi âm, ghi hình bằng thiết bị của cơ quan${
        equipment ? ` (${equipment.device}), người ghi: ${described(equipment.recorder)}. Lý do: ${reason}` : ''
      }`
    case 'paused':
      return `tạm dừng ghi âm, ghi hình. Lý do: ${reason}`
    case 'resumed':
      return 'tiếp tục ghi âm, ghi hình'
    case 'stopped':
      return 'kết thúc ghi âm, ghi hình'
  }
}

const sourceWords: Readonly<Record<MediaSource, string>> = {
  microphone: 'tiếng nói',
  camera: 'hình',
  screen: 'màn hình trình chiếu',
  screenSound: 'tiếng của màn hình trình chiếu',
}

const causeWords: Readonly<Record<InterruptionCause, string>> = {
  noRecorder: 'máy chủ không có chương trình ghi',
  diskFull: 'ổ đĩa của máy chủ hết chỗ',
  programEnded: 'chương trình ghi dừng đột ngột',
  nothingWritten: 'dữ liệu không ghi được xuống ổ đĩa',
  clockChanged: 'đồng hồ máy chủ bị chỉnh',
  serverRestarted: 'máy chủ khởi động lại',
}

function recordingGap({ of, cause, until }: CourseLine & { kind: 'recordingGap' }): string {
  const what = of
    ? `không ghi được ${sourceWords[of.source]} của ${mention(of.who)}`
    : 'việc ghi âm, ghi hình gián đoạn'
  return `${what}${until === null ? '' : ` đến ${hourAndMinute(until)}`} (${causeWords[cause]})`
}

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

const timeAndDate = (at: Ms) => `${hourAndMinute(at)}, ${longDate(at)}`

/** ông/bà Nguyễn Thị Hằng (điểm cầu Sở Y tế) */
function mention({ name, role, site }: Named): string {
  const notes = [role === 'siteOperator' && site ? [] : roleNames[role], site ? atSite(site) : []].flat()
  return `${withHonorific(name)} (${notes.join(', ')})`
}

export const described = ({ name, title }: Person) => `${withHonorific(name)}${title ? `, ${title}` : ''}`

/** Who was entered with an honorific keeps that one. */
const withHonorific = (name: string) => (/^(ông|bà)\s/iu.test(name) ? name : `ông/bà ${name}`)

const sitePrefix = /^điểm cầu\s+/iu
const atSite = (site: string) => `điểm cầu ${site.replace(sitePrefix, '')}`

export const closed = (text: string) => (/[.!?…:;][”"')]?$/u.test(text) ? text : `${text}.`)

const capital = (text: string) => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`

const symbols = { minutes: 'BB', conclusions: 'TB' } as const satisfies Record<PaperKind, string>

export function numberAndSymbol(paper: PaperKind, issue: { number: number } | null, agency: Symbolised): string {
  return paperNumber(issue?.number ?? null, symbols[paper], agency)
}

export const documentNumber = (
  paper: PaperKind,
  { record, agency }: Pick<MinutesDocument, 'record' | 'agency'>,
): string => numberAndSymbol(paper, record.issues[paper], agency)

/** The minutes whose place these take; null: they are the first. */
export function correctionSentence({ record, agency }: Pick<MinutesDocument, 'record' | 'agency'>): string | null {
  const { corrects } = record
  if (corrects === null) return null
  const number = numberAndSymbol('minutes', corrects, { ...agency, ...corrects })
  return `Biên bản số ${number} ${longDate(corrects.at)}. Lý do: ${closed(corrects.reason)}`
}

/** That no minutes are issued, by whom and why; null: nobody has said so. */
export function waiverSentence({ record: { waiver } }: Pick<MinutesDocument, 'record'>): string | null {
  if (waiver === null) return null
  const who = waiver.who ? `${waiver.who.name} quyết định` : 'cán bộ của cơ quan quyết định (nhật ký ghi tài khoản)'
  return `${who} ${signedAt(waiver.at)}. Lý do: ${closed(waiver.reason)}`
}

/** lúc 10 giờ 05, ngày 24 tháng 11 năm 2026 */
export const signedAt = (at: Ms): string => `lúc ${timeAndDate(at)}`

/** Đắk Lắk, ngày 24 tháng 11 năm 2026: the day of the issue. */
export function placeAndDate({ agency, record }: Pick<MinutesDocument, 'agency' | 'record'>): string {
  return `${agency.placeName ?? '……'}, ${dayOrBlank(record.issues.conclusions)}`
}

/** What is not issued has no day yet. */
export const dayOrBlank = (issue: { readonly at: Ms } | null): string =>
  issue ? longDate(issue.at) : 'ngày …… tháng …… năm ……'

export const conclusionsSubject = ({ title, reception }: Pick<MinutesDocument, 'title' | 'reception'>): string =>
  reception ? 'Kết luận việc tiếp công dân' : `Kết luận tại ${uncapital(title)}`

export function conclusionsIntroduction(document: MinutesDocument): string {
  const { startedAt, scheduledAt, place, chair, kind, title, reception } = document
  const who = chair ? described(chair) : '…………'
  const when = `${capital(longDate(startedAt ?? scheduledAt))}, tại ${place.replace(/\.$/, '')}, ${who}`
  if (reception) {
    const citizens = reception.citizens.map((citizen) => described(citizen.who)).join('; ') || '…………'
    return `${when}, tiếp công dân: ${citizens} (“${title}”). Sau khi nghe công dân trình bày, ${who} kết luận, chỉ đạo như sau:`
  }
  return `${when} chủ trì ${meetingNouns[kind]} “${title}”. Căn cứ diễn biến ${meetingNouns[kind]}, chủ tọa kết luận như sau:`
}

/** Nghị định 154/2026/NĐ-CP, Điều 25.2: the result reaches the citizen. */
export const conclusionsEnding = ({ reception }: Pick<MinutesDocument, 'reception'>): string =>
  reception
    ? 'Các cơ quan, đơn vị được giao tổ chức thực hiện, báo cáo kết quả đúng thời hạn và thông báo kết quả bằng văn bản đến công dân./.'
    : 'Đề nghị các cơ quan, đơn vị được giao nhiệm vụ tổ chức thực hiện và báo cáo kết quả theo thời hạn nêu trên./.'

/** Who does it with whom, on what ground, until when. */
export function assignmentDetails(line: AssignmentLine): string[] {
  const { unit, supportingUnits, ground } = line
  return [
    `Đơn vị chủ trì: ${unit};`,
    ...(supportingUnits.length > 0 ? [`Đơn vị phối hợp: ${supportingUnits.join(', ')};`] : []),
    ...(ground === null ? [] : [`Căn cứ: ${ground};`]),
    `Thời hạn: ${dueDay(line).toLocaleLowerCase('vi')}.`,
  ]
}

/** Names that begin with a capital by right keep it: Ủy ban, UBND, Đà Nẵng. */
const uncapital = (text: string) =>
  /^(Hội nghị|Cuộc họp|Buổi|Phiên|Đối thoại|Họp)\s/u.test(text)
    ? `${text.slice(0, 1).toLocaleLowerCase('vi')}${text.slice(1)}`
    : text
