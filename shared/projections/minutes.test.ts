import { describe, expect, it } from 'vitest'
import {
  about,
  aDocument,
  admits,
  all,
  appoints,
  asks,
  atReception,
  by,
  byTurns,
  closes,
  connect,
  connects,
  given,
  grants,
  happened,
  inFullSession,
  interprets,
  later,
  leaves,
  loses,
  minutes,
  motion,
  opens,
  opensBallot,
  proposes,
  refuses,
  removes,
  type Step,
  seals,
  seconds,
  sendsBack,
  silences,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../tests/harness/given.ts'
import { ownEquipment } from '../../tests/harness/own-equipment.ts'
import { aggregate, codeFor } from '../../tests/harness/session-model.ts'
import type { EntryContent } from '../modules/minutes/contract.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import { minutesDocument } from './minutes-document.ts'

const people: Readonly<Record<string, Person>> = {
  'person-chair': { name: 'Nguyễn Văn Hùng', title: 'Phó Chủ tịch UBND thành phố' },
  'person-secretary': { name: 'Trần Thị Mai', title: 'Chuyên viên Văn phòng' },
  'person-siteA': { name: 'Lê Quang Đạo', title: null },
  'person-citizen1': { name: 'Phạm Thị Hoa', title: null },
  'person-delegate1': { name: 'Võ Thành Nhân', title: 'Chủ tịch UBND phường' },
  'person-substitute': { name: 'Đặng Thu Hà', title: 'Phó Chủ tịch UBND phường' },
}
const agency = {
  organisation: 'Văn phòng UBND thành phố',
  parentOrganisation: 'UBND thành phố',
  placeName: 'Đà Nẵng',
  abbreviation: 'VP',
}
const chair = { name: 'Nguyễn Văn Hùng', title: 'Phó Chủ tịch UBND thành phố', role: 'chair', site: 'Điểm cầu centre' }
const siteA = { name: 'Lê Quang Đạo', title: null, role: 'siteOperator', site: 'Điểm cầu branchA' }
const citizen1 = { name: 'Phạm Thị Hoa', title: null, role: 'citizen', site: null }
const { reason } = about('anybody')
const at = (minute: number) => start + minutes(minute)
const minute = later(minutes(1))

function documentAfter(...steps: Step[]) {
  const { session } = given(...steps)
  return minutesDocument(aggregate, session.journal, people, agency, session.at)
}
/** The lines of all sections, one after the other. */
const wholeCourse = (...steps: Step[]) =>
  documentAfter(...steps).sections.flatMap(({ lines }) => lines.map(({ line }) => line))
/** As a journal is read: old events in today’s form. */
function receptionCourse(...steps: Step[]) {
  const course = (...all: Step[]) => {
    const { session } = atReception(...all)
    const journal = session.journal.map((commit) => ({ ...commit, events: commit.events.map(aggregate.readEvent) }))
    const { sections } = minutesDocument(aggregate, journal, people, agency, session.at)
    return sections.flatMap(({ lines }) => lines.map(({ line }) => line))
  }
  return course(inFullSession, minute, ...steps).slice(course(inFullSession).length)
}
/** What the course says after the arrivals and the opening. */
const courseOf = (...steps: Step[]) =>
  wholeCourse(inFullSession, minute, ...steps).slice(wholeCourse(inFullSession).length)

describe('the heading of the minutes', () => {
  it('contains kind, title, place, time and participants', () => {
    const steps = [staffAndSitesArrive, later(minutes(3)), opens, later(minutes(40)), closes]
    expect(documentAfter(...steps)).toMatchObject({
      agency,
      title: 'Hội nghị thử',
      kind: 'conference',
      place: 'Hội trường',
      scheduledAt: 1_790_000_000_000,
      startedAt: at(3),
      endedAt: at(43),
      chair,
      secretary: { name: 'Trần Thị Mai', role: 'secretary' },
    })
  })

  it('has no start and no end before opening and closing', () => {
    expect(documentAfter(staffAndSitesArrive)).toMatchObject({ startedAt: null, endedAt: null })
  })

  it('contains the length and the last hash of the journal', () => {
    const { session } = given(inFullSession, closes)
    const { journal } = minutesDocument(aggregate, session.journal, people, agency, session.at)
    expect(journal).toEqual({ commits: session.journal.length, headHash: session.journal.at(-1)?.hash })
    expect(minutesDocument(aggregate, [], people, agency, 0).journal).toEqual({ commits: 0, headHash: '' })
  })

  it('shows a person without a record as “…”', () => {
    const { participants } = given(inFullSession).state.admission
    expect(Object.keys(participants)).toContain('citizen2')
    expect(documentAfter(inFullSession).others).toContainEqual({ name: '…', title: null, role: 'citizen', site: null })
  })
})

describe('ballots', () => {
  const isMarked = (delegateId: string, substituteId: string | null = null) =>
    by('secretary', 'rollcall.mark', { delegateId, mark: substituteId ? 'substitute' : 'present', substituteId })
  const votes = (motionId: string, choice: number, delegateId?: string) =>
    by(delegateId ? 'siteA' : 'chair', 'ballot.cast', {
      motionId,
      choice,
      delegate: delegateId ? { delegateId, code: codeFor(`ballot model ${delegateId} 0`) } : null,
    })
  const held = (isSecret: boolean) =>
    all(
      isMarked('delegate1'),
      isMarked('delegate2', 'person-substitute'),
      proposes('budget', { isSecret, itemId: 'item1' }),
      opensBallot('budget'),
      votes('budget', 0),
      votes('budget', 0, 'delegate1'),
      votes('budget', 1, 'delegate2'),
      by('chair', 'ballot.close', { motionId: 'budget' }),
    )

  it('are listed when proposed, opened and closed; a motion proposed before the opening only when opened', () => {
    expect(courseOf(held(false)).map(({ kind }) => kind)).toEqual(['motionProposed', 'ballotOpened', 'ballotClosed'])
    const course = wholeCourse(
      by('clerk', 'ballot.propose', motion('early')),
      inFullSession,
      isMarked('delegate1'),
      opensBallot('early'),
    )
    expect(course.filter(({ kind }) => kind === 'motionProposed')).toEqual([])
    expect(course.at(-1)).toMatchObject({ kind: 'ballotOpened', ballot: { entitled: 4, presentAtOpening: 2 } })
  })

  it('are reported with their counts; an open one with names, that of the substitute where one voted', () => {
    const { ballots } = documentAfter(inFullSession, held(false))
    expect(ballots).toMatchObject([
      {
        item: 'Nội dung item1',
        result: { entitled: 4, present: 3, cast: 3, piles: [2, 1, 0], needed: 2, carried: 0 },
        votes: [
          { person: { name: 'Nguyễn Văn Hùng' }, choice: 0 },
          { person: { name: 'Võ Thành Nhân' }, choice: 0 },
          { person: { name: 'Đặng Thu Hà' }, choice: 1 },
        ],
      },
    ])
  })

  it('in secret are reported without names', () => {
    const { ballots } = documentAfter(inFullSession, held(true))
    expect(ballots).toMatchObject([{ isSecret: true, result: { piles: [2, 1, 0] }, votes: null }])
  })

  it('that never opened are not reported; a withdrawn one is, without counts', () => {
    const takesBack = by('chair', 'ballot.withdraw', { motionId: 'budget', reason: 'Cần thảo luận thêm' })
    const steps = [
      inFullSession,
      isMarked('delegate1'),
      proposes('budget'),
      proposes('other'),
      opensBallot('budget'),
      votes('budget', 0),
      takesBack,
    ]
    expect(documentAfter(...steps).ballots).toMatchObject([
      { result: null, votes: null, withdrawnReason: 'Cần thảo luận thêm' },
    ])
    expect(wholeCourse(...steps).at(-1)).toMatchObject({ kind: 'motionWithdrawn' })
  })
})

describe('the agenda in the minutes', () => {
  const starts = (itemId: string) => by('chair', 'agenda.start', { itemId })

  it('is listed item by item, with the reporter', () => {
    expect(courseOf(starts('item1'), minute, starts('item2'), minute, starts('item1'))).toEqual([
      {
        at: at(1),
        kind: 'itemStarted',
        title: 'Nội dung item1',
        reporter: { name: 'Lê Quang Đạo', title: null },
        isAgain: false,
      },
      { at: at(2), kind: 'itemFinished', title: 'Nội dung item1' },
      { at: at(2), kind: 'itemStarted', title: 'Nội dung item2', reporter: null, isAgain: false },
      { at: at(3), kind: 'itemFinished', title: 'Nội dung item2' },
      {
        at: at(3),
        kind: 'itemStarted',
        title: 'Nội dung item1',
        reporter: { name: 'Lê Quang Đạo', title: null },
        isAgain: true,
      },
    ])
  })

  it('gives the reason for a skipped item, with the title of that time', () => {
    const skips = by('chair', 'agenda.skip', { itemId: 'item2', reason: 'Người báo cáo vắng' })
    const rewords = by('secretary', 'agenda.change', {
      itemId: 'item2',
      title: 'Tên mới',
      reporterId: null,
      plannedMinutes: 5,
    })
    expect(courseOf(skips, rewords)).toEqual([
      { at: at(1), kind: 'itemSkipped', title: 'Nội dung item2', reason: 'Người báo cáo vắng' },
    ])
  })
})

describe('those attending', () => {
  const substitute = by('siteA', 'rollcall.mark', {
    delegateId: 'delegate1',
    mark: 'substitute',
    substituteId: 'person-substitute',
  })

  it('are listed by site: delegates, substitutes, headcount and operators who came', () => {
    const counted = by('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 9 })
    const { sites } = documentAfter(connect('siteA', 'chair'), substitute, counted)
    expect(sites.map(({ name, rank, operators }) => [name, rank, operators.map((one) => one.name)])).toEqual([
      ['Điểm cầu centre', 'centre', []],
      ['Điểm cầu branchA', 'branch', ['Lê Quang Đạo']],
      ['Điểm cầu branchB', 'branch', []],
    ])
    expect(sites[1]).toMatchObject({
      headcount: 9,
      delegates: [
        {
          person: { name: 'Võ Thành Nhân' },
          mark: 'substitute',
          substitute: { name: 'Đặng Thu Hà', title: 'Phó Chủ tịch UBND phường' },
        },
        { person: { name: '…' }, mark: null, substitute: null },
      ],
    })
  })

  it('include citizens and observers who were in the room, but not those who only waited', () => {
    const came = all(connect('citizen1', 'citizen2'), admits('citizen1'))
    expect(documentAfter(staffAndSitesArrive, opens, came).others).toEqual([citizen1])
  })
})

describe('the course of the session', () => {
  it('starts with arrivals and opening, in order', () => {
    const steps = [connect('chair'), minute, connect('siteA'), minute, opens]
    expect(wholeCourse(...steps)).toEqual([
      { at: start, kind: 'arrived', who: chair },
      { at: at(1), kind: 'arrived', who: siteA },
      { at: at(2), kind: 'opened', by: 'chair' },
    ])
  })

  it('includes suspension, resumption and closing', () => {
    expect(courseOf(suspends, minute, by('chair', 'session.resume', {}), minute, closes)).toEqual([
      { at: at(1), kind: 'suspended', by: 'chair', reason: 'Nghỉ giải lao' },
      { at: at(2), kind: 'resumed' },
      { at: at(3), kind: 'closed', by: 'chair' },
    ])
  })

  it('includes who was lost and since when, returned, left or was removed, and why', () => {
    const drop = all(loses('siteA', seconds(18)), minute, connects('siteA', 'phone'), minute, leaves('siteA'))
    expect(courseOf(drop)).toEqual([
      { at: at(1), kind: 'lost', who: siteA, lostAt: at(1) - seconds(18) },
      { at: at(2), kind: 'returned', who: siteA },
      { at: at(3), kind: 'left', who: siteA },
    ])
    expect(courseOf(sendsBack('citizen1'), minute, refuses('citizen1'), minute, removes('siteA'))).toEqual([
      { at: at(1), kind: 'returnedToWaiting', who: citizen1, reason },
      { at: at(2), kind: 'refused', who: citizen1, reason },
      { at: at(3), kind: 'removed', who: siteA, reason },
    ])
  })

  it('includes manual confirmations of a site’s connection with the reason, but not measured ones', () => {
    const confirmed = { reason: 'Dự qua điện thoại', personId: 'person-delegate1' }
    const steps = [
      by('system', 'readiness.recordSiteConnected', { siteId: 'branchA' }),
      by('clerk', 'readiness.recordSiteConnected', { siteId: 'branchB', ...confirmed }),
      by('secretary', 'readiness.recordAllConnected', { reason: 'Đã gọi điện hỏi từng nơi' }),
    ]
    const lines = wholeCourse(staffAndSitesArrive, ...steps).filter(({ kind }) => kind === 'connectionConfirmed')
    expect(lines).toMatchObject([
      { by: null, person: people[confirmed.personId], site: 'Điểm cầu branchB', reason: confirmed.reason },
      { by: 'secretary', person: people['person-secretary'], site: null, reason: 'Đã gọi điện hỏi từng nơi' },
    ])
  })

  it('includes each handover of the chair, with the role that each had at that time', () => {
    const hands = by('chair', 'admission.handOverChair', { participantId: 'siteA' })
    const steps = [grants('siteA'), by('siteA', 'floor.release', {}), hands, minute, by('siteA', 'session.close', {})]
    expect(courseOf(...steps)).toEqual([
      { at: at(1), kind: 'floorGranted', who: siteA, by: 'chair', limitMs: null },
      { at: at(1), kind: 'floorEnded', who: siteA, cause: 'released' },
      { at: at(1), kind: 'chairHandedOver', from: chair, to: siteA, isTaken: false },
      { at: at(2), kind: 'closed', by: 'chair' },
    ])
    const taken = courseOf(leaves('chair'), by('secretary', 'admission.takeChair', {}))
    expect(taken.at(-1)).toMatchObject({ kind: 'chairHandedOver', from: { name: chair.name }, isTaken: true })
  })

  it('includes voting codes printed during the session: by whom, for which site and why, without the codes', () => {
    const prints = (reason: string | null) =>
      by('secretary', 'ballot.printCodes', {
        printId: '01a235d8-a27d-729e-8c1e-51e8f91f5e2a',
        siteId: 'branchA',
        delegateId: null,
        reason,
      })
    expect(courseOf(prints('Thất lạc phong bì'))).toEqual([
      {
        at: at(1),
        kind: 'codesPrinted',
        by: 'secretary',
        site: 'Điểm cầu branchA',
        count: 2,
        reason: 'Thất lạc phong bì',
      },
    ])
    expect(wholeCourse(connect('secretary'), prints(null), connect('chair'), opens)).not.toContainEqual(
      expect.objectContaining({ kind: 'codesPrinted' }),
    )
  })

  it('includes who had the floor, the time limit, and how it ended', () => {
    const release = by('siteA', 'floor.release', {})
    const revoke = by('chair', 'floor.revoke', { reason: null })
    const expire = all(later(seconds(60)), by('system', 'floor.expire', { participantId: 'siteA' }))
    expect(courseOf(asks('siteA'), grants('siteA', 300), minute, release)).toEqual([
      { at: at(1), kind: 'floorGranted', who: siteA, by: 'chair', limitMs: minutes(5) },
      { at: at(2), kind: 'floorEnded', who: siteA, cause: 'released' },
    ])
    expect(courseOf(grants('siteA'), revoke, grants('siteA', 60), expire)).toMatchObject([
      { kind: 'floorGranted', limitMs: null },
      { kind: 'floorRevoked' },
      { kind: 'floorGranted', limitMs: minutes(1) },
      { kind: 'floorEnded', cause: 'expired', at: at(2) },
    ])
  })

  it('includes the named speaker of a site, and the lock of the floor', () => {
    const names = by('siteA', 'floor.nameSpeaker', { speakerId: 'person-delegate1' })
    const forgets = by('siteA', 'floor.nameSpeaker', { speakerId: null })
    expect(courseOf(grants('siteA'), names, forgets, by('chair', 'floor.lock', {}))).toMatchObject([
      { kind: 'floorGranted' },
      { kind: 'speakerNamed', person: { name: 'Võ Thành Nhân' }, site: 'Điểm cầu branchA' },
      { kind: 'floorRevoked' },
      { kind: 'floorLocked', by: 'chair', isByTurns: true },
    ])
  })

  it('includes who was silenced at a reception, and when speaking by turns was switched', () => {
    const ends = by('secretary', 'floor.endSilence', { participantId: 'citizen1' })
    expect(receptionCourse(silences('citizen1'), ends, byTurns, grants('siteA'))).toMatchObject([
      { kind: 'silenced', who: citizen1, by: 'chair' },
      { kind: 'silenceEnded', who: citizen1, by: 'secretary' },
      { kind: 'speakingOrdered', by: 'chair', isByTurns: true },
      { kind: 'floorGranted', who: siteA },
    ])
    const all = by('secretary', 'floor.setByTurns', { isByTurns: false })
    expect(receptionCourse(byTurns, grants('siteA'), all, by('chair', 'floor.lock', {})).slice(2)).toMatchObject([
      { kind: 'speakingOrdered', by: 'secretary', isByTurns: false },
      { kind: 'floorLocked', by: 'chair', isByTurns: false },
    ])
  })

  it('keeps the old lines of a reception from before all were heard by default', () => {
    const grantedTo = (participantId: string) => ({
      type: 'floor.granted' as const,
      data: { participantId, purpose: null, speakerId: null, itemId: null, endsAt: null },
    })
    const revoked = { type: 'floor.revoked' as const, data: { participantId: 'citizen1', reason: null } }
    const old: Step = happened(grantedTo('citizen1'), revoked, { type: 'floor.locked', data: {} })
    expect(receptionCourse(old)).toMatchObject([
      { kind: 'floorGranted', who: citizen1 },
      { kind: 'floorRevoked', who: citizen1 },
      { kind: 'floorLocked', isByTurns: true },
    ])
  })

  it('includes which documents were presented (not each page), and how many acknowledged them', () => {
    const report = by('system', 'documents.add', aDocument('report', { needsAcknowledgement: true }))
    const presents = (page: number) => by('chair', 'documents.present', { documentId: 'report', page })
    const line = (at: number) => ({ at, kind: 'documentPresented', title: 'Tài liệu report', who: chair })
    expect(
      courseOf(
        report,
        presents(1),
        by('chair', 'documents.turnPage', { documentId: 'report', page: 2 }),
        presents(3),
        by('chair', 'documents.endPresentation', {}),
        minute,
        presents(1),
        by('siteA', 'documents.acknowledge', { documentId: 'report', delegateIds: ['delegate1'] }),
      ),
    ).toEqual([
      line(at(1)),
      line(at(2)),
      { at: at(2), kind: 'documentStudied', title: 'Tài liệu report', people: 2, sites: 1 },
    ])
    const early = documentAfter(report, staffAndSitesArrive, presents(1), opens).sections
    expect(early.flatMap(({ lines }) => lines).filter(({ line }) => line.kind === 'documentPresented')).toEqual([])
  })

  it('ignores the waiting room: a participant arrives when admitted', () => {
    const waits = all(connect('citizen1'), minute, loses('citizen1'), minute, connects('citizen1', 'phone'), minute)
    const room = [staffAndSitesArrive, opens]
    const before = wholeCourse(...room).length
    expect(wholeCourse(...room, waits, leaves('citizen1')).slice(before)).toEqual([])
    expect(wholeCourse(...room, waits, admits('citizen1')).slice(before)).toEqual([
      { at: at(3), kind: 'arrived', who: citizen1 },
    ])
  })

  it('lists one who was admitted while lost when they reconnect', () => {
    const room = [staffAndSitesArrive, opens]
    const before = wholeCourse(...room).length
    const away = all(connect('citizen1'), loses('citizen1'), admits('citizen1'), minute, connects('citizen1', 'phone'))
    expect(wholeCourse(...room, away).slice(before)).toEqual([{ at: at(1), kind: 'arrived', who: citizen1 }])
  })

  it('ends with the closing, whatever happens later', () => {
    const afterwards = all(minute, leaves('siteA'), loses('siteB'), connect('siteA'), seals)
    expect(courseOf(closes, afterwards)).toEqual([{ at: at(1), kind: 'closed', by: 'chair' }])
  })
})

describe('announcements and chat', () => {
  it('appear as announcements only; chat is not in the minutes', () => {
    const posts = by('secretary', 'announcement.post', { text: 'Nghỉ 15 phút.' })
    const chats = by('chair', 'chat.post', { recipient: { to: 'all' }, text: 'Xin chào.' })
    expect(courseOf(posts, chats, by('chair', 'announcement.takeDown', {}))).toEqual([
      { at: at(1), kind: 'announced', by: 'secretary', text: 'Nghỉ 15 phút.' },
    ])
  })
})

describe('a shared screen', () => {
  it('is listed when sharing starts', () => {
    const grants = by('chair', 'sharing.grant', { participantId: 'siteA' })
    expect(courseOf(by('siteA', 'sharing.request', {}), grants, minute, by('siteA', 'sharing.start', {}))).toEqual([
      { at: at(2), kind: 'screenShared', who: siteA },
    ])
  })
})

describe('interpretation', () => {
  const observer1 = { name: '…', title: null, role: 'observer', site: null }
  const relief = [
    appoints('en', 'observer1', 'siteA'),
    interprets('observer1', 'en'),
    minute,
    minute,
    interprets('siteA', 'en'),
  ]

  it('is listed with interpreter, language, start and end', () => {
    const line = { kind: 'interpreted', language: 'en' }
    expect(courseOf(...relief)).toEqual([
      { ...line, at: at(1), who: observer1, until: at(3) },
      { ...line, at: at(3), who: siteA, until: null },
    ])
    expect(courseOf(...relief, minute, closes)).toMatchObject([{}, { who: siteA, until: at(4) }, { kind: 'closed' }])
  })

  it('lists interpreters among those attending, and then not again as observers', () => {
    const { interpreters, others } = documentAfter(inFullSession, ...relief, interprets('observer1', 'en'))
    expect(interpreters).toEqual([
      { who: observer1, languages: ['en'] },
      { who: siteA, languages: ['en'] },
    ])
    expect(others.map(({ role }) => role)).toEqual(['citizen', 'citizen'])
    expect(documentAfter(inFullSession).others.map(({ role }) => role)).toContain('observer')
  })
})

describe('sign language', () => {
  it('lists its interpreters who came among those attending, also one who interprets into a language, too', () => {
    const appointed = ['observer1', 'siteA'].map((participantId) =>
      by('secretary', 'signLanguage.appoint', { participantId }),
    )
    const english = [appoints('en', 'siteA'), interprets('siteA', 'en')]
    const dismissed = by('secretary', 'signLanguage.dismiss', { participantId: 'observer1' })
    const { interpreters, others } = documentAfter(inFullSession, ...appointed, ...english, dismissed)
    expect(interpreters.map(({ who, languages }) => [who.role, languages])).toEqual([
      ['siteOperator', ['en', 'signLanguage']],
      ['observer', ['signLanguage']],
    ])
    expect(others.map(({ role }) => role)).toEqual(['citizen', 'citizen'])
  })
})

describe('a consultation', () => {
  it('is listed with its times only', () => {
    const starts = by('chair', 'consultation.start', { participantIds: ['chair', 'siteA'] })
    const lines = courseOf(starts, minute, minute, by('siteA', 'consultation.leave', {}))
    expect(lines).toEqual([{ at: at(1), kind: 'consultation', endedAt: at(3) }])
  })
})

describe('a reception', () => {
  const courseAtReception = (...steps: Step[]) => {
    const { session } = atReception(inFullSession, minute, ...steps)
    const { sections } = minutesDocument(aggregate, session.journal, people, agency, session.at)
    return sections.flatMap(({ lines }) => lines).filter(({ line }) => line.at >= at(1))
  }
  const one = { participantId: 'citizen1' }
  const looks = by('secretary', 'identity.begin', one)
  const findings = {
    ...one,
    citizenId: 'known1',
    officerId: 'secretary',
    personKind: 'authorised' as const,
    papers: ['identity' as const, 'authorisation' as const],
    paper: { kind: 'citizenCard' as const, lastDigits: '234' },
  }
  const withStatement =
    (then: (statementId: string) => Step): Step =>
    (session) =>
      then(session.state.statement.statements[0]?.statementId ?? '')(session)
  const types = (revision: number, inserted: string) =>
    withStatement((statementId) =>
      by('secretary', 'statement.type', { statementId, revision, from: 0, removed: 0, inserted }),
    )
  const readsBack = withStatement((statementId) => by('secretary', 'statement.readBack', { statementId }))
  const signs = (version: number) =>
    withStatement((statementId) =>
      by('system', 'statement.sign', { ...one, statementId, version, sha256: 'a'.repeat(64) }),
    )

  it('lists the result of the identity check, without number, reason or the private group', () => {
    const reason = 'Ảnh trên thẻ không giống'
    const lines = courseAtReception(
      looks,
      by('secretary', 'identity.refuse', { ...one, reason }),
      minute,
      looks,
      by('system', 'identity.confirm', findings),
    )
    expect(lines.map(({ line }) => line)).toEqual([
      { at: at(1), kind: 'identity', who: citizen1, by: 'secretary', outcome: 'refused', personKind: null },
      { at: at(2), kind: 'identity', who: citizen1, by: 'secretary', outcome: 'confirmed', personKind: 'authorised' },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/234|Ảnh/)
  })

  it('lists each acknowledged version of a statement, which cannot be amended', () => {
    const asks = withStatement((statementId) =>
      by('citizen1', 'statement.askCorrection', { statementId, version: 1, words: 'Thêm chữ bà.' }),
    )
    const begins = by('secretary', 'statement.begin', one)
    const first = [begins, types(0, 'con có ý kiến.'), readsBack, signs(1)]
    const lines = courseAtReception(...first, minute, asks, types(1, 'Bà '), readsBack, signs(2))
    const drawn = (minutes: number) => ({ how: 'drawn', at: at(minutes), sha256: 'a'.repeat(64) })
    expect(lines.map(({ line }) => line)).toEqual([
      { at: at(1), kind: 'statement', who: citizen1, version: 1, text: 'con có ý kiến.', outcome: drawn(1) },
      { at: at(2), kind: 'statement', who: citizen1, version: 2, text: 'Bà con có ý kiến.', outcome: drawn(2) },
    ])
    expect(lines.every(({ source }) => source.from !== 'journal')).toBe(true)
  })

  it('lists a statement that was read back but not acknowledged, and none that was only begun', () => {
    const begins = by('secretary', 'statement.begin', one)
    const lines = courseAtReception(begins, types(0, 'Tôi có ý kiến.'), readsBack)
    expect(lines.map(({ line }) => line)).toMatchObject([{ kind: 'statement', outcome: null }])
    expect(courseAtReception(begins, types(0, 'Tôi có ý kiến.'))).toEqual([])
  })

  it('lists permission to record, group, competence and refusals', () => {
    const lines = courseAtReception(
      by('chair', 'visit.setOwnRecording', { isAllowed: false }),
      by('secretary', 'visit.setGroup', { people: 7, representativeIds: ['citizen1'], hasPaper: true }),
      by('secretary', 'visit.settleCompetence', { isOwn: false, competentUnit: 'Sở Tài chính' }),
      by('chair', 'visit.explainRefusal', { ...one, groundId: 'decree-4-1-k', words: 'Sở đang giải quyết.' }),
    )
    expect(lines.map(({ line }) => line)).toEqual([
      { at: at(1), kind: 'ownRecording', isAllowed: false },
      { at: at(1), kind: 'group', people: 7, representatives: [citizen1] },
      { at: at(1), kind: 'competence', isOwn: false, competentUnit: 'Sở Tài chính' },
      { at: at(1), kind: 'refusalExplained', who: citizen1, groundId: 'decree-4-1-k', words: 'Sở đang giải quyết.' },
    ])
  })
})

describe('the recording', () => {
  it('is listed with each step announced by staff, without acknowledgements', () => {
    const pauses = by('secretary', 'recording.pause', { reason: 'Hội ý' })
    const steps = [
      by('chair', 'recording.start', ownEquipment),
      by('siteA', 'recording.acknowledge', {}),
      minute,
      pauses,
    ]
    expect(courseOf(...steps)).toEqual([
      { at: at(1), kind: 'recording', by: 'chair', step: 'announced', reason: null },
      {
        at: at(1),
        kind: 'recording',
        by: 'chair',
        step: 'started',
        reason: ownEquipment.reason,
        equipment: { device: ownEquipment.device, recorder: expect.any(Object) },
      },
      { at: at(2), kind: 'recording', by: 'secretary', step: 'paused', reason: 'Hội ý' },
    ])
  })
})

describe('entries of the secretary', () => {
  const decision = { kind: 'decision', text: 'Thống nhất phương án 2.' } as const
  const note = { kind: 'note', text: 'Đại diện phường trình bày.' } as const
  const assignment = {
    kind: 'assignment',
    text: 'Báo cáo tiến độ.',
    unit: 'Sở Xây dựng',
    supportingUnits: ['Sở Tài chính', 'UBND phường'],
    ground: 'Kế hoạch 45/KH-UBND',
    dueOn: '2026-11-20',
  } satisfies EntryContent
  const writes = (content: EntryContent) => by('secretary', 'minutes.add', { content })
  const lastEntry: (then: (entryId: string) => Step) => Step = (then) => (session) =>
    then(session.state.minutes.entries.at(-1)?.entryId ?? 'none')(session)

  it('appear in the course at their time, and decisions and assignments also in their own lists', () => {
    const document = documentAfter(
      inFullSession,
      minute,
      writes(note),
      minute,
      grants('siteA'),
      minute,
      writes(decision),
      minute,
      writes({ ...assignment }),
    )
    expect(document.sections.flatMap(({ lines }) => lines.map(({ line }) => line)).slice(-4)).toEqual([
      { at: at(1), ...note },
      { at: at(2), kind: 'floorGranted', who: siteA, by: 'chair', limitMs: null },
      { at: at(3), ...decision },
      { at: at(4), ...assignment },
    ])
    expect(document.decisions).toEqual([{ at: at(3), ...decision }])
    expect(document.assignments).toEqual([{ at: at(4), ...assignment }])
  })

  it('disappear when struck out', () => {
    const strike = lastEntry((entryId) => by('secretary', 'minutes.strike', { entryId, baseRevision: 1 }))
    expect(courseOf(writes(decision), strike)).toEqual([])
    expect(documentAfter(inFullSession, writes(decision), strike).decisions).toEqual([])
  })

  it('show the last wording at the time of the first', () => {
    const reworded = { ...decision, text: 'Thống nhất phương án 3.' }
    const revise = lastEntry((entryId) =>
      by('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: reworded }),
    )
    expect(courseOf(writes(decision), minute, revise)).toEqual([{ at: at(1), ...reworded }])
  })

  it('can be added after closing', () => {
    expect(courseOf(closes, minute, writes(decision))).toEqual([
      { at: at(1), kind: 'closed', by: 'chair' },
      { at: at(2), ...decision },
    ])
  })
})
