import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyJournal } from '../../server/engine/journal/journal-file.ts'
import { aggregate } from '../harness/session-model.ts'
import { goldenCommits, goldenJournals, goldenLines, goldenState } from './golden.ts'
import { cancelledHearing, connectedReception, hearing, secretConference } from './hearing.ts'

const journals = goldenJournals()
const expected = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, name.replace(/jsonl$/, 'state.json')), 'utf8'))

describe.each(journals)('the golden journal %s', (name) => {
  it('has an unbroken hash chain', async () => {
    const sealed = goldenState(name).session.status === 'sealed'
    expect(await verifyJournal(goldenLines(name))).toMatchObject({ ok: true, sessionId: 'hearing', sealed })
  })

  it('is folded by this release to the recorded state', () => {
    expect(goldenState(name)).toEqual(expected(name))
  })

  it('gives a state that matches the schemas of the modules', () => {
    const state: Record<string, unknown> = { ...goldenState(name) }
    for (const module of aggregate.modules) expect(module.state.parse(state[module.name])).toEqual(state[module.name])
  })
})

describe('the golden journals together', () => {
  it('contain every event of every module in its latest version', () => {
    const today = aggregate.modules.flatMap((module) =>
      Object.entries(module.events as Record<string, { v: number }>).map(
        ([event, { v }]) => `${module.name}.${event} ${v}`,
      ),
    )
    const golden = new Set(
      journals.flatMap(goldenCommits).flatMap(({ events }) => events.map(({ type, v }) => `${type} ${v}`)),
    )
    expect(today.filter((event) => !golden.has(event))).toEqual([])
  })

  it.each([hearing, cancelledHearing, secretConference, connectedReception])(
    'include one equal to what this release writes for the same session',
    (happened) => {
      expect(journals.map(goldenState)).toContainEqual(happened().state)
    },
  )
})
