import { describe, expect, it } from 'vitest'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { type Alarm, nothingTold } from '../../../../shared/wire/hearing/health.ts'
import { openAlarms } from './open-alarms.ts'

const alarm = (alarmId: string, since: number, changes: Partial<Alarm> = {}): Alarm => ({
  alarmId,
  participantId: ParticipantId.parse('site4'),
  kind: 'picture',
  since,
  endedAt: null,
  handledAt: null,
  ...changes,
})

describe('the list of open alarms', () => {
  it('contains current alarms, the newest first, then ended ones that nobody has ticked off', () => {
    const alarms = [
      alarm('passed', 9, { endedAt: 10 }),
      alarm('old', 1),
      alarm('new', 5),
      alarm('done', 7, { handledAt: 8 }),
    ]
    expect(openAlarms({ ...nothingTold, alarms }).map(({ alarmId }) => alarmId)).toEqual(['new', 'old', 'passed'])
  })

  it('is empty before the first report of the server', () => {
    expect(openAlarms(null)).toEqual([])
  })
})
