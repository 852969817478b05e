// The record of citizens, whom events know by id only: name, address, telephone, papers. Implemented by
// citizens-record.ts.
import type { AccountId, CitizenId } from '../../../shared/kernel/ids.ts'
import type { Citizen, CitizenAccess, SameBy } from '../../../shared/wire/identity/citizens.ts'
import type { BlindIndexOf, SameIndex } from './blind-indexes.ts'

/** Who wants to read or change it, and for what purpose. accountId null: the server itself, for a letter or a paper. */
export interface CitizenReader {
  readonly accountId: AccountId | null
  readonly purpose: string
}

/** Who may be the same person, and by what. */
export type Same = ReadonlyMap<CitizenId, readonly SameBy[]>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface Citizens {
  register(citizen: Citizen): Promise<CitizenId>
  /** Nobody is given out before it is written down who asked. Whoever was erased, or never was, is left out. */
  read(ids: readonly CitizenId[], reader: CitizenReader): Promise<ReadonlyMap<CitizenId, Citizen>>
  /** As `read`, for what is drawn anew while somebody types: the same look of the same reader within ten minutes is one, as with `note`. */
  readAgain(ids: readonly CitizenId[], reader: CitizenReader): Promise<ReadonlyMap<CitizenId, Citizen>>
  /**
   * A look at what is kept of them elsewhere: written down as a reading, nobody is opened. The same look of the same reader within ten
   * minutes is one: a page that is loaded again, a file that is fetched in parts.
   */
  note(ids: readonly CitizenId[], reader: CitizenReader): Promise<void>
  /** null: nobody of this id. */
  change(id: CitizenId, citizen: Citizen, by: CitizenReader): Promise<Citizen | null>
  /** Their key goes first: what a copy of the store still holds of them is unreadable. */
  erase(id: CitizenId, by: CitizenReader): Promise<void>
  /** Who has read, changed or erased, the newest first. */
  accesses(id: CitizenId, limit: number): Promise<CitizenAccess[]>
  /** The same blind index for the same contact, paper or word, however often it comes; nobody can tell it from that. */
  readonly blindIndexOf: BlindIndexOf
  /** Of each name its blind indexes, in the order of the ids; none: erased, or not yet made. Nobody is looked at. */
  namesOf(ids: readonly CitizenId[]): Promise<string[][]>
  /** Whoever has one of these blind indexes. */
  withBlindIndexes(indexes: readonly SameIndex[]): Promise<Same>
  /** Whoever may be the same as these, they themselves included; and by what could be told. That it was asked is written down. */
  sameAs(ids: readonly CitizenId[], reader: CitizenReader): Promise<{ same: Same; comparedBy: SameBy[] }>
  /** Told when somebody has another name, or is erased: indexes of names follow. Ends with the function returned. */
  listen(listener: (id: CitizenId) => void): () => void
  /** Those of whom an index of names has not said yet that it has followed. */
  renamed(): Promise<CitizenId[]>
  followed(id: CitizenId): Promise<void>
  /** Blind indexes of whoever was registered before there were any; done once, beside the work. */
  fill(): Promise<void>
  /** false: it is being filled, and not everybody is known again. */
  isWhole(): Promise<boolean>
}
