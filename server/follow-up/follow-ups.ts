// The follow-ups on this node: each assignment’s own journal, decided and folded by the kernel like a session’s. Called by HTTP and
// by the reminders.
import { type FollowUpState, followUpModules } from '../../shared/cases/index.ts'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { compose, type Wish } from '../../shared/kernel/aggregate.ts'
import type { Commit } from '../../shared/kernel/commit.ts'
import { type Rejection, reject } from '../../shared/kernel/rejection.ts'
import { chained, genesisHash } from '../journal/chain.ts'
import type { Journal } from '../journal/journal.ts'

interface Dependencies {
  readonly journal: Journal<string>
  readonly now: () => number
  readonly newId: () => string
}

/** Nobody of a session: those are long gone. */
export type OutsideActor = Exclude<ActorReference, { kind: 'participant' }>

/** Each method throws Unavailable when the journal cannot be reached. */
export interface FollowUps {
  state(entryId: string): Promise<FollowUpState>
  /** null: it is done. */
  dispatch(entryId: string, by: OutsideActor, wish: Wish): Promise<Rejection | null>
}

const maximumAttempts = 4
const noCodes = (subject: string): never => {
  throw new Error(`a follow-up gives no codes: ${subject}`)
}

interface Followed {
  readonly head: Commit | null
  readonly state: (typeof aggregate)['initial']
}

const aggregate = compose(followUpModules, { freeze: process.env.NODE_ENV !== 'production' })
const nothing: Followed = { head: null, state: aggregate.initial }

export function createFollowUps({ journal, now, newId }: Dependencies): FollowUps {
  const known = new Map<string, Followed>()

  async function load(entryId: string): Promise<Followed> {
    let followed = known.get(entryId) ?? nothing
    for (const stored of await journal.read(entryId, followed.head?.seq ?? 0)) {
      const commit = { ...stored, events: stored.events.map(aggregate.readEvent) }
      followed = { head: commit, state: aggregate.evolve(followed.state, commit) }
    }
    known.set(entryId, followed)
    return followed
  }

  return {
    state: async (entryId) => (await load(entryId)).state.followUp,
    async dispatch(entryId, by, wish) {
      const command = { id: newId(), type: wish.type }
      for (let attempt = 0; attempt < maximumAttempts; attempt++) {
        const { head, state } = await load(entryId)
        const at = Math.max(now(), head?.at ?? 0)
        const outcome = aggregate.decide(state, wish, { actor: by, at, newId, codeFor: noCodes })
        if ('rejection' in outcome) return outcome.rejection
        if ('opens' in outcome) throw new Error(`a follow-up has no box ${outcome.opens}`)
        if (outcome.events.length === 0) return null
        const seq = (head?.seq ?? 0) + 1
        const previousHash = head?.hash ?? genesisHash
        const commit = chained({ seq, at, actor: by, command, events: [...outcome.events], previousHash })
        // A duplicate is this very command, whose first answer was lost.
        if ((await journal.append(entryId, commit)).kind !== 'conflict') return null
      }
      return reject('conflict').rejection
    },
  }
}
