import { describe, expect, it } from 'vitest'
import {
  admits,
  all,
  by,
  closes,
  connect,
  connects,
  given,
  inFullSession,
  later,
  leaves,
  loses,
  minutes,
  opens,
  removes,
  type Step,
  seals,
  seconds,
  sendsBack,
  staffAndSitesArrive,
  start,
  suspends,
} from '../../tests/harness/given.ts'
import { aggregate } from '../../tests/harness/session-model.ts'
import { attendance } from './attendance.ts'

/** The sheet after these steps; `now` is when the last of them happened. */
function sheetAfter(...steps: Step[]) {
  const { session } = given(...steps)
  return attendance(aggregate, session.journal, session.at)
}
const of = (who: string, ...steps: Step[]) =>
  sheetAfter(...steps).participants.find(({ participantId }) => participantId === who)
const siteAfter = (siteId: string, ...steps: Step[]) =>
  sheetAfter(...steps).sites.find((site) => site.siteId === siteId)
const at = (minute: number) => start + minutes(minute)

describe('the attendance of a participant', () => {
  it('lists everybody invited, also those who never came', () => {
    expect(of('observer1', staffAndSitesArrive, opens, later(minutes(60)), closes)).toEqual({
      participantId: 'observer1',
      personId: 'person-observer1',
      role: 'observer',
      siteId: null,
      identifiedBy: 'link',
      intervals: [],
      presentMs: 0,
    })
  })

  it('counts presence between opening and closing, and shows the full interval', () => {
    const steps = [staffAndSitesArrive, later(minutes(10)), opens, later(minutes(60)), closes, later(minutes(5))]
    expect(of('siteA', ...steps)).toMatchObject({
      intervals: [{ from: start, to: at(70), ending: 'closed' }],
      presentMs: minutes(60),
    })
  })

  it('has a gap for a lost connection, from the last sign of life', () => {
    const drop = all(later(minutes(20)), loses('siteA', seconds(18)), later(seconds(5)), connects('siteA', 'phone'))
    const site = of('siteA', staffAndSitesArrive, opens, drop, later(minutes(10)), closes)
    expect(site?.intervals).toEqual([
      { from: start, to: at(20) - seconds(18), ending: 'lost' },
      { from: at(20) + seconds(5), to: at(30) + seconds(5), ending: 'closed' },
    ])
    expect(site?.presentMs).toBe(minutes(30) - seconds(18))
  })

  it('never ends an interval before it began, even if the loss is dated earlier', () => {
    expect(
      of('siteA', opensUnattended, later(minutes(1)), connect('siteA'), loses('siteA', minutes(30)))?.intervals,
    ).toEqual([{ from: at(1), to: at(1), ending: 'lost' }])
  })

  it('continues when the participant changes the device', () => {
    const moved = all(later(minutes(3)), connects('siteA', 'phone'), later(minutes(3)), closes)
    expect(of('siteA', staffAndSitesArrive, opens, moved)?.intervals).toEqual([
      { from: start, to: at(6), ending: 'closed' },
    ])
  })

  it('does not count the waiting room', () => {
    const waits = all(connect('citizen1'), later(minutes(15)), admits('citizen1'), later(minutes(5)), closes)
    expect(of('citizen1', staffAndSitesArrive, opens, waits)).toMatchObject({
      intervals: [{ from: at(15), to: at(20), ending: 'closed' }],
      presentMs: minutes(5),
    })
    const droppedWhileWaiting = all(connect('citizen1'), loses('citizen1'), connects('citizen1', 'phone'))
    expect(of('citizen1', staffAndSitesArrive, opens, droppedWhileWaiting, later(minutes(5)))?.intervals).toEqual([])
  })

  it.each([
    ['left', leaves('citizen1')],
    ['removed', removes('citizen1')],
    ['waiting', sendsBack('citizen1')],
  ])('records how an interval ended: %s', (ending, step) => {
    expect(of('citizen1', inFullSession, later(minutes(12)), step, later(minutes(8)), closes)).toMatchObject({
      intervals: [{ from: start, to: at(12), ending }],
      presentMs: minutes(12),
    })
  })

  it('keeps the ending “lost” for a lost participant who is removed later', () => {
    const steps = [inFullSession, later(minutes(2)), loses('citizen1'), later(minutes(9)), removes('citizen1')]
    expect(of('citizen1', ...steps)?.intervals).toEqual([{ from: start, to: at(2), ending: 'lost' }])
  })

  it('starts a new interval for one who left and came back, and for one admitted again', () => {
    const back = all(later(minutes(1)), leaves('siteA'), later(minutes(1)), connect('siteA'))
    const again = all(later(minutes(1)), sendsBack('siteA'), later(minutes(1)), admits('siteA'))
    expect(of('siteA', inFullSession, back, again, later(minutes(1)), closes)).toMatchObject({
      intervals: [
        { from: start, to: at(1), ending: 'left' },
        { from: at(2), to: at(3), ending: 'waiting' },
        { from: at(4), to: at(5), ending: 'closed' },
      ],
      presentMs: minutes(3),
    })
  })

  it('has an open interval while the session is running', () => {
    expect(of('siteA', inFullSession, later(minutes(7)))).toMatchObject({
      intervals: [{ from: start, to: null, ending: null }],
      presentMs: minutes(7),
    })
  })

  it('continues while the session is suspended', () => {
    expect(of('siteA', inFullSession, later(minutes(5)), suspends, later(minutes(5)), closes)?.presentMs).toBe(
      minutes(10),
    )
  })

  it('counts nothing before the session is opened', () => {
    expect(of('siteA', staffAndSitesArrive, later(minutes(30)))).toMatchObject({
      intervals: [{ from: start, to: null, ending: null }],
      presentMs: 0,
    })
  })

  it('ignores what happens after closing', () => {
    const afterwards = all(later(minutes(1)), leaves('siteA'), connect('siteA', 'citizen2'), admits('citizen2'), seals)
    const steps = [staffAndSitesArrive, opens, later(minutes(30)), closes, afterwards]
    expect(of('siteA', ...steps)?.intervals).toEqual([{ from: start, to: at(30), ending: 'closed' }])
    expect(of('citizen2', ...steps)?.intervals).toEqual([])
  })

  it('includes a loss that was detected only after closing', () => {
    const steps = [inFullSession, later(minutes(30)), closes, later(seconds(10)), loses('siteA', seconds(18))]
    expect(of('siteA', ...steps)?.intervals).toEqual([{ from: start, to: at(30) - seconds(8), ending: 'lost' }])
  })

  it('has a gap after a server restart, from the last heartbeat of the server', () => {
    const restarted: Step = (session) => {
      session.at = at(25)
      for (const who of ['chair', 'secretary', 'siteA'])
        by('system', 'admission.disconnect', {
          participantId: who,
          connectionId: `${who}-device`,
          lostAt: at(20),
          cause: 'serverRestarted',
        })(session)
    }
    const back = connects('siteA', 'again')
    const steps = [connect('chair', 'secretary', 'siteA'), opens, restarted, later(seconds(4)), back, later(minutes(5))]
    expect(of('siteA', ...steps)).toMatchObject({
      intervals: [
        { from: start, to: at(20), ending: 'lost' },
        { from: at(25) + seconds(4), to: null, ending: null },
      ],
      presentMs: minutes(25),
    })
    expect(of('chair', ...steps)?.intervals).toEqual([{ from: start, to: at(20), ending: 'lost' }])
  })

  it('states how the person was identified', () => {
    const identified = by('secretary', 'admission.identify', { participantId: 'citizen1', method: 'document' })
    expect(of('citizen1', inFullSession, identified)?.identifiedBy).toBe('document')
  })
})

