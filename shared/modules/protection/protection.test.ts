import { describe, expect, it } from 'vitest'
import { all, by, connect, givenNothing, opens, pageOf, type Step, seals, start } from '../../../tests/harness/given.ts'
import { account, aggregate, ModelSession } from '../../../tests/harness/session-model.ts'
import { calendarDayOf } from '../../law/working-days.ts'

const invites = (who: string, role: 'chair' | 'secretary' | 'citizen' | 'observer' | 'siteOperator', siteId = null) =>
  by('clerk', 'admission.invite', invitation(who, role, siteId))
const invitation = (
  who: string,
  role: 'chair' | 'secretary' | 'citizen' | 'observer' | 'siteOperator',
  siteId: string | null = null,
) => ({
  participantId: who,
  personId: `person-${who}`,
  role,
  siteId,
  waits: role === 'citizen' || role === 'observer',
  linkId: `link-${who}`,
})
const schedules = (isProtected: boolean): Step =>
  by('clerk', 'session.schedule', {
    sessionId: 'visit',
    title: 'Tiếp người tố cáo, số C001',
    kind: 'reception',
    scheduledAt: start,
    plannedMinutes: 30,
    place: 'Bàn 1',
    visitOf: { day: '2026-09-21', ticketId: 'ticket' },
    isProtected,
  })
const people = all(
  invites('chair', 'chair'),
  invites('secretary', 'secretary'),
  invites('denouncer', 'citizen'),
  invites('friend', 'citizen'),
)
const atVisit = (...steps: readonly Step[]) => givenNothing(schedules(true), people, ...steps)
const atVisitWith =
  (step: Step) =>
  (...steps: readonly Step[]) =>
    atVisit(inside, waives, step, ...steps)
const inside = all(
  connect('chair', 'secretary', 'denouncer', 'friend'),
  by('secretary', 'admission.admit', { participantId: 'denouncer' }),
  by('secretary', 'admission.admit', { participantId: 'friend' }),
  opens,
)
const branch = { siteId: 'branch', name: 'Điểm cầu Sở Tài chính', rank: 'branch' } as const
const waiver = { paperNumber: '12/VB', signedOn: '2026-09-20', sha256: null }
const waives = by('secretary', 'protection.waive', waiver)
const reads = by('clerk', 'protection.nameReader', { accountId: 'lan', participantId: 'chair' })

describe('a visit of who denounces', () => {
  it('takes in no branch site and no observer', () => {
    atVisit().when('clerk', 'sites.add', branch).isRejected('protection.no-waiver')
    atVisit().when('clerk', 'admission.invite', invitation('watcher', 'observer')).isRejected('protection.no-waiver')
  })

  it('takes them in once the waiver in writing is on file', () => {
    const session = atVisit(inside, waives)
    session.when('clerk', 'sites.add', branch).leaves(({ sites }) => expect(sites.sites).toHaveLength(1))
    session
      .when('clerk', 'admission.invite', invitation('watcher', 'observer'))
      .leaves(({ admission }) => expect(admission.participants).toHaveProperty('watcher'))
  })

  it('keeps its chair among chair and secretary: no branch site learns what they see', () => {
    const operator = by('clerk', 'admission.invite', invitation('operator', 'siteOperator', 'branch'))
    const visit = atVisit(inside, waives, by('clerk', 'sites.add', branch), operator, connect('operator'))
    visit
      .when('chair', 'admission.handOverChair', { participantId: 'operator' })
      .isRejected('protection.chair-stays-with-staff')
    visit
      .when('chair', 'admission.handOverChair', { participantId: 'secretary' })
      .leaves(({ admission }) => expect(admission.participants).toMatchObject({ secretary: { role: 'chair' } }))
  })

  it('has the centre as any other', () => {
    const centre = by('clerk', 'sites.add', { siteId: 'centre', name: 'Trung tâm', rank: 'centre' })
    atVisit(centre)
      .when('clerk', 'admission.invite', invitation('clerk2', 'secretary', 'centre'))
      .leaves(({ admission }) => expect(admission.participants).toHaveProperty('clerk2'))
  })

  it('lets in nobody of a branch site whom an older journal has invited', () => {
    const early = givenNothing(schedules(false), people, invites('watcher', 'observer'), inside, connect('watcher'))
    const { session } = early
    session.state = { ...session.state, session: { ...session.state.session, isProtected: true } }
    early.when('secretary', 'admission.admit', { participantId: 'watcher' }).isRejected('protection.no-waiver')
  })

  it('is interpreted by somebody of whom staff know who they are', () => {
    const offered = by('secretary', 'interpretation.offer', { language: 'en' })
    const appoint = { language: 'en', participantId: 'friend' } as const
    atVisit(inside, offered)
      .when('secretary', 'interpretation.appoint', appoint)
      .isRejected('protection.interpreter-unknown')
    atVisit(inside, offered, by('secretary', 'admission.identify', { participantId: 'friend', method: 'document' }))
      .when('secretary', 'interpretation.appoint', appoint)
      .leaves(({ interpretation }) => expect(interpretation.channels[0]?.interpreters).toEqual(['friend']))
  })

  it('has its captions written by somebody of whom staff know who they are', () => {
    const appoint = { participantId: 'friend' }
    atVisit(inside).when('secretary', 'captions.appoint', appoint).isRejected('protection.captioner-unknown')
    atVisit(inside, by('secretary', 'admission.identify', { participantId: 'friend', method: 'document' }))
      .when('secretary', 'captions.appoint', appoint)
      .leaves(({ captions }) => expect(captions.captioners).toEqual(['friend']))
  })

  it('is heard by no engine', () => {
    atVisit(inside).when('chair', 'captions.setAutomatic', { isOn: true }).isRejected('captions.not-of-protected')
  })
})

