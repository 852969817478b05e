// Opens retention and export: seals and archives of sessions, erasure of what is due, and requests of people about
// their own data.
import { compose } from '../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../shared/kernel/ids.ts'
import { personalRequestModules } from '../../shared/personal-data/index.ts'
import { goneOf } from '../../shared/retention/contract.ts'
import { retentionModules } from '../../shared/retention/index.ts'
import type { Casework } from '../casework/open.ts'
import type { Engine } from '../engine/open.ts'
import { paperSource } from '../hearing/minutes/paper-source.ts'
import type { Hearing } from '../hearing/open.ts'
import type { Identity } from '../identity/open.ts'
import type { Recordings } from '../media/recording/recording.ts'
import type { Papers } from '../papers/open.ts'
import { erasureCertificatePdf, personalCopyPdf } from '../papers/printers.ts'
import type { Base } from '../platform/base.ts'
import type { TimeStamps } from '../platform/time-stamps/time-stamps.ts'
import type { Reception } from '../reception/open.ts'
import { sealPrintsAhead, sealSource } from './archive/seal-of-session.ts'
import { createSealingSweep } from './archive/sealing-sweep.ts'
import { createSeals, type RunningSeals } from './archive/seals.ts'
import type { SigningKey } from './archive/signature.ts'
import { createAddedClocks } from './personal-data/request-clocks.ts'
import { createHoldings } from './retention/holdings.ts'
import { createLedger } from './retention/ledger.ts'
import { createRetention, type RunningRetention } from './retention/retention.ts'

interface Parts {
  readonly engine: Pick<Engine, 'sessions' | 'sessionLists' | 'commits' | 'aggregatesOf'>
  readonly identity: Pick<Identity, 'accounts' | 'citizens'>
  readonly papers: Papers
  readonly casework: Pick<Casework, 'cases' | 'followUps' | 'law'>
  readonly reception: Pick<Reception, 'appointmentRecord' | 'receptionDays' | 'register'>
  readonly hearing: Pick<Hearing, 'films' | 'transcripts'>
  readonly recordings: Recordings
  readonly signingKey: SigningKey
  /** null: no authority is named. */
  readonly timeStamps: TimeStamps | null
}

export function openCustody(base: Base, parts: Parts) {
  const { redis, dataDir, secrets, freeze, now, newId, log, lifetime } = base
  const { sessions, sessionLists, commits, aggregatesOf } = parts.engine
  const { papers, documents, issuedPapers, agency } = parts.papers
  const { recordings, signingKey, timeStamps } = parts
  const sourceOf = (sessionId: SessionId) => paperSource({ sessions, now }, sessionId)
  const seals = createSeals({
    dataDir,
    key: signingKey,
    secret: secrets.peopleKey,
    timeStamps,
    sourceOf: async (sessionId) =>
      sealSource({ papers, documents, issuedPapers, recordings }, await sourceOf(sessionId)),
    printsAhead: async (sessionId) => sealPrintsAhead(papers, await sourceOf(sessionId)),
    recorded: recordings.finished,
    sealedBut: sessionLists.sealedBut,
    now,
    log,
  })
  commits.listen(seals.changed)
  lifetime.closes(() => seals.close())
  // Before the seals, which would wait for an answer.
  lifetime.closes(() => timeStamps?.close())
  const sealingSweep = createSealingSweep({ sessions, sessionLists, law: parts.casework.law, now, newId, log })
  lifetime.closes(() => sealingSweep.close())
  const retention = openRetention(base, { ...parts, seals })
  lifetime.closes(() => retention.close())
  lifetime.starts(() => seals.start())
  lifetime.starts(() => sealingSweep.start())
  lifetime.starts(() => retention.start())
  return {
    signingKey,
    seals,
    retention,
    /** By this server, and not erased. */
    async isRecorded(sessionId: SessionId): Promise<boolean> {
      // The last words of a session may be on their way to the disk when its film is asked for.
      await recordings.finished(sessionId)
      const isErased = goneOf(await retention.state(), { kind: 'session', id: sessionId }).has('recordings')
      return !isErased && (await recordings.segments(sessionId)).length > 0
    },
    erasureCertificatePdf: erasureCertificatePdf(agency),
    personalRequests: aggregatesOf('personalRequest', compose(personalRequestModules, { freeze })),
    requestClocks: createAddedClocks(redis, now),
    personalCopyPdf: personalCopyPdf(agency),
  }
}

export function openRetention(
  { redis, dataDir, freeze, now, log }: Base,
  parts: Omit<Parts, 'timeStamps'> & { readonly seals: RunningSeals },
): RunningRetention {
  const { sessions, sessionLists, aggregatesOf } = parts.engine
  const { cases, followUps } = parts.casework
  const { appointmentRecord, receptionDays, register } = parts.reception
  const { films, transcripts } = parts.hearing
  const { accounts, citizens } = parts.identity
  const { agency, store } = parts.papers
  const { recordings, signingKey, seals } = parts
  return createRetention({
    aggregates: aggregatesOf('retention', compose(retentionModules, { freeze })),
    holdings: createHoldings({
      ...{ sessions, cases, citizens, recordings, films, seals, followUps, transcripts, store },
      appointments: appointmentRecord,
    }),
    ledger: createLedger(dataDir, signingKey.published.fingerprint, log),
    ...{ followUps, receptionDays, sessions, sessionLists, cases, register, accounts, signingKey, agency },
    ...{ redis, now, log },
  })
}
