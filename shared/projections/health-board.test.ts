import { describe, expect, it } from 'vitest'
import { closes, connect, given, inFullSession, leaves, loses, type Step } from '../../tests/harness/given.ts'
import { type HealthReport, nothingTold, type ParticipantHealth, type SessionHealth } from '../wire/hearing/health.ts'
import { wellReport } from '../wire/hearing/health-report.fixture.ts'
import { boardRows, observationsOf } from './health-board.ts'

const report: HealthReport = { ...wellReport, microphone: 'live' }
const well: ParticipantHealth = { picture: 'live', report, lastSeenAt: 0 }
const telling = (change: Partial<HealthReport>): ParticipantHealth => ({ ...well, report: { ...report, ...change } })
const health = (
  participants: Record<string, ParticipantHealth>,
  alarms: SessionHealth['alarms'] = [],
): SessionHealth => ({
  ...nothingTold,
  participants,
  alarms,
})

describe('the health board', () => {
  it('has a row for each site and each person in the room, the worst first', () => {
    const { state } = given(inFullSession, loses('siteA'), leaves('citizen2'))
    const rows = boardRows(
      state,
      health({
        chair: well,
        secretary: telling({ upLossPercent: 3 }),
        siteB: well,
        citizen1: telling({ route: 'tcp' }),
      }),
    )
    expect(rows.map(({ participantId, condition, weaknesses }) => [participantId, condition, ...weaknesses])).toEqual([
      ['siteA', 'lost'],
      ['secretary', 'attention', 'loss'],
      ['citizen1', 'attention', 'tcp'],
      ['chair', 'good'],
      ['siteB', 'good'],
    ])
  })

  it('shows a site without a participant, and a page that sends no report', () => {
    const { state } = given(connect('chair', 'siteA'))
    const rows = boardRows(state, health({ chair: well, siteA: { picture: 'live', report: null, lastSeenAt: 0 } }))
    expect(rows.map(({ siteId, participantId, condition }) => [siteId, participantId, condition])).toEqual([
      ['branchB', null, 'absent'],
      ['branchA', 'siteA', 'unknown'],
      ['centre', 'chair', 'good'],
    ])
  })

  it('sorts a current alarm right after lost connections, ticked off or not', () => {
    const { state } = given(connect('chair', 'siteA', 'siteB'))
    const since = 5
    const alarm = {
      alarmId: 'a',
      kind: 'cpu',
      since,
      endedAt: null,
      handledAt: 9,
      participantId: 'siteB' as never,
    } as const
    const [first] = boardRows(
      state,
      health({ chair: well, siteA: telling({ camera: 'failed' }), siteB: well }, [alarm]),
    )
    expect(first).toMatchObject({ participantId: 'siteB', condition: 'trouble', alarms: [{ kind: 'cpu' }] })
  })

  it('does not report a citizen’s camera that is off', () => {
    const { state } = given(inFullSession)
    const row = (who: string) =>
      boardRows(state, health({ [who]: { ...telling({ camera: 'off' }), picture: 'none' } })).find(
        ({ participantId }) => participantId === who,
      )
    expect(row('citizen1')).toMatchObject({ condition: 'good', weaknesses: [] })
    expect(row('siteA')).toMatchObject({ condition: 'attention', weaknesses: ['picture'] })
  })
})

describe('the participants observed for alarms', () => {
  const nothing = () => ({ picture: 'none', report: null }) as const
  const watched = (...steps: Step[]) =>
    observationsOf(given(...steps).state, nothing).map(({ participantId, isLost }) => [participantId, isLost])

  it('are those present and those lost from the room, without the waiting room and observers', () => {
    expect(watched(connect('chair', 'siteA', 'citizen1', 'observer1'), loses('siteA'))).toEqual([
      ['chair', false],
      ['siteA', true],
    ])
  })

  it('are none after the session is closed', () => {
    expect(watched(inFullSession, closes)).toEqual([])
  })
})
