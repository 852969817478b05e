// Property tests of ballots under network, store and server faults: no vote is lost or counted twice, and nothing
// stored reveals a secret choice.
import { describe, expect, it } from 'vitest'
import { type BoxKeys, createMemoryBoxKeys } from '../../server/engine/boxes/box-keys.ts'
import type { Journal } from '../../server/engine/journal/journal.ts'
import { createMemoryJournal } from '../../server/engine/journal/memory.ts'
import { Unavailable } from '../../server/platform/errors.ts'
import type { Viewer } from '../../shared/kernel/actor.ts'
import { viewerOf } from '../../shared/modules/admission/contract.ts'
import { participantVoter } from '../../shared/modules/ballot/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { CommandReply } from '../../shared/wire/engine/socket-events.ts'
import {
  commandId,
  isMarked,
  motionId,
  Node,
  pilesOf,
  sessionId,
  type Vote,
  voters,
  withOpenBallot,
} from '../harness/ballot-box.ts'
import { given, inFullSession, opensBallot, proposes } from '../harness/given.ts'
import { fc } from '../harness/properties.ts'
import { aggregate, codeFor, participant } from '../harness/session-model.ts'

const viewersOf = (state: SessionState): Viewer[] =>
  Object.values(state.admission.participants).flatMap((one) => viewerOf(one) ?? [])

/** What becomes of an append: nothing special; the store was away before it; or its answer was lost on the way. */
const someFaults = fc.array(fc.constantFrom('none', 'none', 'before', 'after'), { maxLength: 30 })
type Fault = 'none' | 'before' | 'after'

/** Each vote, perhaps a second one of the same person with another choice, and each sent once or more at once. */
const someVotes = fc
  .tuple(
    ...voters.map((voter) =>
      fc.record({
        voter: fc.constant(voter),
        choices: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
        copies: fc.integer({ min: 1, max: 3 }),
      }),
    ),
  )
  .map((all) =>
    all.flatMap(({ voter, choices, copies }, person) =>
      choices.flatMap((choice, index) =>
        Array<Vote>(copies).fill({ voter, choice, id: commandId(person * 10 + index + 1) }),
      ),
    ),
  )

const mayTryAgain = ({ ok, ...reply }: CommandReply) =>
  !ok && 'rejection' in reply && ['unavailable', 'conflict'].includes(reply.rejection.code)

class Cluster {
  readonly #journal: Journal
  readonly #keys: BoxKeys
  readonly #nodes: Node[] = []

  constructor(journal: Journal, keys: BoxKeys) {
    this.#journal = journal
    this.#keys = keys
    this.restart(0)
    this.restart(1)
  }

  /** The node is killed: what it had begun may still arrive at the store, and its memory is gone. */
  restart(index: number): void {
    this.#nodes[index] = new Node(this.#journal, this.#keys)
  }

  node(turn: number): Node {
    const node = this.#nodes[turn % 2]
    if (!node) throw new Error('no node')
    return node
  }

  /** As a page does: the same command again, at whichever node it reaches, until there is an answer. */
  async insist(ask: (node: Node) => Promise<CommandReply>, turn: number, restarts: boolean): Promise<CommandReply> {
    for (let attempt = turn; ; attempt++) {
      const reply = await ask(this.node(attempt))
      if (!mayTryAgain(reply)) return reply
      if (restarts && attempt % 3 === 0) this.restart(attempt % 2)
    }
  }
}

function troubled(
  journal: Journal,
  faults: readonly Fault[],
  slow: <T>(work: () => Promise<T>) => Promise<T>,
): Journal {
  const ahead = faults.values()
  return {
    ...journal,
    read: (...of) => slow(() => journal.read(...of)),
    readBox: (...of) => slow(() => journal.readBox(...of)),
    append: (...what) =>
      slow(async () => {
        const fault = ahead.next().value ?? 'none'
        if (fault === 'before') throw new Unavailable('away')
        const result = await journal.append(...what)
        if (fault === 'after') throw new Unavailable('the answer was lost')
        return result
      }),
  }
}

const slowKeys = (keys: BoxKeys, slow: <T>(work: () => Promise<T>) => Promise<T>): BoxKeys => ({
  read: (place) => slow(() => keys.read(place)),
  add: (place, key) => slow(() => keys.add(place, key)),
  erase: (place, erased) => slow(() => keys.erase(place, erased)),
  eraseAll: (place) => slow(() => keys.eraseAll(place)),
})

