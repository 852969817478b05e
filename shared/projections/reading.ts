// Lists who has opened and who has acknowledged a document, by site. Pure.
import type { Ms, ParticipantId, PersonId, SiteId } from '../kernel/ids.ts'
import { isReader, type Reading, type SessionDocument } from '../modules/documents/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { isOver } from '../modules/session/contract.ts'

export interface Reader {
  readonly id: string
  readonly personId: PersonId
  /** A delegate has no page of their own to open it on. */
  readonly isDelegate: boolean
  readonly openedAt: Ms | null
  readonly acknowledgedAt: Ms | null
  /** The operator of the site who said it for a delegate; null: nobody did. */
  readonly spokenForBy: ParticipantId | null
}

export interface SiteReading {
  /** null: those who belong to no site. */
  readonly siteId: SiteId | null
  readonly name: string | null
  readonly readers: readonly Reader[]
}

const nobody: Reading = { openedAt: {}, acknowledgedAt: {}, delegates: {} }

export function readingBySite(
  { admission, sites, documents }: Pick<SessionState, 'admission' | 'sites' | 'documents'>,
  { documentId }: Pick<SessionDocument, 'documentId'>,
): SiteReading[] {
  const { openedAt, acknowledgedAt, delegates } = documents.readings[documentId] ?? nobody
  const participants = Object.values(admission.participants).filter(isReader)
  const at = (siteId: SiteId | null): Reader[] =>
    participants
      .filter((one) => one.siteId === siteId)
      .map(({ participantId, personId }) => ({
        id: participantId,
        personId,
        isDelegate: false,
        openedAt: openedAt[participantId] ?? null,
        acknowledgedAt: acknowledgedAt[participantId] ?? null,
        spokenForBy: null,
      }))
  const bySite = sites.sites.map((site) => {
    const own = at(site.siteId)
    const others = site.delegates.filter(({ personId }) => own.every((reader) => reader.personId !== personId))
    const named = others.map(({ delegateId, personId }) => ({
      id: delegateId,
      personId,
      isDelegate: true,
      openedAt: null,
      acknowledgedAt: delegates[delegateId]?.at ?? null,
      spokenForBy: delegates[delegateId]?.byParticipantId ?? null,
    }))
    return { siteId: site.siteId, name: site.name, readers: [...own, ...named] }
  })
  return [...bySite, { siteId: null, name: null, readers: at(null) }].filter(({ readers }) => readers.length > 0)
}

export interface Counts {
  readonly opened: number
  readonly openers: number
  readonly acknowledged: number
  readonly readers: number
}

export function countsOf(readers: readonly Reader[]): Counts {
  const withPage = readers.filter(({ isDelegate }) => !isDelegate)
  return {
    opened: withPage.filter((reader) => reader.openedAt !== null).length,
    openers: withPage.length,
    acknowledged: readers.filter((reader) => reader.acknowledgedAt !== null).length,
    readers: readers.length,
  }
}

/** Documents of which something is still asked of this person. */
export function waitingFor(documents: SessionState['documents'], participantId: ParticipantId): number {
  return documents.documents.filter(({ documentId, readBefore, needsAcknowledgement, shown }) => {
    const { openedAt, acknowledgedAt } = documents.readings[documentId] ?? nobody
    const isUnread = readBefore && shown !== null && openedAt[participantId] === undefined
    return isUnread || (needsAcknowledgement && acknowledgedAt[participantId] === undefined)
  }).length
}

/** What somebody is to read before the session; nothing more once it is over. */
export function toReadBefore(
  { admission, documents, session }: Pick<SessionState, 'admission' | 'documents' | 'session'>,
  participantId: ParticipantId,
): SessionDocument[] {
  const participant = admission.participants[participantId]
  if (!participant || !isReader(participant) || isOver(session.status)) return []
  return documents.documents.filter(({ readBefore }) => readBefore)
}

export interface Study {
  /** When the last of them said so. */
  readonly at: Ms
  readonly title: string
  readonly people: number
  readonly sites: number
}

/** Of each document that somebody has studied: how many people have, at how many sites. */
export function studied(state: Pick<SessionState, 'admission' | 'sites' | 'documents'>): Study[] {
  return state.documents.documents.flatMap((document) => {
    const sites = readingBySite(state, document).map(({ siteId, readers }) => ({
      siteId,
      times: readers.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []),
    }))
    const times = sites.flatMap((site) => site.times)
    if (times.length === 0) return []
    const studying = sites.filter((site) => site.siteId !== null && site.times.length > 0)
    return { at: Math.max(...times), title: document.title, people: times.length, sites: studying.length }
  })
}