describe('a waiver', () => {
  it('is noted once for the same paper, by staff in the room', () => {
    atVisit(inside, waives).when('secretary', 'protection.waive', waiver).givesNothing()
    atVisit(inside).when('denouncer', 'protection.waive', waiver).isRejected('forbidden')
  })

  it('is signed already', () => {
    const day = (offset: number) => calendarDayOf(start + offset * 24 * 60 * 60 * 1000)
    const session = atVisit(inside)
    session.when('chair', 'protection.waive', { ...waiver, signedOn: day(1) }).isRejected('protection.not-signed-yet')
    session
      .when('chair', 'protection.waive', { ...waiver, signedOn: day(0) })
      .leaves(({ protection }) => expect(protection.waiver).toMatchObject({ paperNumber: '12/VB' }))
  })

  it('is a matter of protected sessions', () => {
    givenNothing(schedules(false), people, inside)
      .when('secretary', 'protection.waive', waiver)
      .isRejected('protection.not-protected')
  })
})

describe('a waiver that is taken back', () => {
  const reason = 'Người tố cáo đổi ý.'
  const watched = atVisitWith(invites('watcher', 'observer'))

  it('lets nobody else in any more', () => {
    const session = atVisit(inside, waives, by('secretary', 'protection.takeBack', { reason }))
    session.when('clerk', 'sites.add', branch).isRejected('protection.no-waiver')
    expect(pageOf('secretary', session.state).protection.waiver).toBeNull()
  })

  it('is noted once nobody else is there', () => {
    watched().when('secretary', 'protection.takeBack', { reason }).isRejected('protection.outsiders-inside')
    watched(by('secretary', 'admission.remove', { participantId: 'watcher', reason }))
      .when('secretary', 'protection.takeBack', { reason })
      .leaves(({ protection }) => expect(protection.waiver).toBeNull())
  })

  it('was given before', () => {
    atVisit(inside).when('chair', 'protection.takeBack', { reason }).isRejected('protection.nothing-waived')
  })
})

describe('a visit that turns out to be a denunciation', () => {
  const other = (...steps: readonly Step[]) => givenNothing(schedules(false), people, inside, ...steps)
  const protect = 'session.protect'

  it('is protected from then on, and says since when', () => {
    const session = other(reads)
    session.when('secretary', protect, {}).leaves(({ session: now }) => {
      expect(now.isProtected).toBe(true)
      expect(now.protectedAt).not.toBeNull()
    })
    session.when('clerk', 'sites.add', branch).isRejected('protection.no-waiver')
    session.when('secretary', protect, {}).givesNothing()
    expect(pageOf('denouncer', session.state).session.isProtected).toBe(true)
  })

  it('is heard by no engine from then on', () => {
    other(reads, by('chair', 'captions.setAutomatic', { isOn: true }))
      .when('secretary', protect, {})
      .leaves(({ captions }) => expect(captions.isAutomatic).toBe(false))
  })

  it('has somebody who may read it, and nobody there who may not hear it', () => {
    other().when('secretary', protect, {}).isRejected('protection.no-reader')
    other(reads, invites('watcher', 'observer')).when('chair', protect, {}).isRejected('protection.outsiders-inside')
    other(reads).when('denouncer', protect, {}).isRejected('forbidden')
  })

  it('keeps no interpreter of whom staff do not know who they are', () => {
    const interpreted = all(
      by('secretary', 'interpretation.offer', { language: 'en' }),
      by('secretary', 'interpretation.appoint', { language: 'en', participantId: 'friend' }),
    )
    other(reads, interpreted).when('secretary', protect, {}).isRejected('protection.interpreter-unknown')
  })
})

describe('who reads the name', () => {
  it('is named by an account, each once, and is shown to staff alone', () => {
    const session = atVisit(inside, reads)
    session.when('clerk', 'protection.nameReader', { accountId: 'lan', participantId: 'chair' }).givesNothing()
    expect(pageOf('secretary', session.state).protection.readers).toHaveLength(1)
    expect(pageOf('denouncer', session.state).protection).toEqual({ readers: [], waiver: null })
    session.when('chair', 'protection.nameReader', { accountId: 'me', participantId: null }).isRejected('forbidden')
  })

  it('is named also when the visit is over and sealed: who knew it then may be gone', () => {
    const session = atVisit(inside, by('chair', 'session.close', {}), seals)
    session
      .when('clerk', 'protection.nameReader', { accountId: 'hoa', participantId: null })
      .leaves(({ protection }) => expect(protection.readers).toHaveLength(1))
  })

  it('is no list that grows for ever', () => {
    const session = new ModelSession()
    all(schedules(true), people)(session)
    const codes = Array.from({ length: 21 }, (_, index) => {
      const wish = { type: 'protection.nameReader', data: { accountId: `account${index}`, participantId: null } }
      return session.step({ by: account, wish, pauseMs: 0 })
    })
    expect(codes.map((one) => one === 'rejected')).toEqual([...Array.from({ length: 20 }, () => false), true])
    expect(aggregate.modules.map(({ name }) => name)).toContain('protection')
  })
})
