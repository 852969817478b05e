// The journal: the single source of truth of a session or another aggregate. An implementation makes commits durable
// before append() resolves.
import type { Commit } from '../../../shared/kernel/commit.ts'
import type { SessionId } from '../../../shared/kernel/ids.ts'

/** What journals are of; each is closed and named by its kind and its id. */
export const journalKinds = [
  'session',
  'followUp',
  'receptionDay',
  'case',
  'retention',
  'personalRequest',
  'intakeGroup',
  'agency',
] as const
export type JournalKind = (typeof journalKinds)[number]

/** Where a journal ends: as many commits as `seq` says stand in it. */
export type Head = Pick<Commit, 'seq' | 'hash'>

export type AppendResult =
  | { kind: 'appended' }
  /** The journal does not end where the caller believed. Nothing was written. */
  | { kind: 'conflict'; lastSeq: number }
  /** A commit of this command is already there, under `seq`. Nothing was written. */
  | { kind: 'duplicate'; seq: number }

/** What a box holds now, encrypted: the journal does not read it. */
export interface EncryptedBox {
  readonly boxId: string
  readonly ciphertext: string
}

/**
 * Throws Unavailable when the store is away; whether an append was written is then unknown until it can be read again. Whatever is
 * read has been checked: reading throws BrokenJournal when it is not what was written, and from then on so does everything else.
 */
export interface Journal<Id extends string = SessionId> {
  /**
   * Appends `commit`, which must be number `lastSeq + 1` of the stored journal. In the same stroke `box` takes the place
   * of what was kept under its id: both are written, or neither.
   */
  append(id: Id, commit: Commit, box?: EncryptedBox): Promise<AppendResult>
  /** The commits after `after`, which the caller has read before, in order; empty for one that does not exist. null: all, checked from the first. */
  read(id: Id, after: Head | null): Promise<Commit[]>
  /** Throws BrokenJournal when it was found not to hold. Asks no store. */
  demandUnbroken(id: Id): void
  /** Called once for each that is found not to hold. Ends with the function returned. */
  onBroken(listener: (id: Id) => void): () => void
  /** The number of the commit that holds this command’s effect. */
  findCommand(id: Id, commandId: string): Promise<number | null>
  /** null: nothing was put into it yet, or it is destroyed. */
  readBox(id: Id, boxId: string): Promise<string | null>
  destroyBoxes(id: Id, boxIds: readonly string[]): Promise<void>
  /** The numbers of their last commits, in the order of the ids; 0 for one that does not exist. */
  lastSeqs(ids: readonly Id[]): Promise<number[]>
  /** Every session that has a journal, the newest first. */
  sessions(): Promise<Id[]>
}

/** A commit that is not chained yet. */
export type Draft = Omit<Commit, 'hash'>

/** Keeps words out of a journal (ADR 0047). Each method throws Unavailable when the store of its keys is away. */
export interface EventEncryption<State> {
  /** As it is written into the journal, after `before`. */
  encrypt(id: string, draft: Draft, before: State): Promise<Draft>
  /** Throws when the key was erased: then nobody reads the journal any more. */
  decrypt(id: string, commits: readonly Commit[]): Promise<Commit[]>
}

export const withoutEncryption: EventEncryption<unknown> = {
  encrypt: async (_id, draft) => draft,
  decrypt: async (_id, commits) => [...commits],
}
