// A hearing of three sites for the tests: a lost connection and a return, the floor, a decision, assignments, and input
// that looks like markup.
import { DelegateId, ParticipantId, PersonId, SiteId } from '../../../shared/kernel/ids.ts'
import type { AttendanceSheet, ParticipantAttendance } from '../../../shared/projections/attendance.ts'
import type { BallotReport } from '../../../shared/projections/ballots.ts'
import type { CourseLine, Named } from '../../../shared/projections/minutes.ts'
import type { MinutesDocument } from '../../../shared/projections/minutes-document.ts'
import type { SourcedLine } from '../../../shared/projections/minutes-sections.ts'
import type { People } from '../../../shared/wire/engine/socket-events.ts'

/** On 24 November 2026, in Vietnam. */
export const at = (time: string) => Date.parse(`2026-11-24T${time}+07:00`)

const person = (id: string) => PersonId.parse(id)
const participant = (id: string) => ParticipantId.parse(id)
const site = (id: string) => SiteId.parse(id)

export const people: People = {
  [person('nam')]: { name: 'Trần Văn Nam', title: 'Phó Chủ tịch Ủy ban nhân dân tỉnh' },
  [person('hang')]: { name: 'Nguyễn Thị Hằng', title: 'Chánh Văn phòng' },
  [person('y-thong')]: { name: 'Y Thông Niê', title: 'Chủ tịch Ủy ban nhân dân xã Tân Lập' },
  [person('phuong')]: { name: 'Đặng Thị Bích Phượng', title: '=HYPERLINK("http://example.com";"Công chức")' },
  [person('buoi')]: { name: '-2+3 Lê Thị Bưởi', title: null },
  [person('dung')]: { name: 'Hoàng Quốc Dũng', title: 'Giám đốc Sở Nông nghiệp và Môi trường' },
  [person('thuy')]: { name: '@SUM(1+1) Vũ Thị Thủy', title: 'Trưởng phòng Kinh tế' },
  [person('quan')]: { name: 'Phạm Minh Quân', title: 'Phó Trưởng phòng Kinh tế' },
}

const link = 'link' as const

const participants: ParticipantAttendance[] = [
  {
    participantId: participant('p-chair'),
    personId: person('nam'),
    role: 'chair',
    siteId: site('centre'),
    identifiedBy: 'known',
    intervals: [{ from: at('07:55:00'), to: at('11:30:00'), ending: 'closed' }],
    presentMs: 3.5 * 3_600_000,
  },
  {
    participantId: participant('p-secretary'),
    personId: person('hang'),
    role: 'secretary',
    siteId: site('centre'),
    identifiedBy: 'known',
    intervals: [{ from: at('07:50:10'), to: at('11:30:00'), ending: 'closed' }],
    presentMs: 3.5 * 3_600_000,
  },
  {
    participantId: participant('p-a'),
    personId: person('y-thong'),
    role: 'siteOperator',
    siteId: site('a'),
    identifiedBy: link,
    intervals: [
      { from: at('08:00:12'), to: at('08:45:03'), ending: 'lost' },
      { from: at('08:45:31'), to: at('11:30:00'), ending: 'closed' },
    ],
    presentMs: (44 * 60 + 51 + 2 * 3600 + 44 * 60 + 29) * 1000,
  },
  {
    participantId: participant('p-b'),
    personId: person('phuong'),
    role: 'siteOperator',
    siteId: site('b'),
    identifiedBy: link,
    intervals: [{ from: at('08:03:20'), to: at('11:10:00'), ending: 'left' }],
    presentMs: (3 * 3600 + 6 * 60 + 40) * 1000,
  },
  {
    participantId: participant('p-citizen'),
    personId: person('buoi'),
    role: 'citizen',
    siteId: null,
    identifiedBy: 'document',
    intervals: [{ from: at('08:20:00'), to: at('11:30:00'), ending: 'closed' }],
    presentMs: (3 * 3600 + 10 * 60) * 1000,
  },
  {
    participantId: participant('p-observer'),
    personId: person('erased'),
    role: 'observer',
    siteId: null,
    identifiedBy: link,
    intervals: [],
    presentMs: 0,
  },
]

