// Opens the aggregates of one kind, with their journal in Redis. Each domain calls it for its own kind.
import type { Aggregate } from '../../shared/kernel/aggregate.ts'
import type { Base } from '../platform/base.ts'
import { type AggregateDependencies, type Aggregates, createAggregates } from './aggregates/aggregates.ts'
import type { JournalChecks } from './journal/checked-reading.ts'
import { createAggregateJournal } from './journal/redis.ts'

type Kind = Parameters<typeof createAggregateJournal>[2]
type More<State> = Pick<AggregateDependencies<State>, 'eventEncryption' | 'actorOf'>

export type OpenAggregates = <State>(kind: Kind, aggregate: Aggregate<State>, more?: More<State>) => Aggregates<State>

export const aggregatesOn =
  ({ redis, now, newId }: Pick<Base, 'redis' | 'now' | 'newId'>, checks: JournalChecks): OpenAggregates =>
  (kind, aggregate, more = {}) =>
    createAggregates({ aggregate, journal: createAggregateJournal(redis, checks, kind), ...more, now, newId })