describe.each([
  ['open', false],
  ['secret', true],
] as const)('an %s ballot under faults and concurrency', (_kind, isSecret) => {
  it('counts each voter once with an accepted choice, with repeated commands, several nodes and failing appends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        someVotes,
        someFaults,
        fc.boolean(),
        async (scheduler, votes, faults, restarts) => {
          const slow = <T>(work: () => Promise<T>) => scheduler.schedule(Promise.resolve()).then(work)
          const stored = createMemoryJournal()
          await withOpenBallot(stored, isSecret)
          const cluster = new Cluster(troubled(stored, faults, slow), slowKeys(createMemoryBoxKeys(), slow))

          const replies = await scheduler.waitFor(
            Promise.all(votes.map((vote, turn) => cluster.insist((node) => node.cast(vote), turn, restarts))),
          )
          const accepted = new Map(votes.flatMap((vote, index) => (replies[index]?.ok ? [[vote.id, vote]] : [])))
          expect([...accepted.values()].map(({ voter }) => voter).toSorted()).toEqual(voters.toSorted())
          for (const reply of replies) if (!reply.ok) expect(reply.rejection.code).toBe('ballot.already-voted')

          // Nodes do not follow each other yet (ADR 0008): one that knows of too few votes would refuse to count.
          cluster.restart(0)
          cluster.restart(1)
          const closing = await scheduler.waitFor(cluster.insist((node) => node.close(commandId(99)), 1, restarts))
          expect(closing).toMatchObject({ ok: true })
          const reader = new Node(stored, createMemoryBoxKeys())
          await reader.actor.inTurn(() => undefined)
          expect(reader.motion.piles).toEqual(pilesOf([...accepted.values()].map(({ choice }) => choice)))
          expect(reader.motion.voted.toSorted()).toEqual(reader.motion.entitled.toSorted())
        },
      ),
      { numRuns: 150 },
    )
  })

  it('counts or rejects a vote that arrives while the ballot is being closed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), someVotes, someFaults, async (scheduler, votes, faults) => {
        const slow = <T>(work: () => Promise<T>) => scheduler.schedule(Promise.resolve()).then(work)
        const stored = createMemoryJournal()
        await withOpenBallot(stored, isSecret)
        const cluster = new Cluster(troubled(stored, faults, slow), slowKeys(createMemoryBoxKeys(), slow))
        const casting = Promise.all(votes.map((vote, turn) => cluster.insist((node) => node.cast(vote), turn, false)))
        const closing = cluster.insist((node) => node.close(commandId(99)), 1, false)
        const [replies, closed] = await scheduler.waitFor(Promise.all([casting, closing]))
        const accepted = new Map(votes.flatMap((vote, index) => (replies[index]?.ok ? [[vote.id, vote]] : [])))
        const reader = new Node(stored, createMemoryBoxKeys())
        await reader.actor.inTurn(() => undefined)
        expect(reader.motion.voted).toHaveLength(accepted.size)
        if (closed.ok) expect(reader.motion.piles).toEqual(pilesOf([...accepted.values()].map(({ choice }) => choice)))
        else expect(closed.rejection.code).toBe('ballot.too-few-cast')
      }),
      { numRuns: 100 },
    )
  })
})

describe('for random commands around ballots', () => {
  const anyone = fc.constantFrom('chair', 'secretary', 'siteA', 'siteB', 'citizen1')
  const someMotion = fc.constantFrom('motion1', 'motion2')
  const someDelegate = fc.constantFrom('delegate1', 'delegate2', 'delegate3')
  const wish = (type: string, data: object) => fc.record({ type: fc.constant(type), data: fc.constant(data) })
  const voting = fc.record({
    type: fc.constant('ballot.cast'),
    data: fc.record({
      motionId: someMotion,
      choice: fc.integer({ min: 0, max: 2 }),
      delegate: fc.option(
        someDelegate.map((delegateId) => ({ delegateId, code: codeFor(`ballot model ${delegateId} 0`) })),
      ),
    }),
  })
  const conducting = someMotion.chain((motionId) =>
    fc.oneof(wish('ballot.open', { motionId }), wish('ballot.close', { motionId })),
  )
  const around = fc.oneof(
    someMotion.chain((motionId) => wish('ballot.withdraw', { motionId, reason: 'Hoãn' })),
    someDelegate.chain((delegateId) => wish('ballot.renewCode', { delegateId })),
    wish('session.close', {}),
    anyone.chain((participantId) => wish('admission.remove', { participantId, reason: 'Trật tự' })),
  )
  const someSteps = fc.array(
    fc.record({
      who: anyone,
      wish: fc.oneof({ weight: 12, arbitrary: voting }, { weight: 4, arbitrary: conducting }, around),
    }),
    { size: 'large', maxLength: 60 },
  )
  const electorate = { delegates: true, participantIds: ['chair', 'secretary', 'siteA', 'citizen1'] }
  const assembled = () =>
    given(
      inFullSession,
      ...['delegate1', 'delegate2', 'delegate3'].map(isMarked),
      proposes('motion1', { electorate, isSecret: true }),
      proposes('motion2', { electorate }),
      opensBallot('motion1'),
    ).session

  it('each page equals the server’s view, nobody votes twice, and no choice is visible before the end', () => {
    let closings = 0
    fc.assert(
      fc.property(someSteps, (steps) => {
        const session = assembled()
        for (const { who, wish } of steps) {
          const before = session.state
          const commit = session.step({ by: participant(who), wish, pauseMs: 0 })
          if (typeof commit === 'string') continue
          for (const one of session.state.ballot.motions) {
            expect(new Set(one.voted).size).toBe(one.voted.length)
            expect(one.entitled).toEqual(expect.arrayContaining(one.voted))
            if (one.isSecret) expect(one.choices).toEqual({})
            if (one.piles) expect(one.piles.reduce((sum, votes) => sum + votes, 0)).toBe(one.voted.length)
          }
          for (const viewer of viewersOf(session.state)) {
            if (viewersOf(before).every(({ participantId }) => participantId !== viewer.participantId)) continue
            const page = aggregate.evolve(aggregate.view(before, viewer), aggregate.redact(commit, viewer))
            expect(page).toEqual(aggregate.view(session.state, viewer))
            for (const one of page.ballot.motions.filter(({ status }) => status !== 'closed')) {
              expect(Object.keys(one.choices)).toEqual(
                one.choices[participantVoter(viewer.participantId)] === undefined
                  ? []
                  : [participantVoter(viewer.participantId)],
              )
              expect(one.piles).toBeNull()
            }
          }
          closings += commit.command.type === 'ballot.close' ? 1 : 0
        }
      }),
      { numRuns: 250 },
    )
    expect(closings, 'ballots that came to their end').toBeGreaterThan(20)
  })
})

