// The interface of the people record for the loaded session: who the ids of a session stand for. Events never contain a
// name.
import type { PersonId, SessionId } from '../../../shared/kernel/ids.ts'
import type { People, Person } from '../../../shared/wire/engine/socket-events.ts'

/** Each method throws Unavailable when Redis cannot be reached. */
export interface PeopleRecord {
  all(sessionId: SessionId): Promise<People>
  register(sessionId: SessionId, person: Person, email: string | null): Promise<PersonId>
  /** The name an officer read on a paper. null: there is no such person. */
  rename(sessionId: SessionId, personId: PersonId, name: string): Promise<Person | null>
  /** Who can be written to, and where. No other method tells it. */
  emails(sessionId: SessionId): Promise<Readonly<Record<PersonId, string>>>
  /** null: none any more. Changes nothing when there is no such person. */
  changeEmail(sessionId: SessionId, personId: PersonId, email: string | null): Promise<void>
  /** Their key goes first. Changes nothing when there is no such person. */
  erase(sessionId: SessionId, personId: PersonId): Promise<void>
  /**
   * Erases everybody of a session, their keys first: what an old Redis file or a backup still holds of the names is
   * unreadable wherever those keys are gone from (ADR 0061 says where they are not).
   */
  eraseAll(sessionId: SessionId): Promise<void>
}
