// The minutes of a dialogue about a complaint (biên bản đối thoại, Mẫu số 14 of Nghị định 155/2026/NĐ-CP).
import type { PartyRole } from '../../../shared/modules/dialogue/contract.ts'
import type { DialogueParty, DialogueRecord } from '../../../shared/projections/dialogue-record.ts'
import type { Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import { shareOf } from '../model/letterhead.ts'
import { type Block, type Columns, gap, type Line, line, lines, rule } from '../model/paper.ts'
import { byHand, signatureBlock } from '../model/signature-block.ts'
import { calendarDay, hourAndMinute, longDate, twoDigits } from '../model/times.ts'
import { correctionSentence } from './conclusions-wording.ts'
import { identityPaperNames } from './identity-paper-names.ts'
import { chairTitle, signatoryTitle, subjectOf } from './minutes-parts.ts'
import { endSentence, personAndTitle, placeSentence, startSentence } from './wording.ts'

const partyNames: Readonly<Record<PartyRole, string>> = {
  complainant: 'Người khiếu nại (người đại diện, người được ủy quyền khiếu nại)',
  complainedOf: 'Người bị khiếu nại',
  concerned: 'Người có quyền, nghĩa vụ liên quan',
  body: 'Đại diện cơ quan, tổ chức có liên quan',
}

/** What the minutes say, without number and signatures: this is signed. */
export function dialogueBody(document: MinutesDocument, dialogue: DialogueRecord): Block[] {
  const { title } = document
  const correction = correctionSentence(document)
  return [
    line('kind', 'BIÊN BẢN'),
    ...subjectOf('Đối thoại', title),
    rule(shareOf(title)),
    gap(2),
    ...(correction === null ? [] : [line('field', correction, 'Thay thế: ')]),
    line('field', startSentence(document), 'Thời gian bắt đầu: '),
    line('field', placeSentence(document), 'Địa điểm: '),
    line('heading', 'I. THÀNH PHẦN THAM GIA ĐỐI THOẠI'),
    line('field', chairTitle(document), '1. Người chủ trì: '),
    line('field', signatoryTitle(document.secretary), '2. Người ghi biên bản: '),
    ...(Object.keys(partyNames) as PartyRole[]).flatMap((role, index) => [
      line('subheading', `${index + 3}. ${partyNames[role]}:`),
      ...orNone(partyLines(dialogue, role)),
    ]),
    line('heading', 'II. NỘI DUNG ĐỐI THOẠI'),
    line('subheading', '1. Mục đích đối thoại, tóm tắt kết quả xác minh:'),
    ...written(dialogue.purpose),
    ...written(dialogue.verification, 'Kết quả xác minh: '),
    line('subheading', '2. Ý kiến của những người tham gia về từng nội dung:'),
    ...opinions(dialogue),
    line('heading', 'III. KẾT QUẢ ĐỐI THOẠI'),
    line('subheading', '1. Những nội dung đã thống nhất:'),
    ...written(dialogue.agreed),
    line('subheading', '2. Những nội dung còn có ý kiến khác nhau:'),
    ...written(dialogue.different),
    line('subheading', '3. Ý kiến khác:'),
    ...written(dialogue.other),
    ...readBackLines(dialogue),
    line('ending', endOfDialogue(document)),
  ]
}

const none = 'Không có.'

/** A text of several lines; `lead` is set before the first. */
function written(text: string, lead = ''): Line[] {
  const [first = none, ...others] = text.split('\n').filter((one) => one.trim() !== '')
  return [line('text', first.trim(), lead), ...others.map((one) => line('text', one.trim()))]
}

const orNone = (content: readonly Line[]): readonly Line[] => (content.length > 0 ? content : [line('text', none)])

export const partyLines = ({ parties }: DialogueRecord, role: PartyRole): Line[] =>
  parties
    .filter((party) => party.role === role)
    .map((party) =>
      line('text', `- ${[personAndTitle(party.person), ...paperOf(party), attendanceOf(party)].join('; ')}.`),
    )

/** Who was there. */
export const signersOf = ({ parties }: DialogueRecord, role: PartyRole): DialogueParty[] =>
  parties.filter((one) => one.role === role && one.attendance?.is === 'present')

/** Officers come for their office; citizens show a paper. */
function paperOf({ role, paper, attendance }: DialogueParty): string[] {
  const isCitizen = role === 'complainant' || role === 'concerned'
  if (!paper && (!isCitizen || attendance?.is === 'absent')) return []
  const issuedOn = paper?.issuedOn ? calendarDay(paper.issuedOn) : '……'
  const name = identityPaperNames[paper?.kind ?? 'citizenCard'].toLocaleLowerCase('vi')
  return [`${name}: ${paper?.number ?? '……'}, ngày cấp ${issuedOn}, nơi cấp ${paper?.issuedBy ?? '……'}`]
}

function attendanceOf({ attendance }: DialogueParty): string {
  if (attendance === null) return 'có mặt: ……'
  if (attendance.is === 'present') return 'có mặt'
  return attendance.reason === null
    ? 'vắng mặt, không có lý do'
    : `vắng mặt, có lý do: ${attendance.reason.replace(/\.$/, '')}`
}

function opinions({ opinions: all }: DialogueRecord): Line[] {
  if (all.length === 0) return [line('text', none)]
  return all.flatMap(({ matter, words }) => [
    line('text', `Về nội dung “${matter.replace(/[.:]$/, '')}”:`, '- '),
    ...lines('text', words),
  ])
}

export function readBackLines({ parties, readBackAt, copies }: DialogueRecord): Line[] {
  const refused = parties.filter(({ notSigned }) => notSigned !== null)
  const read = readBackAt === null ? '… giờ …' : `${hourAndMinute(readBackAt)}, ${longDate(readBackAt)}`
  return [
    line('text', `Biên bản đã được đọc lại cho những người có mặt nghe vào hồi ${read}.`),
    ...refused.map(({ person, notSigned }) =>
      line('text', `${personAndTitle(person)} không ký biên bản. Lý do: ${notSigned?.replace(/\.$/, '')}.`),
    ),
    line('text', `Biên bản được lập thành ${twoDigits(copies)} bản có giá trị như nhau, mỗi bên giữ một bản.`),
  ]
}

export const endOfDialogue = (document: MinutesDocument): string =>
  endSentence(document).replace(/^Buổi làm việc/u, 'Buổi đối thoại')

/** Six blocks: the four kinds of parties, the note-taker, the chair. */
export function dialogueSignatures({ chair, secretary }: MinutesDocument, dialogue: DialogueRecord): Columns[] {
  const block = (office: string, note: string, name: string) => [
    gap(4),
    ...signatureBlock({ capacity: [office], notes: [note], name, roomMm: 22 }),
  ]
  const ofParty = (role: PartyRole, office: string) => {
    const there = signersOf(dialogue, role)
    const isRefused = there.length > 0 && there.every(({ notSigned }) => notSigned !== null)
    const note = isRefused ? '(Không ký, lý do ghi ở trên)' : '(Ký, ghi rõ họ tên hoặc điểm chỉ)'
    return block(office, note, there.map(({ person }) => person.name).join(', '))
  }
  const ofOfficer = (office: string, named: Named | null) => block(office, '(Ký, ghi rõ họ tên)', named?.name ?? byHand)
  const row = (left: ReturnType<typeof block>, right: ReturnType<typeof block>): Columns => ({
    kind: 'columns',
    widthsMm: [82, 83],
    rows: [[left, right]],
  })
  return [
    row(ofParty('complainant', 'NGƯỜI KHIẾU NẠI'), ofParty('complainedOf', 'NGƯỜI BỊ KHIẾU NẠI')),
    row(
      ofParty('concerned', 'NGƯỜI CÓ QUYỀN, NGHĨA VỤ LIÊN QUAN'),
      ofParty('body', 'ĐẠI DIỆN CƠ QUAN, TỔ CHỨC LIÊN QUAN'),
    ),
    row(ofOfficer('NGƯỜI GHI BIÊN BẢN', secretary), ofOfficer('NGƯỜI CHỦ TRÌ', chair)),
  ]
}
