// The golden journals of every released version, as they were written at that time.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Commit } from '../../shared/kernel/commit.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import { aggregate } from '../harness/session-model.ts'

const folder = import.meta.dirname
export const goldenJournals = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.jsonl'))

export const goldenLines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')

/** The commits as they were written, between the header and the manifest. */
export const goldenCommits = (name: string): Commit[] =>
  goldenLines(name)
    .slice(1, -1)
    .map((line) => Commit.parse(JSON.parse(line)))

/** What this release makes of a journal: each event lifted to today’s version, then folded. */
export const goldenState = (name: string): SessionState =>
  goldenCommits(name)
    .map((commit) => ({ ...commit, events: commit.events.map(aggregate.readEvent) }))
    .reduce(aggregate.evolve, aggregate.initial)
