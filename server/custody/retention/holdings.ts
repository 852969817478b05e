// Finds and erases the data of each retention class in every place that keeps something about a session, a case or a
// citizen. Each step can be repeated after a crash, and checks for a new hold before each file.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { AppointmentId, CaseId, CitizenId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { assignmentsWithin } from '../../../shared/projections/conclusions.ts'
import type { ErasableClass } from '../../../shared/retention/classes.ts'
import type { Erasable, Erased, Subject } from '../../../shared/retention/contract.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Transcripts } from '../../engine/session/transcript.ts'
import type { Films } from '../../hearing/films/films.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Recordings } from '../../media/recording/recording.ts'
import type { DocumentStore, Owner } from '../../papers/documents/store.ts'
import type { AppointmentRecord } from '../../reception/appointments/record.ts'
import type { Seals } from '../archive/seals.ts'

export interface HoldingsDependencies {
  readonly sessions: Pick<Sessions, 'state' | 'people' | 'erasePeople' | 'erasePerson'>
  readonly cases: Pick<Cases, 'state'>
  readonly citizens: Pick<Citizens, 'erase' | 'namesOf'>
  readonly recordings: Pick<Recordings, 'segments' | 'readIndex' | 'drop'>
  readonly films: Pick<Films, 'erase' | 'files'>
  readonly seals: Pick<Seals, 'kept' | 'readPrint' | 'erasePrints'>
  readonly followUps: Pick<Aggregates<ConclusionState>, 'state'>
  readonly appointments: Pick<AppointmentRecord, 'of' | 'forget'>
  readonly transcripts: Pick<Transcripts, 'erase'>
  readonly store: Pick<DocumentStore, 'drop' | 'keepOnly'>
}

type Item = Pick<Erasable, 'class' | 'subject' | 'related'>

/** Each method throws what the store of the class throws; then it is tried again. */
export interface Holdings {
  /** None: there is nothing of it. */
  inventory(item: Item): Promise<Erased[]>
  /** False: it was told to stop, and did. */
  erase(item: Item, mayGoOn: () => Promise<boolean>): Promise<boolean>
}

interface KeptFile {
  readonly owner: Owner
  readonly sha256: string
  readonly bytes: number | null
}

const sessionIn = ({ id }: Subject) => SessionId.parse(id)

