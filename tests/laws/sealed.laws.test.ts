// Property tests of sealing and cancelling: the journal ends, and nobody stays connected.
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../shared/modules/admission/contract.ts'
import { hasEnded } from '../../shared/modules/session/contract.ts'
import { fc } from '../harness/properties.ts'
import { account, cast, type ModelSession, type Step, scheduled, someSteps, system } from '../harness/session-model.ts'

const step = (by: Step['by'], type: string, data: unknown = {}): Step => ({ by, wish: { type, data }, pauseMs: 0 })
const ending = [
  step(account, 'session.open'),
  step(account, 'session.close'),
  step(account, 'approval.waive', { reason: 'Chỉ để trao đổi thông tin' }),
  step(account, 'session.seal'),
]
const cancelling = step(account, 'session.cancel', { reason: 'Bão số 9' })
/** What accounts and the system may still try; participants are among `someSteps`. */
const doors = cast.flatMap(({ id: participantId }) => [
  step(account, 'admission.revokeLink', { participantId }),
  step(account, 'admission.reissueLink', { participantId, linkId: 'link-late' }),
  step(system, 'admission.connect', { participantId, connectionId: 'late' }),
])
const arrivals = cast.map(({ id: participantId }) =>
  step(system, 'admission.connect', { participantId, connectionId: 'first' }),
)
const others = [
  step(account, 'session.open'),
  step(account, 'sites.add', { siteId: 'late', name: 'Điểm cầu mới', rank: 'branch' }),
  step(system, 'session.seal'),
]

function play(session: ModelSession, steps: readonly Step[]): ModelSession {
  for (const one of steps) session.step(one)
  return session
}

describe('after any commands, a sealed or cancelled session', () => {
  it('rejects all commands but supplements to the minutes and withdrawals of papers', () => {
    fc.assert(
      fc.property(someSteps, someSteps, (before, after) => {
        const session = play(scheduled(), [...before, ...ending])
        expect(hasEnded(session.state.session.status)).toBe(true)
        const { length } = session.journal
        play(session, [...after, ...doors, ...others])
        const since = session.journal.slice(length).map(({ command }) => command.type)
        expect(since.filter((type) => type !== 'withdrawal.declare' && type !== 'supplement.write')).toEqual([])
        expect(session.journal[length - 1]?.events.at(-1)?.type).toMatch(/^session.(sealed|cancelled)$/)
      }),
      { numRuns: 100 },
    )
  })

  it('rejects all commands when it was cancelled before the opening', () => {
    fc.assert(
      fc.property(someSteps, (after) => {
        const session = play(scheduled(), [...arrivals, cancelling])
        expect(session.state.session.status).toBe('cancelled')
        expect(Object.values(session.state.admission.participants).map(standingOf)).not.toContain('present')
        const { length } = session.journal
        play(session, [...after, ...doors, ...others])
        expect(session.journal.slice(length).map(({ command }) => command.type)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('has nobody in the room or waiting room', () => {
    fc.assert(
      fc.property(someSteps, (before) => {
        const { state } = play(scheduled(), [...before, ...ending])
        expect(Object.values(state.admission.participants).map(standingOf)).not.toContain('present')
        expect(Object.values(state.admission.participants).map(standingOf)).not.toContain('waiting')
      }),
      { numRuns: 50 },
    )
  })
})
