import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../kernel/ids.ts'
import type { HealthReport } from '../wire/hearing/health.ts'
import { wellReport as well } from '../wire/hearing/health-report.fixture.ts'
import { type AlarmWatch, advance, handle, type Observation, quiet } from './health-alarms.ts'

const nine = Date.UTC(2026, 10, 24, 2, 12)
const second = 1000

const siteFour: Observation = {
  participantId: ParticipantId.parse('site4'),
  isLost: false,
  since: nine,
  isAtSite: true,
  picture: 'live',
  report: well,
}
const reports = (change: Partial<HealthReport>): Observation => ({ ...siteFour, report: { ...well, ...change } })
const stillPicture: Observation = { ...siteFour, picture: 'still' }

/** Looks every two seconds, as the server does: each observation holds for so many seconds. */
function watched(...times: readonly (readonly [observation: Observation | null, seconds: number])[]): AlarmWatch {
  let at = nine
  let watch = quiet
  for (const [observation, lasting] of times)
    for (let passed = 0; passed < lasting; passed += 2) {
      watch = advance(watch, observation ? [observation] : [], at)
      at += 2 * second
    }
  return watch
}
const kinds = ({ alarms }: AlarmWatch) => alarms.map(({ kind }) => kind)
const going = ({ alarms }: AlarmWatch) => alarms.filter(({ endedAt }) => endedAt === null).map(({ kind }) => kind)

describe('a site without picture', () => {
  it('raises an alarm after ten seconds, dated at the loss of the picture', () => {
    expect(kinds(watched([siteFour, 60], [stillPicture, 10]))).toEqual([])
    expect(watched([siteFour, 60], [stillPicture, 14]).alarms).toEqual([
      {
        alarmId: `site4.picture.${nine + 60 * second}`,
        participantId: 'site4',
        kind: 'picture',
        since: nine + 60 * second,
        endedAt: null,
        handledAt: null,
      },
    ])
  })

  it('for a short moment raises no alarm', () => {
    expect(kinds(watched([stillPicture, 8], [siteFour, 2], [stillPicture, 8], [siteFour, 2]))).toEqual([])
  })

  it('that comes back ends the alarm, which stays until ticked off', () => {
    const { alarms } = watched([stillPicture, 14], [siteFour, 10])
    expect(alarms).toMatchObject([{ kind: 'picture', endedAt: nine + 14 * second, handledAt: null }])
  })

  it('that comes and goes quickly raises one alarm, not twenty', () => {
    const turns = Array.from({ length: 20 }, () => [
      [stillPicture, 6],
      [siteFour, 2],
    ]).flat() as [Observation, number][]
    expect(kinds(watched([stillPicture, 14], ...turns))).toEqual(['picture'])
  })

  it('raises an alarm also if it never sent one, because a site must have its camera on', () => {
    expect(kinds(watched([{ ...siteFour, picture: 'none', report: { ...well, camera: 'off' } }, 14]))).toEqual([
      'picture',
    ])
  })
})

describe('a person who is not at a site', () => {
  it('can have their camera off', () => {
    const off: Observation = { ...reports({ camera: 'off' }), isAtSite: false, picture: 'none' }
    expect(kinds(watched([off, 60]))).toEqual([])
  })

  it('raises an alarm when the camera is on but the picture does not arrive', () => {
    expect(kinds(watched([{ ...siteFour, isAtSite: false, picture: 'still' }, 14]))).toEqual(['picture'])
  })
})

describe('a lossy line', () => {
  it('raises an alarm at five per cent for fifteen seconds, in either direction', () => {
    expect(kinds(watched([reports({ upLossPercent: 6 }), 14]))).toEqual([])
    expect(kinds(watched([reports({ upLossPercent: 6 }), 18]))).toEqual(['loss'])
    expect(kinds(watched([reports({ downLossPercent: 5 }), 18]))).toEqual(['loss'])
    expect(kinds(watched([reports({ downLossPercent: 4.9 }), 60]))).toEqual([])
  })

  it('ends the alarm below three per cent only', () => {
    const began = [reports({ upLossPercent: 8 }), 18] as const
    expect(going(watched(began, [reports({ upLossPercent: 3.5 }), 60]))).toEqual(['loss'])
    expect(going(watched(began, [reports({ upLossPercent: 1 }), 20]))).toEqual([])
  })
})

describe('a lost connection', () => {
  const lost: Observation = { ...siteFour, isLost: true, since: nine - 4 * second, picture: 'none', report: null }

  it('raises an alarm after five seconds, dated at the last sign of life', () => {
    expect(watched([lost, 4]).alarms).toMatchObject([{ kind: 'lost', since: nine - 4 * second }])
  })

  it('raises no other alarm', () => {
    expect(kinds(watched([lost, 60]))).toEqual(['lost'])
  })

  it('ends the alarm at once on reconnect', () => {
    expect(going(watched([lost, 10], [siteFour, 2]))).toEqual([])
  })

  it('does not end an earlier alarm', () => {
    expect(going(watched([stillPicture, 14], [lost, 30]))).toEqual(['picture', 'lost'])
  })

  it('ends the alarm when the participant has left', () => {
    expect(going(watched([lost, 10], [null, 2]))).toEqual([])
  })
})

describe('a computer', () => {
  it('that is too slow for fifteen seconds raises an alarm', () => {
    expect(kinds(watched([reports({ limitedBy: 'cpu' }), 18]))).toEqual(['cpu'])
    expect(kinds(watched([reports({ limitedBy: 'bandwidth' }), 60]))).toEqual([])
  })

  it('without a working microphone raises an alarm; a muted one does not', () => {
    expect(kinds(watched([reports({ microphone: 'failed' }), 14]))).toEqual(['microphone'])
    expect(kinds(watched([reports({ microphone: 'muted' }), 60]))).toEqual([])
  })

  it('with repeatedly frozen pictures raises an alarm', () => {
    expect(kinds(watched([reports({ freezes: 2 }), 18]))).toEqual(['freezes'])
  })
})

describe('an alarm that is ticked off', () => {
  const alarmed = watched([stillPicture, 14])
  const [alarm] = alarmed.alarms
  const id = alarm?.alarmId ?? ''
  const at = nine + 14 * second

  it('is kept while it lasts, so that it is not raised again', () => {
    const handled = handle(alarmed, id, at)
    expect(handled?.alarms).toMatchObject([{ handledAt: at, endedAt: null }])
    expect(kinds(advance(handled ?? quiet, [stillPicture], at + 2 * second))).toEqual(['picture'])
  })

  it('is removed when it has ended', () => {
    let watch = handle(alarmed, id, at) ?? quiet
    for (let passed = 0; passed < 10; passed += 2) watch = advance(watch, [siteFour], at + passed * second)
    expect(watch.alarms).toEqual([])
  })

  it('must exist', () => {
    expect(handle(alarmed, 'site4.picture.1', at)).toBeNull()
  })
})
