// The aggregates of one kind on this node that are not sessions: follow-ups, cases, reception days. Each has its own
// journal and is decided and folded by the kernel like a session. Knows no module by name. Called by HTTP and by
// timers.
import type { Actor, ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate, Wish } from '../../../shared/kernel/aggregate.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import { BrokenJournal } from '../../platform/broken-journal.ts'
import { chained, genesisHash } from '../../platform/hash-chain.ts'
import { createMailbox, type Mailbox } from '../../platform/mailbox.ts'
import { type EventEncryption, type Journal, withoutEncryption } from '../journal/journal.ts'

export interface AggregateDependencies<State> {
  readonly aggregate: Aggregate<State>
  readonly journal: Journal<string>
  readonly eventEncryption?: EventEncryption<State>
  /** As its rules see who acts; else as it is written. */
  readonly actorOf?: (by: OutsideActor) => Promise<Actor>
  readonly now: () => number
  readonly newId: () => string
}

/** Nobody of a session: they act in it by connections of its own (engine/session). */
export type OutsideActor = Exclude<ActorReference, { kind: 'participant' }>

export type OutsideWish = Wish & { readonly id?: string; readonly expectedSeq?: number }

type Listener<State> = (id: string, commit: Commit, state: State) => void

/** Each method throws Unavailable when the journal cannot be reached, BrokenJournal when it does not hold. */
export interface Aggregates<State> {
  /** The initial state for one that has no journal yet. */
  state(id: string): Promise<State>
  /**
   * In the order of their arrival, each once: a command id that is known is answered as it was the first time. With
   * `expectedSeq`, only while that is the last commit: else what others have done meanwhile would be overlooked (`conflict`).
   */
  dispatch(id: string, by: OutsideActor, wish: OutsideWish): Promise<CommandReply>
  journal(id: string): Promise<Commit[]>
  /** Every one that has a journal, the newest first; those too whose journal does not hold. */
  ids(): Promise<string[]>
  /** Called with each commit of this node after it is written, in order. Ends with the function returned. */
  listen(listener: Listener<State>): () => void
}

type KnownCommand = Pick<Commit, 'seq' | 'actor'> & { type: string }

interface Loaded<State> {
  readonly mailbox: Mailbox
  readonly commands: Map<string, KnownCommand>
  head: Commit | null
  state: State
}

const maximumAttempts = 4
/** Beyond these the ones used longest ago are read again from their journals. */
const maximumLoaded = 5000

const noCodes = (subject: string): never => {
  throw new Error(`only sessions give codes: ${subject}`)
}

export function createAggregates<State>(dependencies: AggregateDependencies<State>): Aggregates<State> {
  const { aggregate, journal, now, newId } = dependencies
  const { eventEncryption = withoutEncryption, actorOf = async (by) => by } = dependencies
  const loaded = new Map<string, Loaded<State>>()
  const listeners = new Set<Listener<State>>()

  function one(id: string): Loaded<State> {
    const found = loaded.get(id) ?? {
      mailbox: createMailbox(),
      commands: new Map(),
      head: null,
      state: aggregate.initial,
    }
    loaded.delete(id)
    loaded.set(id, found)
    if (loaded.size > maximumLoaded) forgetOldest(loaded)
    return found
  }

  function fold(into: Loaded<State>, commit: Commit): void {
    into.state = aggregate.evolve(into.state, commit)
    into.head = commit
    into.commands.set(commit.command.id, { seq: commit.seq, actor: commit.actor, type: commit.command.type })
  }

  async function catchUp(id: string, into: Loaded<State>): Promise<void> {
    for (const stored of await eventEncryption.decrypt(id, await journal.read(id, into.head)))
      fold(into, { ...stored, events: stored.events.map((event) => aggregate.readEvent(event)) })
  }

  async function perform(id: string, by: OutsideActor, command: OutsideWish & { id: string }): Promise<CommandReply> {
    const into = one(id)
    for (let attempt = 0; attempt < maximumAttempts; attempt++) {
      await catchUp(id, into)
      const known = into.commands.get(command.id)
      if (known) return answerAgain(known, command, by)
      if (command.expectedSeq !== undefined && command.expectedSeq !== (into.head?.seq ?? 0))
        return { ok: false, ...reject('conflict') }
      const at = Math.max(now(), into.head?.at ?? 0)
      const outcome = aggregate.decide(into.state, command, { actor: await actorOf(by), at, newId, codeFor: noCodes })
      if ('rejection' in outcome) return { ok: false, ...outcome }
      if ('opens' in outcome) throw new Error(`only sessions have boxes: ${outcome.opens}`)
      const lastSeq = into.head?.seq ?? 0
      if (outcome.events.length === 0) return { ok: true, seq: lastSeq }
      const draft = {
        seq: lastSeq + 1,
        at,
        actor: by,
        command: { id: command.id, type: command.type },
        events: [...outcome.events],
        previousHash: into.head?.hash ?? genesisHash,
      }
      const written = chained(await eventEncryption.encrypt(id, draft, into.state))
      if ((await journal.append(id, written)).kind !== 'appended') continue
      const commit = { ...written, events: draft.events }
      fold(into, commit)
      for (const listener of listeners) listener(id, commit, into.state)
      return { ok: true, seq: commit.seq }
    }
    return { ok: false, ...reject('conflict') }
  }

  return {
    state(id) {
      const into = one(id)
      return into.mailbox.post(async () => {
        await catchUp(id, into)
        return into.state
      })
    },
    dispatch: (id, by, wish) =>
      one(id)
        .mailbox.post(() => perform(id, by, { ...wish, id: wish.id ?? newId() }))
        .catch((error: unknown) => {
          if (error instanceof BrokenJournal) return { ok: false, ...reject('journal-broken') } as const
          throw error
        }),
    journal: async (id) => eventEncryption.decrypt(id, await journal.read(id, null)),
    ids: () => journal.sessions(),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function forgetOldest(loaded: Map<string, Pick<Loaded<unknown>, 'mailbox'>>): void {
  for (const [id, { mailbox }] of loaded) {
    if (!mailbox.isEmpty) continue
    loaded.delete(id)
    return
  }
}

/** As it was answered the first time, if it is the same command. */
function answerAgain(known: KnownCommand, { type }: OutsideWish, by: OutsideActor): CommandReply {
  const isSame = known.type === type && JSON.stringify(known.actor) === JSON.stringify(by)
  return isSame ? { ok: true, seq: known.seq } : { ok: false, ...reject('command-id-reused') }
}