/** The clerk opens while nobody is there. */
const opensUnattended: Step = by('clerk', 'session.open', {})

describe('the attendance of a site', () => {
  /** A second endpoint at branch A. */
  const secondCamera = all(
    by('clerk', 'admission.invite', {
      participantId: 'siteA2',
      personId: 'person-siteA2',
      role: 'siteOperator',
      siteId: 'branchA',
      waits: false,
      linkId: 'link-siteA2',
    }),
    opensUnattended,
  )

  it('merges overlapping intervals of its endpoints', () => {
    const steps = [
      secondCamera,
      connect('siteA'),
      later(minutes(5)),
      connect('siteA2'),
      later(minutes(5)),
      leaves('siteA'),
      later(minutes(5)),
      leaves('siteA2'),
    ]
    expect(siteAfter('branchA', ...steps)).toMatchObject({
      intervals: [{ from: start, to: at(15), ending: 'left' }],
      presentMs: minutes(15),
    })
  })

  it('uses the longer interval when one contains the other', () => {
    const steps = [secondCamera, connect('siteA', 'siteA2'), later(minutes(5)), loses('siteA2'), later(minutes(5))]
    expect(siteAfter('branchA', ...steps)).toMatchObject({
      intervals: [{ from: start, to: null, ending: null }],
      presentMs: minutes(10),
    })
    expect(siteAfter('branchA', ...steps, leaves('siteA'), later(minutes(5)))).toMatchObject({
      intervals: [{ from: start, to: at(10), ending: 'left' }],
      presentMs: minutes(10),
    })
  })

  it('has a gap only when no endpoint was connected', () => {
    const steps = [
      secondCamera,
      connect('siteA'),
      later(minutes(5)),
      loses('siteA'),
      later(minutes(2)),
      connect('siteA2'),
      later(minutes(5)),
      by('clerk', 'session.close', {}),
    ]
    expect(siteAfter('branchA', ...steps)).toMatchObject({
      intervals: [
        { from: start, to: at(5), ending: 'lost' },
        { from: at(7), to: at(12), ending: 'closed' },
      ],
      presentMs: minutes(10),
    })
    expect(siteAfter('branchB', ...steps)).toMatchObject({ intervals: [], presentMs: 0 })
  })

  it('lists its delegates with their marks, the headcount and who confirmed', () => {
    const mark = (delegateId: string, mark: 'late' | 'absentWithLeave') =>
      by('siteA', 'rollcall.mark', { delegateId, mark, substituteId: null })
    const called = all(
      later(minutes(1)),
      mark('delegate1', 'late'),
      by('siteA', 'rollcall.countHeads', { siteId: 'branchA', count: 14 }),
      by('secretary', 'rollcall.confirm', { siteId: 'branchA' }),
    )
    const person = (n: number) => ({ delegateId: `delegate${n}`, personId: `person-delegate${n}`, substituteId: null })
    expect(siteAfter('branchA', inFullSession, called)).toMatchObject({
      name: 'Điểm cầu branchA',
      rank: 'branch',
      delegates: [
        { ...person(1), mark: 'late', markedAt: at(1) },
        { ...person(2), mark: null, markedAt: null },
      ],
      delegatesPresent: 1,
      headcount: 14,
      confirmedAt: at(1),
      confirmedBy: 'secretary',
    })
    expect(siteAfter('branchA', inFullSession, called, mark('delegate2', 'absentWithLeave'))).toMatchObject({
      delegatesPresent: 1,
      headcount: 14,
      confirmedAt: null,
      confirmedBy: null,
    })
  })
})

describe('the attendance sheet', () => {
  it('states when the session was opened and closed', () => {
    expect(sheetAfter(staffAndSitesArrive)).toMatchObject({ openedAt: null, closedAt: null })
    expect(sheetAfter(staffAndSitesArrive, later(minutes(2)), opens, later(minutes(9)), closes)).toMatchObject({
      openedAt: at(2),
      closedAt: at(11),
    })
  })
})