export const attendanceSheet: AttendanceSheet = {
  openedAt: at('08:00:00'),
  closedAt: at('11:30:00'),
  participants,
  sites: [
    {
      siteId: site('centre'),
      name: 'Ủy ban nhân dân tỉnh',
      rank: 'centre',
      intervals: [{ from: at('07:50:10'), to: at('11:30:00'), ending: 'closed' }],
      presentMs: 3.5 * 3_600_000,
      delegates: [
        {
          delegateId: DelegateId.parse('d1'),
          personId: person('dung'),
          mark: 'present',
          markedAt: at('08:01:00'),
          substituteId: null,
          substitutePaper: null,
        },
      ],
      delegatesPresent: 1,
      headcount: 12,
      confirmedAt: at('08:05:00'),
      confirmedBy: participant('p-secretary'),
    },
    {
      siteId: site('a'),
      name: 'Điểm cầu xã Tân Lập',
      rank: 'branch',
      intervals: participants[2]?.intervals ?? [],
      presentMs: participants[2]?.presentMs ?? 0,
      delegates: [
        {
          delegateId: DelegateId.parse('d2'),
          personId: person('thuy'),
          mark: 'substitute',
          markedAt: at('08:02:00'),
          substituteId: person('quan'),
          substitutePaper: 'Giấy ủy quyền số 12/GUQ-UBND',
        },
        {
          delegateId: DelegateId.parse('d3'),
          personId: person('quan'),
          mark: 'absentWithLeave',
          markedAt: at('08:02:10'),
          substituteId: null,
          substitutePaper: null,
        },
      ],
      delegatesPresent: 1,
      headcount: 7,
      confirmedAt: null,
      confirmedBy: null,
    },
    {
      siteId: site('b'),
      name: 'xã Ea Kao <b>',
      rank: 'branch',
      intervals: participants[3]?.intervals ?? [],
      presentMs: participants[3]?.presentMs ?? 0,
      delegates: [
        {
          delegateId: DelegateId.parse('d4'),
          personId: person('erased'),
          mark: null,
          markedAt: null,
          substituteId: null,
          substitutePaper: null,
        },
      ],
      delegatesPresent: 0,
      headcount: null,
      confirmedAt: null,
      confirmedBy: null,
    },
  ],
}

const chair: Named = {
  name: 'Trần Văn Nam',
  title: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
  role: 'chair',
  site: 'Ủy ban nhân dân tỉnh',
}
const secretary: Named = {
  name: 'Nguyễn Thị Hằng',
  title: 'Chánh Văn phòng',
  role: 'secretary',
  site: 'Ủy ban nhân dân tỉnh',
}
const siteA: Named = {
  name: 'Y Thông Niê',
  title: 'Chủ tịch Ủy ban nhân dân xã Tân Lập',
  role: 'siteOperator',
  site: 'Điểm cầu xã Tân Lập',
}
const siteB: Named = {
  name: 'Đặng Thị Bích Phượng',
  title: 'Công chức văn phòng',
  role: 'siteOperator',
  site: 'xã Ea Kao <b>',
}
const citizen: Named = { name: 'Lê Thị Bưởi', title: null, role: 'citizen', site: null }
const interpreter: Named = { name: 'Y Blơ Niê', title: 'giáo viên', role: 'observer', site: null }

const decision = {
  at: at('10:40:00'),
  kind: 'decision',
  text: 'Thống nhất chủ trương hỗ trợ khẩn cấp 02 xã bị ảnh hưởng bởi mưa lũ.\nMức hỗ trợ không quá 500.000.000 ₫ mỗi xã.',
} as const
const assignment = {
  at: at('10:45:00'),
  kind: 'assignment',
  text: 'Thẩm định danh sách hộ bị thiệt hại, báo cáo Ủy ban nhân dân tỉnh',
  unit: 'Sở Nông nghiệp và Môi trường',
  supportingUnits: ['Sở Tài chính', 'Ủy ban nhân dân các xã Tân Lập, Ea Kao'],
  ground: 'Công điện số 12 của Chủ tịch tỉnh',
  dueOn: '2026-12-05',
} as const
const laterAssignment = {
  at: at('12:10:00'),
  kind: 'assignment',
  text: '#set text(red); $x^2$; *đậm*; <script>alert(1)</script> & "ngoặc"; =1+1',
  unit: 'Ủy ban nhân dân xã Ea Kao',
  supportingUnits: [],
  ground: null,
  dueOn: null,
} as const

let seq = 0
const sourced = (lines: readonly CourseLine[]): SourcedLine[] =>
  lines.map((line) => ({ source: { from: 'journal', seq: ++seq, index: 0 }, line, amendment: null }))
/** Four of five voted: two for, one against, one without opinion; more than half of those who voted were asked for. */
export const openBallot: BallotReport = {
  text: 'Thông qua mức hỗ trợ khẩn cấp.',
  item: 'Hỗ trợ khẩn cấp',
  isSecret: false,
  options: null,
  majority: { of: 'cast', bound: 'moreThan', numerator: 1, denominator: 2 },
  entitled: 5,
  presentAtOpening: 4,
  result: { entitled: 5, present: 4, cast: 4, piles: [2, 1, 1], base: 4, needed: 3, carried: null, isTied: false },
  withdrawnReason: null,
  votes: [
    { person: { name: 'Hoàng Quốc Dũng', title: null }, choice: 0 },
    { person: { name: 'Vũ Thị Thủy', title: null }, choice: 1 },
    { person: { name: 'Mai Lan Anh', title: null }, choice: 0 },
    { person: { name: '*Lò* Văn Páo', title: null }, choice: 2 },
  ],
}

