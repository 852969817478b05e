// The questions that screens ask of the session. Each re-renders its caller only when the answer has changed.
import { useEffect, useState } from 'react'
import type { ParticipantId, PersonId, Role, SiteId } from '../../../shared/kernel/ids.ts'
import type { Participant } from '../../../shared/modules/admission/contract.ts'
import { consultationOf } from '../../../shared/modules/consultation/contract.ts'
import { siteOf } from '../../../shared/modules/sites/contract.ts'
import type { Person } from '../../../shared/wire/engine/socket-events.ts'
import { type SessionSnapshot, sessionStore, useSession } from './store.ts'

export const unknownName = '…'

export function participantOf(session: SessionSnapshot, id: ParticipantId | null | undefined): Participant | null {
  return (id && session.state?.admission.participants[id]) || null
}

export const meIn = (session: SessionSnapshot): Participant | null => participantOf(session, session.me?.participantId)

export function personIn(session: SessionSnapshot, participantId: ParticipantId | null | undefined): Person | null {
  const personId = participantOf(session, participantId)?.personId
  return (personId && session.people[personId]) || null
}

/** In a consultation that I take no part in. */
export function isAside({ state, me }: SessionSnapshot, participantId: ParticipantId): boolean {
  const place = state && consultationOf(state.consultation, participantId)
  return place != null && !(me && place.participantIds.includes(me.participantId))
}

export const useMe = (): Participant | null => useSession(meIn)

export const useRole = (): Role | null => useSession((session) => meIn(session)?.role ?? null)

export const useParticipant = (id: ParticipantId | null | undefined): Participant | null =>
  useSession((session) => participantOf(session, id))

/** The name of a participant, as the server verified it. */
export const useName = (participantId: ParticipantId | null | undefined): string =>
  useSession((session) => personIn(session, participantId)?.name ?? unknownName)

export const usePerson = (personId: PersonId | null | undefined): Person | null =>
  useSession((session) => (personId && session.people[personId]) || null)

export const useSiteName = (siteId: SiteId | null | undefined): string | null =>
  useSession((session) => siteOf(session.state?.sites.sites ?? [], siteId ?? null)?.name ?? null)

const serverNow = (): number => Date.now() + sessionStore.getState().clockOffsetMs

/** The server’s time in epoch milliseconds, renewed every `intervalMs`. */
export function useServerNow(intervalMs: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), intervalMs)
    return () => clearInterval(timer)
  }, [intervalMs])
  return now
}
