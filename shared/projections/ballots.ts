// A ballot as reported in papers: motion, voters, counts, required majority, and for an open ballot who voted how.

import type { PersonId } from '../kernel/ids.ts'
import { itemOf } from '../modules/agenda/contract.ts'
import type { Majority, Motion, VoterId } from '../modules/ballot/contract.ts'
import { type Result, resultOf } from '../modules/ballot/result.ts'
import type { SessionState } from '../modules/index.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import { personIdOf } from './voters.ts'

export interface BallotReport {
  readonly text: string
  /** The title of the item of the agenda; null: it belongs to none. */
  readonly item: string | null
  readonly isSecret: boolean
  /** null: for or against. */
  readonly options: readonly string[] | null
  readonly majority: Majority
  readonly entitled: number
  readonly presentAtOpening: number
  /** null: it was taken back, or the session ended first. */
  readonly result: Result | null
  readonly withdrawnReason: string | null
  /** null: it was secret, or not counted. */
  readonly votes: readonly { readonly person: Person; readonly choice: number }[] | null
}

const unnamed: Person = { name: '…', title: null }

export function ballotReport(
  motion: Motion,
  state: SessionState,
  person: (personId: PersonId) => Person,
): BallotReport {
  const { text, itemId, isSecret, options, majority, entitled, presentAtOpening, withdrawnReason } = motion
  const result = resultOf(motion)
  const named = (personId: PersonId | undefined) => (personId ? person(personId) : unnamed)
  const choices = Object.entries(motion.choices) as [VoterId, number][]
  return {
    text,
    item: itemOf(state.agenda.items, itemId)?.title ?? null,
    isSecret,
    options,
    majority,
    entitled: entitled.length,
    presentAtOpening,
    result,
    withdrawnReason,
    votes:
      isSecret || !result
        ? null
        : choices.map(([voterId, choice]) => ({ person: named(personIdOf(voterId, state)), choice })),
  }
}
