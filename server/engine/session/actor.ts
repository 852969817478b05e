// One session on this node: the only place where its state changes. A mailbox takes one command at a time through
// decide → journal → evolve → media plan → publish. It knows no module by name, no socket and no Redis.
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Aggregate, DecisionContext, Outcome, Wish } from '../../../shared/kernel/aggregate.ts'
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { resolveActor } from '../../../shared/projections/entrance.ts'
import { mediaPlan, samePlan } from '../../../shared/projections/media-plan.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { MediaPlane } from '../../media/sfu/plane.ts'
import { BrokenJournal } from '../../platform/broken-journal.ts'
import { reportFault, Unavailable } from '../../platform/errors.ts'
import { chained, genesisHash } from '../../platform/hash-chain.ts'
import type { Log } from '../../platform/log.ts'
import { createMailbox } from '../../platform/mailbox.ts'
import type { Boxes, Paper } from '../boxes/boxes.ts'
import type { EventEncryption, Journal } from '../journal/journal.ts'
import { createDeadlineTimer } from './deadlines.ts'

export interface ActorDependencies {
  readonly aggregate: Aggregate<SessionState>
  readonly journal: Journal
  readonly eventEncryption: EventEncryption<SessionState>
  readonly boxes: Boxes
  readonly media: MediaPlane
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
  /** What stands in the way of a wish besides the rules of its session, such as a full disk; null: nothing. */
  readonly blockingReason: (
    state: SessionState,
    wish: Wish,
    outcome: Outcome,
  ) => Promise<ReturnType<typeof reject> | null>
  readonly log: Log
  readonly observe: CommandObserver
}

export type CommandObserver = (command: { type: string; outcome: string; milliseconds: number }) => void
export type Command = { readonly id: string } & Wish

/** How often a command is decided anew when another node was faster. */
const maximumAttempts = 4
/** Commits kept at hand for pages that come back; a page farther behind gets a whole view. */
const recentCommits = 500
const factRetryMs = 500

export class SessionActor {
  readonly sessionId: SessionId
  state: SessionState
  lastUsedAt: number
  #head: Pick<Commit, 'seq' | 'hash' | 'at'> | null = null
  #recent: Commit[] = []
  readonly #commands = new Map<string, Pick<Commit, 'seq' | 'actor'> & { type: string }>()
  /** The journal may hold more than we know: an append failed on the way. */
  #isBehind = true
  #isClosed = false
  readonly #mailbox = createMailbox()
  readonly #timer
  readonly #dependencies: ActorDependencies
  readonly #publish: (commit: Commit) => void

