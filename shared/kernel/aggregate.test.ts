import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemOnly, type Viewer } from './actor.ts'
import { compose } from './aggregate.ts'
import { Commit } from './commit.ts'
import { ParticipantId, text } from './ids.ts'
import { command, defineModule, event, hear, objectTo, rules } from './module.ts'
import { reject } from './rejection.ts'

/** A list of things to do whose events have been through two versions before this one. */
const tasks = defineModule('tasks', {
  commands: { add: command('Adds a task.', systemOnly, z.object({ title: text(40) }), ['tally.none']) },
  events: {
    added: event('present', z.object({ title: z.string(), isUrgent: z.boolean() }), {
      v: 3,
      upcast: {
        1: (data) => ({ title: z.object({ name: z.string() }).parse(data).name }),
        2: (data) => ({ ...Object(data), isUrgent: false }),
      },
    }),
  },
  state: z.object({ titles: z.array(z.string()) }),
  initial: { titles: [] },
})
const tasksRules = rules(tasks, {
  decide: { add: (_state, { title }) => [{ type: 'added', data: { title, isUrgent: false } }] },
  evolve: { added: ({ titles }, { title }) => ({ titles: [...titles, title] }) },
})
/** Counts what it hears. */
const tally = defineModule('tally', {
  commands: { peek: command('Reads the tasks.', systemOnly, z.object({})) },
  events: { seen: event('staff', z.object({})) },
  state: z.object({ count: z.int() }),
  initial: { count: 0 },
})
const counts = rules(tally, {
  decide: { peek: (_state, _data, { read }) => (read(tasks).titles.length > 0 ? [{ type: 'seen', data: {} }] : []) },
  evolve: { seen: (state) => state },
  also: [hear(tasks, 'added', ({ count }: { count: number }) => ({ count: count + 1 }))],
})

/** Counts beans, which are told apart in a box alone. */
const beans = defineModule('beans', {
  commands: {
    drop: command('Drops a bean.', systemOnly, z.object({ isBlack: z.boolean() })),
    count: command('Counts the beans.', systemOnly, z.object({})),
  },
  events: {
    dropped: event('present', z.object({})),
    counted: event('present', z.object({ white: z.int(), black: z.int() })),
  },
  state: z.object({ isCounted: z.boolean() }),
  initial: { isCounted: false },
})
const beanRules = rules(beans, {
  decide: {
    drop: (_state, { isBlack }) => ({
      events: [{ type: 'dropped', data: {} }],
      deposit: { boxId: 'jar', pile: isBlack ? 1 : 0, piles: 2 },
    }),
    count: (_state, _data, { opened }) =>
      opened ? [{ type: 'counted', data: { white: opened[0] ?? 0, black: opened[1] ?? 0 } }] : { opens: 'jar' },
  },
  evolve: { dropped: (state) => state, counted: () => ({ isCounted: true }) },
  spentBoxes: ({ isCounted }) => (isCounted ? ['jar'] : []),
})

const both = compose([tasksRules, counts], { freeze: true })
const context = { actor: { kind: 'system' }, at: 5, newId: () => 'id', codeFor: (subject: string) => subject } as const
const happened = { seq: 1, at: 5, actor: { kind: 'system' } } as const
const added = { type: 'tasks.added', v: 3, data: { title: 'Họp', isUrgent: true } }
const chair: Viewer = { participantId: ParticipantId.parse('chair'), role: 'chair', siteId: null, standing: 'present' }

describe('an objection by a later module', () => {
  const objecting = (isAgainst: boolean) =>
    compose(
      [
        tasksRules,
        {
          ...counts,
          objections: [
            objectTo(tasks, 'add', ({ count }: { count: number }, { title }, { read }) =>
              isAgainst && count === 0 && read(tasks).titles.length === 0 && title !== 'Nghỉ'
                ? reject('tally.none')
                : null,
            ),
          ],
        },
      ],
      { freeze: true },
    )
  const adds = (isAgainst: boolean, title: string) => {
    const all = objecting(isAgainst)
    return all.decide(all.initial, { type: 'tasks.add', data: { title } }, context)
  }

  it('rejects a command of an earlier module, depending on its data', () => {
    expect(adds(true, 'Họp')).toEqual({ rejection: { code: 'tally.none', params: {} } })
    expect(adds(true, 'Nghỉ')).toMatchObject({ events: [{ type: 'tasks.added' }] })
    expect(adds(false, 'Họp')).toMatchObject({ events: [{ type: 'tasks.added' }] })
  })

  it('is not called for an invalid command', () => {
    expect(adds(true, '')).toEqual({ rejection: { code: 'invalid', params: { field: 'title' } } })
  })

  it('to an unknown command fails when the modules are composed', () => {
    const objections = [{ type: 'tasks.remove', object: () => null }]
    expect(() => compose([tasksRules, { ...counts, objections }], { freeze: true })).toThrow(/tasks\.remove/)
  })
})

