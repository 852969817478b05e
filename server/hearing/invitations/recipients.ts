// Who of a session is invited, with which link, and at which address. Pure.
import type { LinkId, ParticipantId, PersonId, Role } from '../../../shared/kernel/ids.ts'
import type { ParticipantStatus } from '../../../shared/modules/admission/contract.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type Site, siteOf } from '../../../shared/modules/sites/contract.ts'
import type { People, Person } from '../../../shared/wire/engine/socket-events.ts'

export interface Recipient {
  readonly personId: PersonId
  readonly person: Person
  /** null: a delegate, who sits at a site and is called in the roll. */
  readonly link: { readonly participantId: ParticipantId; readonly linkId: LinkId } | null
  readonly role: Role | null
  readonly site: Pick<Site, 'name' | 'rank'> | null
  /** null: cannot be written to. */
  readonly email: string | null
  /** false: will not come, or may not. What they were sent can only be taken back. */
  readonly isInvited: boolean
}

const gone: ReadonlySet<ParticipantStatus> = new Set(['withdrawn', 'refused', 'removed'])

export function recipientsOf(
  { admission, sites }: SessionState,
  people: People,
  emails: Readonly<Record<PersonId, string>>,
): Recipient[] {
  const participants = Object.values(admission.participants).flatMap(
    ({ participantId, personId, role, siteId, linkId, status }): Recipient[] => {
      const person = people[personId]
      if (!person) return []
      return [
        {
          personId,
          person,
          link: linkId && { participantId, linkId },
          role,
          site: siteOf(sites.sites, siteId) ?? null,
          email: emails[personId] ?? null,
          isInvited: linkId !== null && !gone.has(status),
        },
      ]
    },
  )
  // A delegate who also holds a link has one invitation: the one with the link.
  const reached = new Set(participants.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()])))
  const delegates = sites.sites.flatMap((site) =>
    site.delegates.flatMap(({ personId }): Recipient[] => {
      const person = people[personId]
      const email = emails[personId] ?? null
      if (!person || email === null || reached.has(email.toLowerCase())) return []
      return [{ personId, person, link: null, role: null, site, email, isInvited: true }]
    }),
  )
  return [...participants, ...delegates]
}
