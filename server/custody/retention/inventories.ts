// Says, class by class, what there is of an item that may be erased: how many files and records, with their hashes.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { AppointmentId, CitizenId, type SessionId } from '../../../shared/kernel/ids.ts'
import type { ErasableClass } from '../../../shared/retention/classes.ts'
import type { Erasable, Erased } from '../../../shared/retention/contract.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Films } from '../../hearing/films/films.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Recordings } from '../../media/recording/recording.ts'
import type { AppointmentRecord } from '../../reception/appointments/record.ts'
import type { Seals } from '../archive/seals.ts'
import { type FilesOfItem, sessionIn, sessionsShowing } from './files-of-item.ts'

export interface InventoriesDependencies {
  readonly sessions: Pick<Sessions, 'people'>
  readonly citizens: Pick<Citizens, 'namesOf'>
  readonly recordings: Pick<Recordings, 'segments' | 'readIndex'>
  readonly films: Pick<Films, 'files'>
  readonly seals: Pick<Seals, 'kept' | 'readPrint'>
  readonly appointments: Pick<AppointmentRecord, 'of'>
}

type Item = Pick<Erasable, 'class' | 'subject' | 'related'>

/** None: there is nothing of it. */
export type Inventories = Readonly<Record<ErasableClass, (item: Item) => Promise<Erased[]>>>

export function createInventories(dependencies: InventoriesDependencies, ofItem: FilesOfItem): Inventories {
  const { sessions, citizens, recordings, films, seals, appointments } = dependencies

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

  const filmsShowing = async (item: Item) => (await Promise.all(sessionsShowing(item).map(filmFiles))).flat()

  async function listed(item: Item): Promise<Erased[]> {
    const files = await ofItem.files(item)
    return files.map(({ sha256, bytes }) => ({ what: 'file', files: 1, bytes, sha256 }))
  }

  return {
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
}

const record = (files: number): Erased => ({ what: 'record', files, bytes: null, sha256: null })

async function hashOf(content: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}
