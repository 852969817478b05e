// Opens the engine with what it needs of other floors: keys of ballot boxes on disk, transcripts beside the journals,
// disk space for recordings.
import { join } from 'node:path'
import { createKeyFiles } from '../engine/boxes/key-files.ts'
import { createBrokenJournals } from '../engine/journal/broken-journals.ts'
import type { JournalChecks } from '../engine/journal/checked-reading.ts'
import { createHeadProof } from '../engine/journal/head-proof.ts'
import { startHeartbeat } from '../engine/journal/heartbeat.ts'
import { lookAtJournals } from '../engine/journal/look-at-journals.ts'
import { createSeenHeads, forgetSeenHeads, openSeenHeads } from '../engine/journal/seen-heads.ts'
import { type Engine, openEngine as open } from '../engine/open.ts'
import type { Transcripts } from '../engine/session/transcript.ts'
import { createTranscripts } from '../hearing/captions/transcripts.ts'
import { createDiskSpace, type DiskSpace } from '../hearing/scheduling/disk-space.ts'
import type { Identity } from '../identity/open.ts'
import type { RunningSecrecyGate } from '../identity/secrecy/gate.ts'
import { routeFoundReason } from '../identity/secrecy/internet-route.ts'
import type { Base } from '../platform/base.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { GroundFloor } from './base.ts'
import type { Media } from './media.ts'

interface Parts {
  readonly media: Media
  readonly identity: Identity
  readonly secrecyGate: RunningSecrecyGate
  readonly metrics: Metrics
}

export interface EngineFloor extends Engine {
  readonly checks: JournalChecks
  readonly transcripts: Transcripts
  readonly diskSpace: DiskSpace
}

export async function openEngine(base: GroundFloor, parts: Parts): Promise<EngineFloor> {
  const { redis, secrets, dataDir, now, log, lifetime } = base
  const { media, secrecyGate, metrics } = parts
  const checks = await openJournalChecks(base, base)
  const heartbeat = await startHeartbeat(redis, now)
  lifetime.closes(() => heartbeat.close())
  const diskSpace = createDiskSpace({ forecasts: media.forecasts, now })
  const transcripts = createTranscripts(redis, secrets.peopleKey, now)
  const engine = open(base, {
    checks,
    boxKeys: createKeyFiles(join(dataDir, 'box-keys')),
    people: parts.identity.people,
    codeFor: parts.identity.codeFor,
    secrecyGate,
    media: media.plane,
    transcripts,
    blockingReason: diskSpace.blockingReason,
    metrics,
  })
  const { sessions, sessionLists } = engine
  secrecyGate.onRouteFound(
    () =>
      void sessions
        .stopRefused(routeFoundReason)
        .catch((error: unknown) => log.error({ err: error }, 'a secret session could not be suspended')),
  )
  metrics.watch({ sessions: sessions.statistics, media: () => media.plane.statistics() })
  lifetime.recovers(() => sessionLists.catchUp(sessions.state))
  lifetime.recovers(() => base.clock.idleWhile(() => sessions.health().length === 0))
  lifetime.recovers(async () => sessions.recover(await sessionLists.current(), heartbeat.lastAliveAt ?? now()))
  return { ...engine, checks, transcripts, diskSpace }
}

/** Before anything is read of a journal. */
async function openJournalChecks(
  { dataDir, secrets, redis, log, lifetime }: Base,
  { isDurable }: { readonly isDurable: boolean },
): Promise<JournalChecks> {
  // A Redis that is allowed to lose commits falls back by itself.
  if (!isDurable) await forgetSeenHeads(dataDir)
  const kept = isDurable ? await openSeenHeads(dataDir, log) : null
  if (kept) lifetime.closes(() => kept.close())
  const checks = {
    proof: createHeadProof(secrets.peopleKey),
    seen: kept ?? createSeenHeads(),
    broken: createBrokenJournals(log),
  }
  await lookAtJournals(redis, checks, { dataDir, now: Date.now, log })
  return checks
}