export function createHoldings(dependencies: HoldingsDependencies): Holdings {
  const { sessions, cases, citizens, recordings, films, seals, followUps, appointments, transcripts, store } =
    dependencies

  async function session(subject: Subject): Promise<SessionState | null> {
    return sessions.state(sessionIn(subject))
  }

  async function filesOfCase({ id }: Subject): Promise<KeptFile[]> {
    const caseId = CaseId.parse(id)
    const receipt = (await cases.state(caseId))?.intake.receipt
    // The parts of a petition that was split share the files of the first.
    return (receipt?.attachments ?? [])
      .filter(({ heldBy }) => heldBy === caseId)
      .map(({ sha256, bytes }) => ({ owner: { caseId }, sha256, bytes }))
  }

  /** What units have handed in to show that they have done what a session assigned them. */
  async function evidenceOf(state: SessionState): Promise<KeptFile[]> {
    const steps = await Promise.all(
      assignmentsWithin(state).map(async ({ entryId }) =>
        (await followUps.state(entryId)).followUp.steps.map(({ files }) => ({ entryId, files })),
      ),
    )
    return steps
      .flat()
      .flatMap(({ entryId, files }) => files.map(({ sha256, bytes }) => ({ owner: { entryId }, sha256, bytes })))
  }

  async function filesOf({ class: name, subject }: Item): Promise<KeptFile[]> {
    if (name === 'casePapers') return filesOfCase(subject)
    const state = await session(subject)
    if (!state) return []
    if (name === 'evidence') return evidenceOf(state)
    return name === 'documents' ? sessionDocuments(state) : submitted(state)
  }

  /** What stands in these folders and is named by nobody, too. */
  const foldersOf = async ({ class: name, subject }: Item): Promise<Owner[]> => {
    if (name === 'casePapers') return [{ caseId: subject.id }]
    const sessionId = sessionIn(subject)
    if (name === 'documents') return [sessionId]
    const state = await session(subject)
    if (name === 'evidence') return state ? assignmentsWithin(state).map(({ entryId }): Owner => ({ entryId })) : []
    const statements = state?.statement.statements ?? []
    return [
      { submittedTo: sessionId },
      { waiverOf: sessionId },
      ...statements.map(({ statementId }): Owner => ({ statementId })),
    ]
  }

  async function eraseFiles(item: Item, mayGoOn: () => Promise<boolean>): Promise<boolean> {
    for (const { owner, sha256 } of await filesOf(item)) {
      if (!(await mayGoOn())) return false
      await store.drop(owner, sha256)
    }
    for (const owner of await foldersOf(item)) {
      if (!(await mayGoOn())) return false
      await store.keepOnly(owner, new Set())
    }
    return true
  }

  async function filmFiles(sessionId: SessionId): Promise<Erased[]> {
    const files = await films.files(sessionId)
    return Promise.all(
      files.map(async ({ bytes, read }) => ({ what: 'file' as const, files: 1, bytes, sha256: await hashOf(read()) })),
    )
  }

  /** Attendance, and minutes that were never issued, as they were printed for the seal. */
  async function printsOf(sessionId: SessionId): Promise<Erased[]> {
    const kept = await seals.kept(sessionId)
    const prints: Erased[] = []
    for (const { path, kind, bytes, sha256 } of kept?.seal.files ?? [])
      if (kind === 'print' && (await seals.readPrint(sessionId, path)) !== null)
        prints.push({ what: 'file', files: 1, bytes, sha256 })
    return prints
  }

  /** A film shows the names of those who spoke: it goes with them, and is made anew without them. */
  const sessionsShowing = ({ subject, related }: Item): SessionId[] =>
    [subject, ...related].filter(({ kind }) => kind === 'session').map(sessionIn)

  /** Under the name of their papers they stand in the people record of each visit, too. */
  async function eraseFromSession(sessionId: SessionId, citizenId: CitizenId): Promise<void> {
    const state = await sessions.state(sessionId)
    for (const [participantId, id] of Object.entries(state?.identity.citizenIds ?? {})) {
      const personId = state?.admission.participants[ParticipantId.parse(participantId)]?.personId
      if (id === citizenId && personId) await sessions.erasePerson(sessionId, personId)
    }
  }

  async function eraseFilms(item: Item, mayGoOn: () => Promise<boolean>): Promise<boolean> {
    for (const sessionId of sessionsShowing(item)) {
      if (!(await mayGoOn())) return false
      await films.erase(sessionId)
    }
    return true
  }

  const filmsShowing = async (item: Item) => (await Promise.all(sessionsShowing(item).map(filmFiles))).flat()

  const inventories: Readonly<Record<ErasableClass, (item: Item) => Promise<Erased[]>>> = {
    async recordings({ subject }) {
      const sessionId = sessionIn(subject)
      const segments = await recordings.segments(sessionId)
      const index = segments.length > 0 ? await recordings.readIndex(sessionId) : null
      if (!index) return []
      const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0)
      return [{ what: 'index', files: segments.length, bytes, sha256: await hashOf(index) }]
    },
    films: filmsShowing,
    documents: listed,
    submissions: listed,
    casePapers: listed,
    evidence: listed,
    async appointments({ subject }) {
      return (await appointments.of(AppointmentId.parse(subject.id))) ? [record(1)] : []
    },
    async people(item) {
      const count = Object.keys(await sessions.people(sessionIn(item.subject))).length
      if (count === 0) return []
      return [record(count), ...(await printsOf(sessionIn(item.subject))), ...(await filmsShowing(item))]
    },
    async citizens(item) {
      const [names = []] = await citizens.namesOf([CitizenId.parse(item.subject.id)])
      if (names.length === 0) return []
      const prints = (await Promise.all(sessionsShowing(item).map(printsOf))).flat()
      return [record(1), ...prints, ...(await filmsShowing(item))]
    },
  }
  async function listed(item: Item): Promise<Erased[]> {
    const files = await filesOf(item)
    return files.map(({ sha256, bytes }) => ({ what: 'file', files: 1, bytes, sha256 }))
  }

  const erasers: Readonly<Record<ErasableClass, (item: Item, mayGoOn: () => Promise<boolean>) => Promise<boolean>>> = {
    async recordings({ subject }, mayGoOn) {
      const sessionId = sessionIn(subject)
      for (const { file } of await recordings.segments(sessionId)) {
        if (!(await mayGoOn())) return false
        await recordings.drop(sessionId, file)
      }
      return true
    },
    films: eraseFilms,
    documents: eraseFiles,
    submissions: eraseFiles,
    casePapers: eraseFiles,
    evidence: eraseFiles,
    async appointments({ subject }, mayGoOn) {
      if (!(await mayGoOn())) return false
      const kept = await appointments.of(AppointmentId.parse(subject.id))
      // The code that led to it leads nowhere then.
      if (kept) await appointments.forget(kept)
      return true
    },
    async people(item, mayGoOn) {
      if (!(await mayGoOn())) return false
      // The key first: from then on whatever is left of the names is unreadable.
      await sessions.erasePeople(sessionIn(item.subject))
      await seals.erasePrints(sessionIn(item.subject))
      // Of a session that was never sealed it may still be there.
      await transcripts.erase(sessionIn(item.subject))
      return eraseFilms(item, async () => true)
    },
    async citizens(item, mayGoOn) {
      if (!(await mayGoOn())) return false
      const citizenId = CitizenId.parse(item.subject.id)
      await citizens.erase(citizenId, { accountId: null, purpose: 'Xóa theo quyết định' })
      for (const sessionId of sessionsShowing(item)) {
        await eraseFromSession(sessionId, citizenId)
        // What was printed for the seal names them among others: it goes as a whole, the journal proves who was there, by ids.
        await seals.erasePrints(sessionId)
      }
      return eraseFilms(item, async () => true)
    },
  }

  return {
    inventory: (item) => inventories[item.class](item),
    erase: (item, mayGoOn) => erasers[item.class](item, mayGoOn),
  }
}