  constructor(sessionId: SessionId, dependencies: ActorDependencies, publish: (commit: Commit) => void) {
    this.sessionId = sessionId
    this.state = dependencies.aggregate.initial
    this.lastUsedAt = dependencies.now()
    this.#dependencies = dependencies
    this.#publish = publish
    this.#timer = createDeadlineTimer(dependencies.now, async ({ type, data }) => {
      const reply = await this.dispatch({ kind: 'system' }, { id: dependencies.newId(), type, data })
      return reply.ok
    })
  }

  get seq(): number {
    return this.#head?.seq ?? 0
  }

  get isIdle(): boolean {
    return this.#mailbox.isEmpty && !this.#timer.isWaiting
  }

  get hasTimer(): boolean {
    return this.#timer.isWaiting
  }

  /** The commits after `seq`, or null when they are no longer at hand. */
  since(seq: number): readonly Commit[] | null {
    if (seq > this.seq || this.seq - seq > Math.min(this.#recent.length, recentCommits)) return null
    return this.#recent.slice(this.#recent.length - (this.seq - seq))
  }

  /** Runs `job` between two commands, on a state that is up to date. Throws BrokenJournal when that was found not to be what was written. */
  inTurn<T>(job: () => T | Promise<T>): Promise<T> {
    this.lastUsedAt = this.#dependencies.now()
    return this.#mailbox.post(async () => {
      this.#dependencies.journal.demandUnbroken(this.sessionId)
      if (this.#isBehind) await this.#catchUp()
      return job()
    })
  }

  /** Never throws: what goes wrong is a rejection. */
  async dispatch(by: ActorReference, command: Command): Promise<CommandReply> {
    const { now, observe } = this.#dependencies
    const startedAt = now()
    const reply = await this.inTurn(() => this.perform(by, command)).catch((error: unknown) =>
      this.#failed(command, error),
    )
    observe({ type: command.type, outcome: reply.ok ? 'ok' : reply.rejection.code, milliseconds: now() - startedAt })
    return reply
  }

  /** A fact, which cannot be refused by a store that is away: it is told until it is written. */
  async report(fact: Wish): Promise<void> {
    const command = { id: this.#dependencies.newId(), ...fact }
    while (!this.#isClosed) {
      const reply = await this.dispatch({ kind: 'system' }, command)
      if (reply.ok || reply.rejection.code !== 'unavailable') return
      await new Promise((resolve) => setTimeout(resolve, factRetryMs).unref())
    }
  }

  /** Only inside a job of inTurn(). Throws Unavailable. */
  async perform(by: ActorReference, command: Command): Promise<CommandReply> {
    const { boxes, eventEncryption, newId, codeFor, blockingReason, now } = this.#dependencies
    for (let attempt = 0; attempt < maximumAttempts; attempt++) {
      const known = this.#commands.get(command.id)
      if (known) {
        const isSame = known.type === command.type && JSON.stringify(known.actor) === JSON.stringify(by)
        return isSame ? { ok: true, seq: known.seq } : { ok: false, ...reject('command-id-reused') }
      }
      const actor = resolveActor(this.state, by)
      if (!actor) return { ok: false, ...reject('forbidden') }
      const at = Math.max(now(), this.#head?.at ?? 0)
      const outcome = await this.#decide(command, { actor, at, newId, codeFor })
      if (!outcome) continue
      const blocked = await blockingReason(this.state, command, outcome)
      if (blocked) return { ok: false, ...blocked }
      if ('rejection' in outcome) return { ok: false, ...outcome }
      if (outcome.events.length === 0) return { ok: true, seq: this.seq }
      const paper = outcome.deposit ? await boxes.put(this.sessionId, outcome.deposit) : undefined
      if (paper === null) return { ok: false, ...reject('box-unreadable') }
      const draft = {
        seq: this.seq + 1,
        at,
        actor: by,
        command: { id: command.id, type: command.type },
        events: [...outcome.events],
        previousHash: this.#head?.hash ?? genesisHash,
      }
      const commit = chained(await eventEncryption.encrypt(this.sessionId, draft, this.state))
      const result = await this.#append(commit, paper)
      if (result.kind === 'appended') {
        await this.#written(paper)
        await this.#apply({ ...commit, events: draft.events })
        return { ok: true, seq: commit.seq }
      }
      // Another node wrote first, or our own append had arrived although its answer had not.
      await this.#catchUp()
    }
    return { ok: false, ...reject('conflict') }
  }

  /** A box that the rules ask for is opened, and they decide again. null: others have written meanwhile; begin anew. */
  async #decide(command: Wish, context: DecisionContext): Promise<Outcome | null> {
    const { aggregate, boxes } = this.#dependencies
    const outcome = aggregate.decide(this.state, command, context)
    if (!('opens' in outcome)) return outcome
    const seqBefore = this.seq
    const opened = await boxes.open(this.sessionId, outcome.opens)
    await this.#catchUp()
    // The box may hold papers of commits that this node had not seen.
    if (this.seq !== seqBefore) return null
    if (!opened) return reject('box-unreadable')
    const decided = aggregate.decide(this.state, command, { ...context, opened })
    if ('opens' in decided) throw new Error(`${command.type} asks for a box that is open`)
    return decided
  }

  async #append(commit: Commit, paper: Paper | undefined) {
    try {
      return await this.#dependencies.journal.append(this.sessionId, commit, paper?.box)
    } catch (error) {
      this.#isBehind = true
      throw error
    }
  }

  /** The paper counts whether or not the old key could be erased: the next paper erases it too. */
  async #written(paper: Paper | undefined): Promise<void> {
    const { log } = this.#dependencies
    await paper?.written().catch((error: unknown) => {
      log.error({ sessionId: this.sessionId, err: error }, 'an old key of a box is not erased yet')
    })
  }

  /** What could not be destroyed now is destroyed when the session is loaded again. */
  async #destroyBoxes(boxIds: readonly string[]): Promise<void> {
    const { boxes, log } = this.#dependencies
    if (boxIds.length === 0) return
    await boxes.destroy(this.sessionId, boxIds).catch((error: unknown) => {
      log.error({ sessionId: this.sessionId, err: error }, 'a box whose time is over is not destroyed yet')
    })
  }

  async #catchUp(): Promise<void> {
    const { aggregate, journal, eventEncryption } = this.#dependencies
    const isLoading = this.#head === null
    for (const stored of await eventEncryption.decrypt(
      this.sessionId,
      await journal.read(this.sessionId, this.#head),
    )) {
      const commit = { ...stored, events: stored.events.map((event) => aggregate.readEvent(event)) }
      if (isLoading) this.#fold(commit)
      else await this.#apply(commit)
    }
    this.#isBehind = false
    this.#timer.set(aggregate.deadlines(this.state))
    if (isLoading) await this.#destroyBoxes(aggregate.spentBoxes(this.state))
  }

  #fold(commit: Commit): void {
    this.state = this.#dependencies.aggregate.evolve(this.state, commit)
    this.#head = { seq: commit.seq, hash: commit.hash, at: commit.at }
    this.#commands.set(commit.command.id, { seq: commit.seq, actor: commit.actor, type: commit.command.type })
    this.#recent.push(commit)
    // Cut seldom: at each commit it would be copied, twenty thousand times as a long session is loaded.
    if (this.#recent.length > 2 * recentCommits) this.#recent = this.#recent.slice(-recentCommits)
  }

  async #apply(commit: Commit): Promise<void> {
    const before = this.state
    this.#fold(commit)
    const { aggregate, log } = this.#dependencies
    const { seq, command } = commit
    log.info({ sessionId: this.sessionId, seq, commandId: command.id, command: command.type }, 'commit')
    // "Muted" is true before it is shown.
    await this.#reconcile(before)
    this.#timer.set(aggregate.deadlines(this.state))
    this.#publish(commit)
    const spentBefore = aggregate.spentBoxes(before)
    await this.#destroyBoxes(aggregate.spentBoxes(this.state).filter((boxId) => !spentBefore.includes(boxId)))
  }

  async #reconcile(before: SessionState): Promise<void> {
    const { media, log } = this.#dependencies
    const plan = mediaPlan(this.state)
    if (samePlan(mediaPlan(before), plan)) return
    // It waits no longer than some seconds (ADR 0073).
    await media.reconcile(this.sessionId, plan).catch((error: unknown) => {
      log.error({ sessionId: this.sessionId, err: error }, 'the media plan is not true yet')
    })
  }

  #failed(command: Command, error: unknown): CommandReply {
    const { log } = this.#dependencies
    const context = { sessionId: this.sessionId, commandId: command.id, command: command.type }
    // Told when it was found.
    if (error instanceof BrokenJournal) return { ok: false, ...reject('journal-broken') }
    if (error instanceof Unavailable) {
      log.warn({ ...context, err: error }, 'a command could not be written')
      return { ok: false, ...reject('unavailable') }
    }
    return { ok: false, ...reject('internal', { incident: reportFault(log, error, context) }) }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#timer.close()
    await this.#mailbox.post(async () => undefined)
  }
}