/** All that is kept, said or logged while these vote one after another. */
async function tracesOf(choices: readonly number[]) {
  const lines: unknown[] = []
  const note = (context: object, message: string) => void lines.push([context, message])
  const journal = createMemoryJournal()
  await withOpenBallot(journal, true)
  const node = new Node(journal, createMemoryBoxKeys(), { debug: note, info: note, warn: note, error: note })
  const replies: CommandReply[] = []
  const boxes: number[] = []
  for (const [index, voter] of voters.entries()) {
    const vote = { voter, choice: choices[index] ?? 0, id: commandId(index) }
    replies.push(await node.cast(vote), await node.cast(vote))
    boxes.push((await journal.readBox(sessionId, motionId))?.length ?? 0)
  }
  return { journal: await journal.read(sessionId, null), state: node.actor.state, replies, lines, boxes }
}

describe('a secret ballot', () => {
  const someChoices = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: voters.length, maxLength: voters.length })

  it('leaves journal, state, answers, log and box size independent of the choices', async () => {
    await fc.assert(
      fc.asyncProperty(someChoices, someChoices, async (one, other) => {
        expect(await tracesOf(one)).toEqual(await tracesOf(other))
      }),
      { numRuns: 25 },
    )
  })

  it('destroys its box when it is over, however it ends', async () => {
    for (const end of ['ballot.close', 'ballot.withdraw', 'session.close']) {
      const journal = createMemoryJournal()
      const keys = createMemoryBoxKeys()
      await withOpenBallot(journal, true)
      const node = new Node(journal, keys)
      for (const [index, voter] of voters.entries()) await node.cast({ voter, choice: 0, id: commandId(index) })
      expect(await keys.read({ sessionId, boxId: motionId })).toHaveLength(1)
      const chair = { kind: 'participant', participantId: 'chair' } as never
      const reply = await node.actor.dispatch(chair, {
        id: commandId(99),
        type: end,
        data: { motionId, reason: 'Hoãn' },
      })
      expect(reply).toMatchObject({ ok: true })
      expect(await keys.read({ sessionId, boxId: motionId })).toEqual([])
      expect(await journal.readBox(sessionId, motionId)).toBeNull()
    }
  })

  it('shows identity results and statements only to staff and to that citizen, and citizen ids only to staff', async () => {
    const journal = createMemoryJournal()
    const keys = createMemoryBoxKeys()
    await withOpenBallot(journal, true)
    const destroyLater = { ...journal, destroyBoxes: () => Promise.reject(new Unavailable('away')) }
    const node = new Node(destroyLater, keys)
    for (const [index, voter] of voters.entries()) await node.cast({ voter, choice: 0, id: commandId(index) })
    expect(await node.close(commandId(99))).toMatchObject({ ok: true })
    expect(await journal.readBox(sessionId, motionId)).not.toBeNull()
    await new Node(journal, keys).actor.inTurn(() => undefined)
    expect(await journal.readBox(sessionId, motionId)).toBeNull()
  })

  it('rejects votes and the count with a reason when the key of its box is lost', async () => {
    const journal = createMemoryJournal()
    const keys = createMemoryBoxKeys()
    await withOpenBallot(journal, true)
    const node = new Node(journal, keys)
    for (const [index, voter] of voters.slice(0, 4).entries())
      await node.cast({ voter, choice: 0, id: commandId(index) })
    await keys.eraseAll({ sessionId, boxId: motionId })
    const unreadable = { ok: false, rejection: { code: 'box-unreadable' } }
    expect(await node.cast({ voter: 'secretary', choice: 0, id: commandId(8) })).toMatchObject(unreadable)
    expect(await node.close(commandId(99))).toMatchObject(unreadable)
    expect(node.motion).toMatchObject({ status: 'open', piles: null })
  })
})
