// Opens the sessions of this server: their journals, the actors that decide, the lists, and the listeners of commits.
import { type Aggregate, compose } from '../../shared/kernel/aggregate.ts'
import { type SessionState, sessionModules } from '../../shared/modules/index.ts'
import type { PeopleRecord } from '../identity/people/people.ts'
import type { SecrecyGate } from '../identity/secrecy/gate.ts'
import type { MediaPlane } from '../media/sfu/plane.ts'
import type { Base } from '../platform/base.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { BoxKeys } from './boxes/box-keys.ts'
import { createEncryptedBoxes } from './boxes/encrypted-boxes.ts'
import { sessionEncryption } from './encrypted-journals.ts'
import type { JournalChecks } from './journal/checked-reading.ts'
import { createRedisJournal } from './journal/redis.ts'
import { createSessionLists, type SessionLists } from './lists/session-lists.ts'
import { aggregatesOn, type OpenAggregates } from './open-aggregates.ts'
import { type CommitListeners, createCommitListeners } from './session/commit-listeners.ts'
import type { BlockingReason } from './session/loaded-sessions.ts'
import { createSessions } from './session/registry.ts'
import type { Transcripts } from './session/transcript.ts'

interface Parts {
  readonly checks: JournalChecks
  readonly boxKeys: BoxKeys
  readonly people: PeopleRecord
  readonly codeFor: (subject: string) => string
  readonly secrecyGate: Pick<SecrecyGate, 'refusal'>
  readonly media: MediaPlane
  readonly transcripts: Transcripts
  readonly blockingReason: BlockingReason
  readonly metrics: Pick<Metrics, 'observeAppend' | 'observeCommand'>
}

export interface Engine {
  readonly aggregate: Aggregate<SessionState>
  readonly sessions: ReturnType<typeof createSessions>
  readonly sessionLists: SessionLists
  readonly commits: Pick<CommitListeners, 'listen'>
  readonly aggregatesOf: OpenAggregates
}

export function openEngine(base: Base, parts: Parts): Engine {
  const { redis, secrets, now, newId, log, lifetime } = base
  const aggregate = compose(sessionModules, { freeze: base.freeze })
  const journal = createRedisJournal(redis, parts.checks, parts.metrics.observeAppend)
  const sessionLists = createSessionLists(redis, journal, log)
  lifetime.closes(() => sessionLists.close())
  const commits = createCommitListeners()
  const sessions = createSessions({
    aggregate,
    journal,
    eventEncryption: sessionEncryption(redis, secrets.peopleKey),
    boxes: createEncryptedBoxes(journal, parts.boxKeys),
    people: parts.people,
    transcripts: parts.transcripts,
    admits: (level) => parts.secrecyGate.refusal(level) === null,
    blockingReason: parts.blockingReason,
    media: parts.media,
    now,
    newId,
    codeFor: parts.codeFor,
    log,
    observe: parts.metrics.observeCommand,
    changed: commits.tell,
  })
  commits.listen(sessionLists.changed)
  lifetime.closes(() => sessions.close())
  return { aggregate, sessions, sessionLists, commits, aggregatesOf: aggregatesOn(base, parts.checks) }
}
