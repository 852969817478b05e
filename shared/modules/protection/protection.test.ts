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

describe('a protected visit of a denouncer', () => {
  it('rejects branch sites and observers without a waiver', () => {
    atVisit().when('clerk', 'sites.add', branch).isRejected('protection.no-waiver')
    atVisit().when('clerk', 'admission.invite', invitation('watcher', 'observer')).isRejected('protection.no-waiver')
  })

  it('accepts them once a written waiver is recorded', () => {
    const session = atVisit(inside, waives)
    session.when('clerk', 'sites.add', branch).leaves(({ sites }) => expect(sites.sites).toHaveLength(1))
    session
      .when('clerk', 'admission.invite', invitation('watcher', 'observer'))
      .leaves(({ admission }) => expect(admission.participants).toHaveProperty('watcher'))
  })

  it('lets the chair be handed to the secretary only, so that no branch site sees what the chair sees', () => {
    const operator = by('clerk', 'admission.invite', invitation('operator', 'siteOperator', 'branch'))
    const visit = atVisit(inside, waives, by('clerk', 'sites.add', branch), operator, connect('operator'))
    visit
      .when('chair', 'admission.handOverChair', { participantId: 'operator' })
      .isRejected('protection.chair-stays-with-staff')
    visit
      .when('chair', 'admission.handOverChair', { participantId: 'secretary' })
      .leaves(({ admission }) => expect(admission.participants).toMatchObject({ secretary: { role: 'chair' } }))
  })

  it('accepts the centre and its participants without a waiver', () => {
    const centre = by('clerk', 'sites.add', { siteId: 'centre', name: 'Trung tâm', rank: 'centre' })
    atVisit(centre)
      .when('clerk', 'admission.invite', invitation('clerk2', 'secretary', 'centre'))
      .leaves(({ admission }) => expect(admission.participants).toHaveProperty('clerk2'))
  })

  it('does not admit an observer whom an older journal had invited', () => {
    const early = givenNothing(schedules(false), people, invites('watcher', 'observer'), inside, connect('watcher'))
    const { session } = early
    session.state = { ...session.state, session: { ...session.state.session, isProtected: true } }
    early.when('secretary', 'admission.admit', { participantId: 'watcher' }).isRejected('protection.no-waiver')
  })

  it('accepts an interpreter only after staff have identified them', () => {
    const offered = by('secretary', 'interpretation.offer', { language: 'en' })
    const appoint = { language: 'en', participantId: 'friend' } as const
    atVisit(inside, offered)
      .when('secretary', 'interpretation.appoint', appoint)
      .isRejected('protection.interpreter-unknown')
    atVisit(inside, offered, by('secretary', 'admission.identify', { participantId: 'friend', method: 'document' }))
      .when('secretary', 'interpretation.appoint', appoint)
      .leaves(({ interpretation }) => expect(interpretation.channels[0]?.interpreters).toEqual(['friend']))
  })

  it('accepts a captioner only after staff have identified them', () => {
    const appoint = { participantId: 'friend' }
    atVisit(inside).when('secretary', 'captions.appoint', appoint).isRejected('protection.captioner-unknown')
    atVisit(inside, by('secretary', 'admission.identify', { participantId: 'friend', method: 'document' }))
      .when('secretary', 'captions.appoint', appoint)
      .leaves(({ captions }) => expect(captions.captioners).toEqual(['friend']))
  })

  it('rejects automatic captions', () => {
    atVisit(inside).when('chair', 'captions.setAutomatic', { isOn: true }).isRejected('captions.not-of-protected')
  })
})

describe('a waiver', () => {
  it('is recorded once for the same paper, by staff in the room', () => {
    atVisit(inside, waives).when('secretary', 'protection.waive', waiver).givesNothing()
    atVisit(inside).when('denouncer', 'protection.waive', waiver).isRejected('forbidden')
  })

  it('must not be dated in the future', () => {
    const day = (offset: number) => calendarDayOf(start + offset * 24 * 60 * 60 * 1000)
    const session = atVisit(inside)
    session.when('chair', 'protection.waive', { ...waiver, signedOn: day(1) }).isRejected('protection.not-signed-yet')
    session
      .when('chair', 'protection.waive', { ...waiver, signedOn: day(0) })
      .leaves(({ protection }) => expect(protection.waiver).toMatchObject({ paperNumber: '12/VB' }))
  })

  it('is rejected in a session that is not protected', () => {
    givenNothing(schedules(false), people, inside)
      .when('secretary', 'protection.waive', waiver)
      .isRejected('protection.not-protected')
  })
})

