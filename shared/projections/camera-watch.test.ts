import { describe, expect, it } from 'vitest'
import { by, given, inFullSession, loses, type Step, seconds, start } from '../../tests/harness/given.ts'
import type { ParticipantId } from '../kernel/ids.ts'
import type { Flow } from '../wire/hearing/health.ts'
import { advanceCameras, type MissingSince } from './camera-watch.ts'

const requires = by('chair', 'camera.setRule', { isRequired: true })
const everybodyShown = ['siteA', 'siteB', 'citizen1', 'citizen2']
const showing = (...who: string[]) => new Map(who.map((id) => [id as ParticipantId, 'live' as Flow]))
const without = (who: string) => showing(...everybodyShown.filter((id) => id !== who))

/** The facts of each look, two seconds apart. */
function looks(steps: Step[], ...pictures: ReadonlyMap<ParticipantId, Flow>[]) {
  const { state } = given(...steps)
  let missing: MissingSince = new Map()
  return pictures.map((seen, index) => {
    const result = advanceCameras(missing, state, seen, start + seconds(index * 2))
    missing = result.missing
    return result.facts
  })
}

describe('a missing picture', () => {
  it('is reported after ten seconds, dated at the first observation', () => {
    const facts = looks([inFullSession, requires], ...Array.from({ length: 6 }, () => without('siteA')))
    expect(facts.slice(0, 5).flat()).toEqual([])
    expect(facts[5]).toEqual([{ type: 'camera.noteOff', data: { participantId: 'siteA', since: start } }])
  })

  it('is not reported if it comes back earlier', () => {
    const seen = [without('siteA'), without('siteA'), showing(...everybodyShown), ...Array(5).fill(without('siteA'))]
    expect(looks([inFullSession, requires], ...seen).flat()).toEqual([])
  })

  it('is reported as back if it comes back later', () => {
    const off = by('system', 'camera.noteOff', { participantId: 'citizen1', since: start })
    expect(looks([inFullSession, requires, off], showing(...everybodyShown)).flat()).toEqual([
      { type: 'camera.noteOn', data: { participantId: 'citizen1' } },
    ])
  })

  it('is not reported without the rule, nor for staff, observers and lost participants', () => {
    const long = Array.from({ length: 8 }, () => showing('siteB', 'citizen1', 'citizen2'))
    expect(looks([inFullSession], ...long).flat()).toEqual([])
    expect(looks([inFullSession, requires, loses('siteA')], ...long).flat()).toEqual([])
  })
})
