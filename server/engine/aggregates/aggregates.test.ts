import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { accountOnly } from '../../../shared/kernel/actor.ts'
import { compose } from '../../../shared/kernel/aggregate.ts'
import { AccountId } from '../../../shared/kernel/ids.ts'
import { command, defineModule, event, rules } from '../../../shared/kernel/module.ts'
import { reject } from '../../../shared/kernel/rejection.ts'
import { chainFault } from '../../platform/hash-chain.ts'
import { createMemoryJournal } from '../journal/memory.ts'
import { createAggregates } from './aggregates.ts'

const queue = defineModule('queue', {
  commands: {
    join: command('Joins.', accountOnly, z.object({ name: z.string() }), []),
    callNext: command('Calls whoever waits longest.', accountOnly, z.object({}), ['queue.empty']),
  },
  events: {
    joined: event('nobody', z.object({ name: z.string() })),
    called: event('nobody', z.object({ name: z.string() })),
  },
  state: z.object({ waiting: z.array(z.string()), called: z.array(z.string()) }),
  initial: { waiting: [], called: [] },
})
const queueRules = rules(queue, {
  decide: {
    join: (_state, { name }) => [{ type: 'joined', data: { name } }],
    callNext: ({ waiting: [name] }) => (name ? [{ type: 'called', data: { name } }] : reject('queue.empty')),
  },
  evolve: {
    joined: (state, { name }) => ({ ...state, waiting: [...state.waiting, name] }),
    called: (state, { name }) => ({
      waiting: state.waiting.filter((one) => one !== name),
      called: [...state.called, name],
    }),
  },
})

const officer = { kind: 'account', accountId: AccountId.parse('019a0000-0000-7000-8000-000000000001') } as const
const day = '2026-11-25'
let ids = 0
const newId = () => `019a0000-0000-7000-8000-${String(++ids).padStart(12, '0')}`
const join = (name: string) => ({ type: 'queue.join', data: { name } })
const callNext = { type: 'queue.callNext', data: {} }

function twoNodes() {
  const journal = createMemoryJournal<string>()
  const aggregate = compose([queueRules], { freeze: true })
  const node = () => createAggregates({ aggregate, journal, now: () => 1, newId })
  return [node(), node()] as const
}

describe('an aggregate other than a session', () => {
  it('rejects a command whose expectedSeq is out of date; a repeated command id gets its first answer', async () => {
    const [node] = twoNodes()
    await node.dispatch(day, officer, { ...join('Lan'), expectedSeq: 0 })
    const seen = { ...join('Minh'), expectedSeq: 1, id: newId() }
    expect(await node.dispatch(day, officer, seen)).toEqual({ ok: true, seq: 2 })
    expect(await node.dispatch(day, officer, seen)).toEqual({ ok: true, seq: 2 })
    expect(await node.dispatch(day, officer, { ...callNext, expectedSeq: 1 })).toMatchObject({
      rejection: { code: 'conflict' },
    })
    expect((await node.state(day)).queue.waiting).toEqual(['Lan', 'Minh'])
  })

  it('is decided and folded like a session, with a hash-chained journal for each id', async () => {
    const [node] = twoNodes()
    await node.dispatch(day, officer, join('Lan'))
    await node.dispatch('2026-11-26', officer, join('Minh'))
    await node.dispatch(day, officer, callNext)
    expect((await node.state(day)).queue).toEqual({ waiting: [], called: ['Lan'] })
    expect(await node.ids()).toEqual(['2026-11-26', day])
    const commits = await node.journal(day)
    expect(commits.map((commit, index) => chainFault(commits[index - 1] ?? null, commit))).toEqual([null, null])
  })

  it('answers a repeated command id with its first answer, on every node', async () => {
    const [node, other] = twoNodes()
    await node.dispatch(day, officer, join('Lan'))
    await node.dispatch(day, officer, join('Minh'))
    const call = { ...callNext, id: newId() }
    expect(await node.dispatch(day, officer, call)).toEqual({ ok: true, seq: 3 })
    expect(await node.dispatch(day, officer, call)).toEqual({ ok: true, seq: 3 })
    expect(await other.dispatch(day, officer, call)).toEqual({ ok: true, seq: 3 })
    expect((await other.state(day)).queue.called).toEqual(['Lan'])
  })

  it('is consistent across nodes: two concurrent calls call two people', async () => {
    const [node, other] = twoNodes()
    for (const name of ['Lan', 'Minh', 'Hoa']) await node.dispatch(day, officer, join(name))
    await Promise.all([node.dispatch(day, officer, callNext), other.dispatch(day, officer, callNext)])
    expect((await node.state(day)).queue).toEqual({ waiting: ['Hoa'], called: ['Lan', 'Minh'] })
  })

  it('notifies its listeners of each written commit, and of nothing else', async () => {
    const [node] = twoNodes()
    const heard: string[] = []
    const end = node.listen((id, commit, state) => heard.push(`${id} ${commit.seq} ${state.queue.waiting.length}`))
    await node.dispatch(day, officer, callNext)
    await node.dispatch(day, officer, join('Lan'))
    end()
    await node.dispatch(day, officer, join('Minh'))
    expect(heard).toEqual([`${day} 1 1`])
  })

  it('writes nothing for a rejected command', async () => {
    const [node] = twoNodes()
    expect(await node.dispatch(day, officer, callNext)).toMatchObject({ ok: false, rejection: { code: 'queue.empty' } })
    expect(await node.dispatch(day, { kind: 'system' }, join('Lan'))).toMatchObject({
      rejection: { code: 'forbidden' },
    })
    expect(await node.ids()).toEqual([])
  })
})
