// The end of a session for this page, told by the server or by the person who leaves.
import type { Farewell } from '../../../shared/wire/engine/farewells.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

export function receiveFarewell(session: SessionSnapshot, farewell: Farewell): SessionSnapshot {
  return { ...session, phase: 'ended', farewell, live: emptySession.live }
}
