// Erases, class by class, what there is of an item. Each step can be repeated after a crash, and checks for a new hold before
// each file.
import { AppointmentId, CitizenId, ParticipantId, type SessionId } from '../../../shared/kernel/ids.ts'
import type { ErasableClass } from '../../../shared/retention/classes.ts'
import type { Erasable } from '../../../shared/retention/contract.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Transcripts } from '../../engine/session/transcript.ts'
import type { Films } from '../../hearing/films/films.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { Recordings } from '../../media/recording/recording.ts'
import type { DocumentStore } from '../../papers/documents/store.ts'
import type { AppointmentRecord } from '../../reception/appointments/record.ts'
import type { Seals } from '../archive/seals.ts'
import { type FilesOfItem, sessionIn, sessionsShowing } from './files-of-item.ts'

export interface ErasersDependencies {
  readonly sessions: Pick<Sessions, 'state' | 'erasePeople' | 'erasePerson'>
  readonly citizens: Pick<Citizens, 'erase'>
  readonly recordings: Pick<Recordings, 'segments' | 'drop'>
  readonly films: Pick<Films, 'erase'>
  readonly seals: Pick<Seals, 'erasePrints'>
  readonly appointments: Pick<AppointmentRecord, 'of' | 'forget'>
  readonly transcripts: Pick<Transcripts, 'erase'>
  readonly store: Pick<DocumentStore, 'drop' | 'keepOnly'>
}

type Item = Pick<Erasable, 'class' | 'subject' | 'related'>

/** False: it was told to stop, and did. */
export type Erasers = Readonly<Record<ErasableClass, (item: Item, mayGoOn: () => Promise<boolean>) => Promise<boolean>>>

export function createErasers(dependencies: ErasersDependencies, ofItem: FilesOfItem): Erasers {
  const { sessions, citizens, recordings, films, seals, appointments, transcripts, store } = dependencies

  async function eraseFiles(item: Item, mayGoOn: () => Promise<boolean>): Promise<boolean> {
    for (const { owner, sha256 } of await ofItem.files(item)) {
      if (!(await mayGoOn())) return false
      await store.drop(owner, sha256)
    }
    for (const owner of await ofItem.folders(item)) {
      if (!(await mayGoOn())) return false
      await store.keepOnly(owner, new Set())
    }
    return true
  }

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

  return {
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
}
