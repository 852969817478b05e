import { describe, expect, it } from 'vitest'
import {
  admits,
  all,
  appoints,
  by,
  closes,
  connect,
  connects,
  given,
  grants,
  inFullSession,
  interprets,
  leaves,
  loses,
  opens,
  type Step,
  sendsBack,
  staffAndSitesArrive,
  suspends,
} from '../../tests/harness/given.ts'
import { ownEquipment } from '../../tests/harness/own-equipment.ts'
import { ParticipantId } from '../kernel/ids.ts'
import { mediaPlan, samePlan } from './media-plan.ts'

const takesAside = (...participantIds: string[]): Step => by('secretary', 'consultation.start', { participantIds })
const observer1 = ParticipantId.parse('observer1')
const planAfter = (...steps: Step[]) => mediaPlan(given(...steps).state)
const namesAfter = (...steps: Step[]) => [...planAfter(...steps).keys()]
const heardAfter = (...steps: Step[]) =>
  [...planAfter(...steps)].filter(([, { mayBeHeard }]) => mayBeHeard).map(([participantId]) => participantId)

describe('the media plan', () => {
  it('contains those in the room, with their newest connection', () => {
    expect(namesAfter(connect('chair', 'siteA'))).toEqual(['chair', 'siteA'])
    expect(planAfter(connect('siteA'), connects('siteA', 'phone'))).toEqual(
      new Map([
        [
          'siteA',
          {
            connectionId: 'phone',
            group: 'floor',
            channel: null,
            mayProduce: true,
            mayBeHeard: false,
            mayBeSeen: true,
            mayShare: false,
            recorded: [],
            recognised: false,
          },
        ],
      ]),
    )
  })

  it('excludes participants who wait, are lost, have left or were sent back', () => {
    expect(namesAfter(connect('secretary', 'citizen1'))).toEqual(['secretary'])
    expect(namesAfter(connect('secretary', 'siteA'), loses('siteA'))).toEqual(['secretary'])
    expect(namesAfter(connect('secretary', 'siteA'), leaves('siteA'))).toEqual(['secretary'])
    expect(namesAfter(connect('secretary', 'citizen1'), admits('citizen1'))).toEqual(['secretary', 'citizen1'])
    expect(namesAfter(inFullSession, sendsBack('citizen1'))).not.toContain('citizen1')
  })

  it('lets an observer receive but not send', () => {
    const plan = planAfter(inFullSession)
    const mayProduce = [...plan].map(([participantId, peer]) => [participantId, peer.mayProduce])
    expect(Object.fromEntries(mayProduce)).toEqual({
      chair: true,
      secretary: true,
      siteA: true,
      siteB: true,
      citizen1: true,
      citizen2: true,
      observer1: false,
    })
  })

  it('lets a site in a sound check be heard until it is recorded as connected, another is checked, or the session opens', () => {
    const checks = (siteId: string | null) => by('secretary', 'floor.checkSound', { siteId })
    const known = by('system', 'readiness.recordSiteConnected', { siteId: 'branchA' })
    const withoutSites = ['chair', 'secretary']
    expect(heardAfter(staffAndSitesArrive, checks('branchA'))).toEqual([...withoutSites, 'siteA'])
    expect(heardAfter(staffAndSitesArrive, checks('branchA'), checks('branchB'))).toEqual([...withoutSites, 'siteB'])
    for (const end of [
      checks(null),
      known,
      by('chair', 'readiness.recordAllConnected', { reason: 'Không có camera' }),
      opens,
    ])
      expect(heardAfter(staffAndSitesArrive, checks('branchA'), end)).toEqual(withoutSites)
  })

  it('lets chair and secretary always be heard, others only with the floor', () => {
    expect(heardAfter(staffAndSitesArrive)).toEqual(['chair', 'secretary'])
    expect(heardAfter(inFullSession, grants('siteA'))).toEqual(['chair', 'secretary', 'siteA'])
    expect(heardAfter(inFullSession, grants('siteA'), grants('citizen1'))).toEqual(['chair', 'secretary', 'citizen1'])
    expect(heardAfter(inFullSession, grants('siteA'), suspends)).toEqual(['chair', 'secretary'])
  })

  it('lets a holder of the floor be heard again after reconnecting', () => {
    const lost = [staffAndSitesArrive, opens, grants('siteA'), loses('siteA')]
    expect(heardAfter(...lost)).toEqual(['chair', 'secretary'])
    expect(heardAfter(...lost, connects('siteA', 'phone'))).toEqual(['chair', 'secretary', 'siteA'])
  })

  it('puts a consultation into its own group, in which all are heard', () => {
    const { state } = given(inFullSession, grants('siteA'), takesAside('chair', 'citizen1'))
    const consultationId = state.consultation.consultations[0]?.consultationId
    const groups = [...mediaPlan(state)].map(([participantId, { group, mayBeHeard }]) => [
      participantId,
      { group, mayBeHeard },
    ])
    const aside = { group: consultationId, mayBeHeard: true }
    const silent = { group: 'floor', mayBeHeard: false }
    const heard = { group: 'floor', mayBeHeard: true }
    expect(Object.fromEntries(groups)).toEqual({
      chair: aside,
      secretary: heard,
      siteA: heard,
      siteB: silent,
      citizen1: aside,
      citizen2: silent,
      observer1: silent,
    })
  })

  it('separates two consultations, and returns who leaves one to the floor', () => {
    const groupsAfter = (...steps: Step[]) =>
      new Set([...planAfter(inFullSession, ...steps).values()].map(({ group }) => group))
    const two = [takesAside('chair', 'siteA'), takesAside('citizen1', 'siteB')]
    expect(groupsAfter(...two).size).toBe(3)
    expect(groupsAfter(...two, by('siteA', 'consultation.leave', {})).size).toBe(2)
    expect(groupsAfter(takesAside('chair', 'siteA'), by('siteA', 'consultation.leave', {}))).toEqual(new Set(['floor']))
  })

  it('records everybody on the floor while the server records, but no consultation, and nobody during a pause', () => {
    const recordedAfter = (...steps: Step[]) =>
      [...planAfter(inFullSession, ...steps)].flatMap(([id, { recorded }]) => (recorded.length > 0 ? [id] : []))
    const everybody = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1']
    const requests = by('chair', 'recording.request', {})
    const written = all(requests, by('system', 'recording.confirm', {}))
    expect(recordedAfter()).toEqual([])
    expect(recordedAfter(by('chair', 'recording.start', ownEquipment))).toEqual([])
    expect(recordedAfter(requests)).toEqual(everybody)
    expect(recordedAfter(written, takesAside('chair', 'citizen1'))).toEqual(
      everybody.filter((id) => id !== 'chair' && id !== 'citizen1'),
    )
    expect(recordedAfter(written, suspends)).toEqual([])
    expect(recordedAfter(written, by('chair', 'recording.pause', { reason: 'Nghỉ' }))).toEqual([])
    expect(planAfter(inFullSession, written).get(observer1)?.recorded).toContain('camera')
  })

  it('lets an interpreter be heard only in their channel, without the floor', () => {
    const channelsAfter = (...steps: Step[]) =>
      Object.fromEntries(
        [...planAfter(inFullSession, ...steps)].flatMap(([id, { channel, mayBeHeard, mayBeSeen }]) =>
          channel ? [[id, { channel, mayBeHeard, mayBeSeen }]] : [],
        ),
      )
    const observer = { channel: 'en', mayBeHeard: true, mayBeSeen: false }
    expect(channelsAfter(appoints('en', 'observer1'))).toEqual({})
    expect(channelsAfter(appoints('en', 'observer1'), interprets('observer1', 'en'))).toEqual({ observer1: observer })
    const secretary = [appoints('en', 'secretary'), interprets('secretary', 'en')]
    expect(channelsAfter(...secretary)).toEqual({ secretary: { ...observer, mayBeSeen: true } })
    expect(channelsAfter(...secretary, by('secretary', 'interpretation.stop', {}))).toEqual({})
  })

  it('lets an observer send while appointed as an interpreter', () => {
    const maySend = (...steps: Step[]) => planAfter(inFullSession, ...steps).get(observer1)?.mayProduce
    const dismissed = by('secretary', 'interpretation.dismiss', { language: 'en', participantId: 'observer1' })
    expect(maySend(appoints('en', 'observer1'))).toBe(true)
    expect(maySend(appoints('en', 'observer1'), dismissed)).toBe(false)
  })

  it('lets the holder of screen sharing send a screen, unless in a consultation', () => {
    const grants = by('chair', 'sharing.grant', { participantId: 'siteA' })
    const sharersAfter = (...steps: Step[]) =>
      [...planAfter(inFullSession, ...steps)].filter(([, { mayShare }]) => mayShare).map(([id]) => id)
    expect(sharersAfter()).toEqual([])
    expect(sharersAfter(grants)).toEqual(['siteA'])
    expect(sharersAfter(grants, by('siteA', 'sharing.start', {}))).toEqual(['siteA'])
    expect(sharersAfter(grants, by('secretary', 'sharing.grant', { participantId: 'chair' }))).toEqual(['chair'])
    expect(sharersAfter(grants, takesAside('siteA', 'siteB'))).toEqual([])
    expect(sharersAfter(grants, by('chair', 'sharing.revoke', {}))).toEqual([])
  })

  it('is empty after the session is closed', () => {
    expect(namesAfter(inFullSession, grants('siteA'), closes)).toEqual([])
  })
})

describe('two media plans', () => {
  const plan = planAfter(inFullSession)

  it('are equal when they require the same of the media plane', () => {
    expect(samePlan(plan, planAfter(inFullSession))).toBe(true)
  })

  it.each<[what: string, step: Step]>([
    ['somebody is gone', leaves('siteA')],
    ['somebody is on another device', connects('siteA', 'phone')],
    ['somebody has the floor', grants('siteA')],
    ['somebody is aside', takesAside('siteA', 'siteB')],
    ['somebody may interpret', appoints('en', 'observer1')],
    ['somebody interprets who was heard on the floor', all(appoints('en', 'chair'), interprets('chair', 'en'))],
    ['somebody may share a screen', by('chair', 'sharing.grant', { participantId: 'siteA' })],
    ['all is over', closes],
  ])('differ when %s', (_what, step) => {
    const other = planAfter(inFullSession, step)
    expect(samePlan(plan, other)).toBe(false)
    expect(samePlan(other, plan)).toBe(false)
  })
})
