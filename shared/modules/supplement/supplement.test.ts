import { describe, expect, it } from 'vitest'
import {
  atReception,
  by,
  type Commands,
  closes,
  event,
  inFullSession,
  later,
  minutes,
  type Step,
  seals,
  start,
} from '../../../tests/harness/given.ts'
import { standingMinutes, standingVersion } from './contract.ts'

const sha256 = 'a'.repeat(64)
const signed: Step[] = [
  by('system', 'approval.sign', { participantId: 'secretary', sha256 }),
  by('system', 'approval.sign', { participantId: 'chair', sha256 }),
]
const issued: Step[] = [
  ...signed,
  by('system', 'approval.issue', { paper: 'minutes', number: 7, year: 2026, byParticipantId: null }),
]
const reason = 'Ghi nhầm diện tích'
const written: Commands['supplement.write'] = {
  supplementId: '019b0000-0000-7000-8000-000000000001',
  kind: 'correction',
  text: 'Tại mục II, “100 m²” sửa thành “120 m²”.',
  reason,
  signatoryId: 'head',
  signing: { form: 'direct', signedFor: null, deputyOf: null, office: 'Chủ tịch' },
  number: 8,
  year: 2026,
}

describe('a supplement written by an account', () => {
  it('is recorded in the journal after the sealing with content, reason, author and time, as an issued paper', () => {
    const session = atReception(inFullSession, closes, ...issued, seals, later(minutes(3)))
    session.when('clerk', 'supplement.write', written).gives(event('supplement.written', written))
    expect(session.state.supplement.written).toMatchObject([
      { ...written, by: { kind: 'account' }, at: start + minutes(3) },
    ])
    expect(session.state.withdrawal.issued).toContainEqual({
      kind: 'supplement',
      number: 8,
      year: 2026,
      participantId: null,
    })
  })

  it('is accepted for a sealed session only: before, the minutes are corrected by a new document', () => {
    for (const before of [[], [closes], [closes, ...issued]])
      atReception(inFullSession, ...before)
        .when('clerk', 'supplement.write', written)
        .isRejected('supplement.not-sealed')
  })

  it('is accepted only if minutes were issued: waived minutes cannot be corrected', () => {
    atReception(inFullSession, closes, seals)
      .when('clerk', 'supplement.write', written)
      .isRejected('supplement.not-issued')
  })

  it('corrects the last issued minutes if a later document was begun but waived', () => {
    const begun = [...issued, by('secretary', 'approval.beginCorrection', { reason })]
    const session = atReception(inFullSession, closes, ...begun, seals)
    session.when('clerk', 'supplement.write', written)
    expect(session.state.supplement.written).toHaveLength(1)
    expect(standingMinutes(session.state.approval)).toMatchObject({ number: 7, year: 2026 })
    expect(session.state.approval.version).toBe(2)
    expect(standingVersion(session.state.approval)).toBe(1)
  })

  it('accepts participants of the session and free text as recipients, and rejects an unknown id', () => {
    const session = atReception(inFullSession, closes, ...issued, seals)
    const to = (participantId: string) => ({
      ...written,
      recipients: [{ participantId }, { text: 'Sở Tài chính' }],
    })
    session.when('clerk', 'supplement.write', to('nobody')).isRejected('supplement.unknown-recipient')
    session.when('clerk', 'supplement.write', to('citizen1')).gives(event('supplement.written', to('citizen1')))
    expect(session.state.supplement.written[0]?.recipients).toHaveLength(2)
  })

  it('is accepted once, from an account only', () => {
    const session = atReception(inFullSession, closes, ...issued, seals)
    for (const who of ['chair', 'secretary', 'citizen1', 'system'])
      session.when(who, 'supplement.write', written).isRejected('forbidden')
    session.when('clerk', 'supplement.write', written)
    session.when('clerk', 'supplement.write', { ...written, number: 9 }).isRejected('supplement.already-written')
  })
})