const record = (files: number): Erased => ({ what: 'record', files, bytes: null, sha256: null })

function sessionDocuments({ session: { sessionId }, documents }: SessionState): KeptFile[] {
  return documents.documents.flatMap(({ file, shown }) => bothOf(sessionId, file, shown))
}

/** Papers of citizens, the scan by which secrecy was given up, signatures drawn by hand. */
function submitted({ session: { sessionId }, submission, protection, statement }: SessionState): KeptFile[] {
  const scan = protection.waiver?.sha256 ?? null
  return [
    ...submission.papers.flatMap(({ file, shown }) => bothOf({ submittedTo: sessionId }, file, shown)),
    ...(scan === null ? [] : [{ owner: { waiverOf: sessionId }, sha256: scan, bytes: null }]),
    ...statement.statements.flatMap(({ statementId, versions }) =>
      versions.flatMap(({ outcome }) =>
        outcome?.how === 'drawn' ? [{ owner: { statementId }, sha256: outcome.sha256, bytes: null }] : [],
      ),
    ),
  ]
}

function bothOf(
  owner: Owner,
  file: { sha256: string; bytes: number },
  shown: { sha256: string; bytes: number } | null,
): KeptFile[] {
  const also = shown && shown.sha256 !== file.sha256 ? [shown] : []
  return [file, ...also].map(({ sha256, bytes }) => ({ owner, sha256, bytes }))
}

async function hashOf(content: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}
