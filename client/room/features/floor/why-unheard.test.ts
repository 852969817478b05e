import { expect, it } from 'vitest'
import { ParticipantId } from '../../../../shared/kernel/ids.ts'
import {
  atReception,
  by,
  byTurns,
  given,
  grants,
  inFullSession,
  type Step,
  silences,
  suspends,
} from '../../../../tests/harness/given.ts'
import { type Unheard, whyUnheard } from './why-unheard.ts'

const locks = by('chair', 'floor.lock', {})
const citizen = ParticipantId.parse('citizen1')

it.each<[what: string, why: Unheard | null, steps: Step[]]>([
  ['at a reception, heard from the beginning', null, []],
  ['by turns, without the floor', 'turn', [byTurns]],
  ['by turns, with the floor', null, [byTurns, grants('citizen1')]],
  ['silenced', 'silenced', [silences('citizen1'), locks]],
  ['floor locked', 'locked', [locks]],
  ['session suspended', 'break', [suspends]],
])('reports why a citizen is not heard: %s', (_what, why, steps) => {
  expect(whyUnheard(atReception(inFullSession, ...steps).state, citizen)).toBe(why)
})

it('a conference is by turns; an interpreting observer is heard in their channel only', () => {
  expect(whyUnheard(given(inFullSession).state, citizen)).toBe('turn')
  expect(whyUnheard(atReception(inFullSession).state, ParticipantId.parse('observer1'))).toBe('channel')
})
