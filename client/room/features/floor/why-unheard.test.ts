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
  ['in a reception, from the beginning', null, []],
  ['by turns, before theirs', 'turn', [byTurns]],
  ['by turns, in theirs', null, [byTurns, grants('citizen1')]],
  ['silenced', 'silenced', [silences('citizen1'), locks]],
  ['when all are', 'locked', [locks]],
  ['in a break', 'break', [suspends]],
])('a citizen is told why nobody hears them: %s', (_what, why, steps) => {
  expect(whyUnheard(atReception(inFullSession, ...steps).state, citizen)).toBe(why)
})

it('a conference is by turns, and an observer who interprets is heard in their channel alone', () => {
  expect(whyUnheard(given(inFullSession).state, citizen)).toBe('turn')
  expect(whyUnheard(atReception(inFullSession).state, ParticipantId.parse('observer1'))).toBe('channel')
})