describe('an event read from a journal', () => {
  it('is converted from any older version to the current one', () => {
    const today = { type: 'tasks.added', v: 3, data: { title: 'Họp', isUrgent: false } }
    expect(both.readEvent({ type: 'tasks.added', v: 1, data: { name: 'Họp' } })).toEqual(today)
    expect(both.readEvent({ type: 'tasks.added', v: 2, data: { title: 'Họp' } })).toEqual(today)
    expect(both.readEvent(added)).toEqual(added)
  })

  it.each([
    ['has an unknown type', { ...added, type: 'tasks.dropped' }, 'unknown event tasks.dropped'],
    ['has a version of a newer release', { ...added, v: 4 }, 'version 4; this release knows 3'],
    ['does not match its schema', { ...added, data: { title: 7 } }, 'title'],
  ])('is rejected when it %s', (_what, stored, message) => {
    expect(() => both.readEvent(stored)).toThrow(message)
  })
})

describe('composed modules', () => {
  it('produce events with name and version, and react to events of each other', () => {
    const outcome = both.decide(both.initial, { type: 'tasks.add', data: { title: ' Họp ' } }, context)
    expect(outcome).toEqual({ events: [{ ...added, data: { title: 'Họp', isUrgent: false } }], deposit: null })
    expect(both.evolve(both.initial, { ...happened, events: [added, added] })).toEqual({
      tasks: { titles: ['Họp', 'Họp'] },
      tally: { count: 2 },
    })
  })

  it('can read the state of earlier modules only', () => {
    const full = both.evolve(both.initial, { ...happened, events: [added] })
    expect(both.decide(full, { type: 'tally.peek', data: {} }, context)).toMatchObject({
      events: [{ type: 'tally.seen' }],
    })
    const reversed = compose([counts, tasksRules], { freeze: true })
    expect(() => reversed.decide(reversed.initial, { type: 'tally.peek', data: {} }, context)).toThrow('comes later')
  })

  it('are rejected if two have the same name, or one listens to an event that does not exist', () => {
    expect(() => compose([tasksRules, tasksRules], { freeze: true })).toThrow('one name')
    expect(() => compose([counts], { freeze: true })).toThrow('tally hears an event that does not exist: tasks.added')
  })

  it('have frozen state', () => {
    const { tasks: state } = both.evolve(both.initial, { ...happened, events: [added] })
    expect(() => state.titles.push('Họp thêm')).toThrow(TypeError)
  })
})

describe('a module with a secret box', () => {
  const jar = compose([beanRules], { freeze: true })

  it('returns the deposit for the box beside the event, which does not contain it', () => {
    expect(jar.decide(jar.initial, { type: 'beans.drop', data: { isBlack: true } }, context)).toEqual({
      events: [{ type: 'beans.dropped', v: 1, data: {} }],
      deposit: { boxId: 'jar', pile: 1, piles: 2 },
    })
  })

  it('requests the content of the box, and decides when it is given', () => {
    const count = { type: 'beans.count', data: {} }
    expect(jar.decide(jar.initial, count, context)).toEqual({ opens: 'jar' })
    expect(jar.decide(jar.initial, count, { ...context, opened: [3, 4] })).toMatchObject({
      events: [{ data: { white: 3, black: 4 } }],
    })
  })

  it('reports which boxes are no longer needed', () => {
    const counted = { type: 'beans.counted', v: 1, data: { white: 3, black: 4 } }
    expect(jar.spentBoxes(jar.initial)).toEqual([])
    expect(jar.spentBoxes(jar.evolve(jar.initial, { ...happened, events: [counted] }))).toEqual(['jar'])
  })
})

describe('the view of a viewer', () => {
  it('is the whole state in the room and the initial state in the waiting room, unless the module defines otherwise', () => {
    const full = both.evolve(both.initial, { ...happened, events: [added] })
    expect(both.view(full, chair)).toEqual(full)
    expect(both.view(full, { ...chair, standing: 'waiting' })).toEqual(both.initial)
  })

  it('contains every commit, without hidden events, and without the actor if no event is left', () => {
    const hash = '0'.repeat(64)
    const commit = Commit.parse({
      ...happened,
      command: { id: '019b0000-0000-7000-8000-000000000001', type: 'tasks.add' },
      events: [added, { type: 'tally.seen', v: 1, data: {} }],
      previousHash: hash,
      hash,
    })
    expect(both.redact(commit, chair).events).toHaveLength(2)
    expect(both.redact(commit, { ...chair, role: 'citizen' })).toEqual({ ...happened, events: [added] })
    expect(both.redact(commit, { ...chair, standing: 'waiting' })).toEqual({ ...happened, actor: null, events: [] })
  })
})
