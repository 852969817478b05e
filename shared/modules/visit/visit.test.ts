import { describe, expect, it } from 'vitest'
import {
  admits,
  atReception,
  by,
  closes,
  connect,
  given,
  inFullSession,
  later,
  leaves,
  minutes,
  opens,
  pageOf,
  type Step,
  start,
} from '../../../tests/harness/given.ts'
import { ownEquipment } from '../../../tests/harness/own-equipment.ts'
import { groundOf, groundsOn } from '../../law/refusal-grounds.ts'

describe('a reception', () => {
  it('can be opened only when a note-taker is present', () => {
    const isRecorded = by('chair', 'recording.start', ownEquipment)
    atReception(connect('chair'), isRecorded).when('chair', 'session.open', {}).isRejected('visit.no-note-taker')
    atReception(connect('chair', 'secretary'), isRecorded, leaves('secretary'))
      .when('clerk', 'session.open', {})
      .isRejected('visit.no-note-taker')
    atReception(connect('chair', 'secretary'), isRecorded)
      .when('chair', 'session.open', {})
      .leaves(({ session }) => expect(session.status).toBe('open'))
    given(connect('chair'))
      .when('chair', 'session.open', {})
      .leaves(({ session }) => expect(session.status).toBe('open'))
  })

  it('requires cameras to stay on unless the chair turns this off', () => {
    expect(atReception().state.camera.isRequired).toBe(true)
    expect(given().state.camera.isRequired).toBe(false)
    const lets = by('chair', 'camera.setRule', { isRequired: false })
    expect(atReception(connect('chair', 'secretary'), lets, opens).state.camera.isRequired).toBe(false)
  })
})

describe('permission for the citizen to make their own recording', () => {
  it('is given or refused by the chair, visible to all', () => {
    const session = atReception(inFullSession)
    session
      .when('chair', 'visit.setOwnRecording', { isAllowed: false })
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
    expect(pageOf('citizen1', session.state).visit.ownRecording).toBe('forbidden')
    session.when('chair', 'visit.setOwnRecording', { isAllowed: false }).givesNothing()
    session
      .when('chair', 'visit.setOwnRecording', { isAllowed: true })
      .leaves(({ visit }) => expect(visit.ownRecording).toBe('allowed'))
    session.when('secretary', 'visit.setOwnRecording', { isAllowed: true }).isRejected('forbidden')
  })

  it('is set at a reception that is not over only', () => {
    const wish = { isAllowed: false }
    given(inFullSession).when('chair', 'visit.setOwnRecording', wish).isRejected('visit.not-reception')
    atReception(inFullSession, closes).when('chair', 'visit.setOwnRecording', wish).isRejected('session.over')
  })
})

describe('a refusal', () => {
  const refusal = { participantId: 'citizen1', groundId: 'decree-4-1-h', words: 'Vụ việc đã được trả lời.' }
  const explained: Step = by('chair', 'visit.explainRefusal', refusal)

  it('is explained with ground and time, visible to the citizen concerned and to staff', () => {
    const session = atReception(inFullSession, later(minutes(4)), explained)
    expect(session.state.visit.refusals).toEqual([{ ...refusal, explainedAt: start + minutes(4) }])
    expect(pageOf('citizen1', session.state).visit.refusals).toHaveLength(1)
    expect(pageOf('citizen2', session.state).visit.refusals).toEqual([])
    atReception(inFullSession)
      .when('secretary', 'visit.explainRefusal', refusal)
      .isSeenBy('chair', 'secretary', 'citizen1')
  })

  it('requires a ground from the law and a citizen', () => {
    const session = atReception(inFullSession)
    session
      .when('chair', 'visit.explainRefusal', { ...refusal, groundId: 'made-up' })
      .isRejected('visit.unknown-ground')
    session
      .when('chair', 'visit.explainRefusal', { ...refusal, participantId: 'siteA' })
      .isRejected('visit.not-citizen')
    atReception()
      .when('system', 'visit.explainRefusal' as never, refusal as never)
      .isRejected('forbidden')
  })

  it('requires a notice on two of the grounds', () => {
    const owing = groundsOn('2026-11-24').filter(({ needsNotice }) => needsNotice)
    expect(owing.map(({ groundId }) => groundId)).toEqual(['law-9-3', 'decree-4-1-h'])
  })

  it('keeps its ground when the law changes later', () => {
    expect(groundsOn('2026-06-30').map(({ groundId }) => groundId)).not.toContain('decree-4-1-a')
    expect(groundOf('decree-4-1-a')?.source).toBe('điểm a khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP')
  })
})

describe('the competence of the agency', () => {
  it('is set by staff, and can be changed', () => {
    const session = atReception(inFullSession)
    session
      .when('secretary', 'visit.settleCompetence', { isOwn: false, competentUnit: 'Sở Tài chính' })
      .leaves(({ visit }) => expect(visit.competence).toEqual({ isOwn: false, competentUnit: 'Sở Tài chính' }))
    session.when('chair', 'visit.settleCompetence', { isOwn: false, competentUnit: 'Sở Tài chính' }).givesNothing()
    session
      .when('chair', 'visit.settleCompetence', { isOwn: true, competentUnit: null })
      .leaves(({ visit }) => expect(visit.competence?.isOwn).toBe(true))
  })
})

describe('a group', () => {
  const group = (people: number, ...representativeIds: string[]) => ({ people, representativeIds, hasPaper: true })

  it.each([
    [4, ['citizen1'], 'visit.no-group', { minimum: 5 }],
    [7, [], 'visit.no-representative', {}],
    [7, ['citizen1', 'citizen2', 'siteA'], 'visit.too-many-representatives', { maximum: 2 }],
    [40, ['citizen1', 'siteA'], 'visit.not-citizen', {}],
  ] as const)('of %i people with the representatives %j is rejected', (people, representatives, code, params) => {
    atReception(inFullSession)
      .when('secretary', 'visit.setGroup', group(people, ...representatives))
      .isRejected(code, params)
  })

  it('is admitted through its representatives only', () => {
    const session = atReception(connect('chair', 'secretary', 'citizen1', 'citizen2'))
    session
      .when('secretary', 'visit.setGroup', group(7, 'citizen1', 'citizen1'))
      .leaves(({ visit }) => expect(visit.group?.representativeIds).toEqual(['citizen1']))
    session.when('secretary', 'visit.setGroup', group(7, 'citizen1')).givesNothing()
    session.when('secretary', 'admission.admit', { participantId: 'citizen2' }).isRejected('visit.not-representative')
    admits('citizen1')(session.session)
    session.when('secretary', 'visit.endGroup', {}).leaves(({ visit }) => expect(visit.group).toBeNull())
    admits('citizen2')(session.session)
  })
})