export const minutesDocument: MinutesDocument = {
  agency: {
    organisation: 'Ủy ban nhân dân tỉnh Đắk Lắk',
    parentOrganisation: null,
    placeName: 'Đắk Lắk',
    abbreviation: null,
  },
  title: 'Hội nghị trực tuyến đánh giá thiệt hại do mưa lũ và triển khai nhiệm vụ khắc phục hậu quả',
  kind: 'conference',
  secrecy: 'open',
  place: 'Phòng họp số 1, trụ sở Ủy ban nhân dân tỉnh',
  scheduledAt: at('08:00:00'),
  startedAt: at('08:00:00'),
  endedAt: at('11:30:00'),
  chair,
  formerChairs: [],
  secretary,
  sites: [
    {
      name: 'Ủy ban nhân dân tỉnh',
      rank: 'centre',
      headcount: 12,
      operators: [],
      delegates: [
        {
          person: { name: 'Hoàng Quốc Dũng', title: 'Giám đốc Sở Nông nghiệp và Môi trường' },
          mark: 'present',
          substitute: null,
          substitutePaper: null,
        },
        {
          person: { name: 'Bà Mai Lan Anh', title: 'Phó Giám đốc Sở Tài chính' },
          mark: 'late',
          substitute: null,
          substitutePaper: null,
        },
      ],
    },
    {
      name: 'Điểm cầu xã Tân Lập',
      rank: 'branch',
      headcount: 7,
      operators: [siteA],
      delegates: [
        {
          person: { name: 'Vũ Thị Thủy', title: 'Trưởng phòng Kinh tế' },
          mark: 'substitute',
          substitute: { name: 'Phạm Minh Quân', title: 'Phó Trưởng phòng Kinh tế' },
          substitutePaper: 'Giấy ủy quyền số 12/GUQ-UBND',
        },
        {
          person: { name: 'Lò Văn Páo', title: null },
          mark: 'absentWithLeave',
          substitute: null,
          substitutePaper: null,
        },
      ],
    },
    {
      name: 'xã Ea Kao <b>',
      rank: 'branch',
      headcount: null,
      operators: [siteB],
      delegates: [{ person: { name: '…', title: null }, mark: null, substitute: null, substitutePaper: null }],
    },
  ],
  others: [citizen],
  interpreters: [{ who: interpreter, languages: ['rad', 'vi'] }],
  sections: [
    {
      part: 'opening',
      item: null,
      lines: sourced([
        { at: at('07:50:10'), kind: 'arrived', who: secretary },
        { at: at('07:55:00'), kind: 'arrived', who: chair },
        { at: at('08:00:00'), kind: 'opened', by: 'chair' },
        { at: at('08:00:12'), kind: 'arrived', who: siteA },
        { at: at('08:20:00'), kind: 'arrived', who: citizen },
      ]),
    },
    {
      part: 'item',
      item: {
        number: 1,
        title: 'Báo cáo tình hình thiệt hại',
        reporter: { name: 'Hoàng Quốc Dũng', title: 'Giám đốc Sở Nông nghiệp và Môi trường' },
        isAgain: false,
      },
      lines: sourced([
        { at: at('08:30:00'), kind: 'floorGranted', who: siteA, by: 'chair', limitMs: 300_000 },
        { at: at('08:45:20'), kind: 'lost', who: siteA, lostAt: at('08:45:03') },
        { at: at('08:45:31'), kind: 'returned', who: siteA },
        { at: at('08:50:00'), kind: 'floorEnded', who: siteA, cause: 'released' },
        {
          at: at('09:00:00'),
          kind: 'note',
          text: 'Điểm cầu xã Tân Lập báo cáo có 37 hộ bị ngập; 02 hộ phải di dời khẩn cấp',
        },
        { at: at('09:10:00'), kind: 'suspended', by: 'chair', reason: 'mất điện tại điểm cầu trung tâm' },
      ]),
    },
    {
      part: 'item',
      item: { number: 2, title: 'Thảo luận, kết luận', reporter: null, isAgain: false },
      lines: sourced([
        { at: at('09:25:00'), kind: 'resumed' },
        { at: at('09:30:00'), kind: 'floorGranted', who: citizen, by: 'chair', limitMs: null },
        { at: at('09:40:00'), kind: 'floorEnded', who: citizen, cause: 'expired' },
        {
          at: at('09:42:00'),
          kind: 'note',
          text: '#set text(red)\n= Tiêu đề giả\n[[mở ngoặc @nhan <b>đậm</b> \\ `mã`',
        },
        decision,
        assignment,
      ]),
    },
    {
      part: 'closing',
      item: null,
      lines: sourced([
        { at: at('10:50:00'), kind: 'ballotOpened', ballot: { ...openBallot, result: null, votes: null } },
        { at: at('10:55:00'), kind: 'ballotClosed', ballot: openBallot },
        { at: at('11:10:00'), kind: 'left', who: siteB },
        { at: at('11:30:00'), kind: 'closed', by: 'chair' },
        laterAssignment,
      ]),
    },
  ],
  spoken: [
    { who: null, site: siteA.site, spokenMs: 20 * 60_000 },
    { who: citizen, site: null, spokenMs: 10 * 60_000 },
  ],
  decisions: [decision],
  assignments: [assignment, laterAssignment],
  ballots: [openBallot],
  reception: null,
  dialogue: null,
  record: {
    version: 1,
    corrects: null,
    signatures: { secretary: null, chair: null },
    issues: { minutes: null, conclusions: null },
    waiver: null,
  },
  journal: { commits: 57, headHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  attendance: attendanceSheet,
}