describe('a waiver that is withdrawn', () => {
  const reason = 'Người tố cáo đổi ý.'
  const watched = atVisitWith(invites('watcher', 'observer'))

  it('no longer allows a branch site', () => {
    const session = atVisit(inside, waives, by('secretary', 'protection.takeBack', { reason }))
    session.when('clerk', 'sites.add', branch).isRejected('protection.no-waiver')
    expect(pageOf('secretary', session.state).protection.waiver).toBeNull()
  })

  it('is withdrawn only after the outsiders have been removed', () => {
    watched().when('secretary', 'protection.takeBack', { reason }).isRejected('protection.outsiders-inside')
    watched(by('secretary', 'admission.remove', { participantId: 'watcher', reason }))
      .when('secretary', 'protection.takeBack', { reason })
      .leaves(({ protection }) => expect(protection.waiver).toBeNull())
  })

  it('must have been given before', () => {
    atVisit(inside).when('chair', 'protection.takeBack', { reason }).isRejected('protection.nothing-waived')
  })
})

describe('a visit that becomes a denunciation', () => {
  const other = (...steps: readonly Step[]) => givenNothing(schedules(false), people, inside, ...steps)
  const protect = 'session.protect'

  it('is protected from then on, with the time when that began', () => {
    const session = other(reads)
    session.when('secretary', protect, {}).leaves(({ session: now }) => {
      expect(now.isProtected).toBe(true)
      expect(now.protectedAt).not.toBeNull()
    })
    session.when('clerk', 'sites.add', branch).isRejected('protection.no-waiver')
    session.when('secretary', protect, {}).givesNothing()
    expect(pageOf('denouncer', session.state).session.isProtected).toBe(true)
  })

  it('has its automatic captions switched off', () => {
    other(reads, by('chair', 'captions.setAutomatic', { isOn: true }))
      .when('secretary', protect, {})
      .leaves(({ captions }) => expect(captions.isAutomatic).toBe(false))
  })

  it('requires a named reader, rejects while outsiders are inside, and is decided by staff', () => {
    other().when('secretary', protect, {}).isRejected('protection.no-reader')
    other(reads, invites('watcher', 'observer')).when('chair', protect, {}).isRejected('protection.outsiders-inside')
    other(reads).when('denouncer', protect, {}).isRejected('forbidden')
  })

  it('is rejected while an appointed interpreter is not identified', () => {
    const interpreted = all(
      by('secretary', 'interpretation.offer', { language: 'en' }),
      by('secretary', 'interpretation.appoint', { language: 'en', participantId: 'friend' }),
    )
    other(reads, interpreted).when('secretary', protect, {}).isRejected('protection.interpreter-unknown')
  })
})

describe('a reader of the denouncer’s name', () => {
  it('is named by an account, once, and visible to staff only', () => {
    const session = atVisit(inside, reads)
    session.when('clerk', 'protection.nameReader', { accountId: 'lan', participantId: 'chair' }).givesNothing()
    expect(pageOf('secretary', session.state).protection.readers).toHaveLength(1)
    expect(pageOf('denouncer', session.state).protection).toEqual({ readers: [], waiver: null })
    session.when('chair', 'protection.nameReader', { accountId: 'me', participantId: null }).isRejected('forbidden')
  })

  it('can be named after the visit is closed and sealed too, because earlier readers may have left', () => {
    const session = atVisit(inside, by('chair', 'session.close', {}), seals)
    session
      .when('clerk', 'protection.nameReader', { accountId: 'hoa', participantId: null })
      .leaves(({ protection }) => expect(protection.readers).toHaveLength(1))
  })

  it('is rejected beyond 20 readers', () => {
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
