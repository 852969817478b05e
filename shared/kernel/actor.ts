// The sender of a command (Actor), the reader of a view (Viewer), and what either may do (Permission, Audience).
import { z } from 'zod'
import { AccountId, ParticipantId, type Role, type SiteId, type Standing } from './ids.ts'

/** As written into the journal. The system actor reports facts: a lost connection, a deadline that has come. */
export const ActorReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('participant'), participantId: ParticipantId }),
  z.object({ kind: z.literal('account'), accountId: AccountId }),
  z.object({ kind: z.literal('system') }),
])
export type ActorReference = z.infer<typeof ActorReference>

/** In place of each account, for everybody who is told of a session: which account it was is for the journal. */
export const someAccount = AccountId.parse('staff')

/** As views and commits have it that leave the server. */
export const seenActor = (actor: ActorReference): ActorReference =>
  actor.kind === 'account' ? { kind: 'account', accountId: someAccount } : actor

const isAccount = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'account'

/** Data of an event, as it leaves the server: whoever did what it says is an account like any other. */
export function seenData(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !Object.values(data).some(isAccount)) return data
  const shown = (value: unknown) => (isAccount(value) ? { kind: 'account', accountId: someAccount } : value)
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, shown(value)]))
}

/** As rules see it: role, standing, site and groups are read from what is kept, never from the client. */
export type Actor =
  | { kind: 'participant'; participantId: ParticipantId; role: Role; standing: Standing; siteId: SiteId | null }
  | {
      kind: 'account'
      accountId: AccountId
      /** Of the agency, in which it is now. */
      groups?: readonly string[]
      /** Its access to what is protected waits for a reader (ADR 0074). */
      isSuspended?: boolean
    }
  | { kind: 'system' }

export interface Permission {
  readonly roles: readonly Role[]
  readonly standing: readonly Standing[]
  readonly account: boolean
  readonly system: boolean
}

const everyRole: readonly Role[] = ['chair', 'secretary', 'siteOperator', 'citizen', 'observer']
const nobody: Permission = { roles: [], standing: [], account: false, system: false }

export const presentRoles = (...roles: Role[]): Permission => ({ ...nobody, roles, standing: ['present'] })
export const anyonePresent = presentRoles(...everyRole)
export const anyoneConnected: Permission = { ...nobody, roles: everyRole, standing: ['present', 'waiting'] }
/** Also before they come: through REST, by their link. The rules say whose link is good for what. */
export const anyoneInvited: Permission = { ...nobody, roles: everyRole, standing: ['present', 'waiting', 'outside'] }
/** Chair and secretary, inside the room. */
export const staffPresent = presentRoles('chair', 'secretary')
export const systemOnly: Permission = { ...nobody, system: true }
/** Signed-in staff of the agency, through REST. */
export const accountOnly: Permission = { ...nobody, account: true }
export const orAccount = (permission: Permission): Permission => ({ ...permission, account: true })
export const orSystem = (permission: Permission): Permission => ({ ...permission, system: true })

export function permits(permission: Permission, actor: Actor): boolean {
  if (actor.kind === 'system') return permission.system
  if (actor.kind === 'account') return permission.account
  return permission.roles.includes(actor.role) && permission.standing.includes(actor.standing)
}

export interface Viewer {
  readonly participantId: ParticipantId
  readonly role: Role
  readonly siteId: SiteId | null
  readonly standing: 'waiting' | 'present'
}

/** False: who sees as the one does and then as the other needs a whole new view (ADR 0005, 0084). */
export const seesAlike = (one: Viewer, other: Viewer): boolean =>
  one.standing === other.standing && one.role === other.role && one.siteId === other.siteId

const isStaff = (viewer: Viewer): boolean =>
  viewer.standing === 'present' && (viewer.role === 'chair' || viewer.role === 'secretary')

/** everyone: the waiting room too; present: everyone inside; staff: chair and secretary; nobody: the journal alone. */
export type AudienceName = 'everyone' | 'present' | 'staff' | 'nobody'
/** Who sees it besides: `and` names participants; `inside` those who do while in the room; `atSite` a site whose people there do. */
export type Audience =
  | AudienceName
  | {
      readonly to: AudienceName
      readonly and?: readonly ParticipantId[]
      readonly inside?: readonly ParticipantId[]
      readonly atSite?: SiteId
    }

export function maySee(audience: Audience, viewer: Viewer): boolean {
  if (typeof audience !== 'string') {
    const { to, and = [], inside = [], atSite } = audience
    const { participantId, siteId, standing } = viewer
    const isMeantInside = inside.includes(participantId) || (siteId !== null && siteId === atSite)
    return maySee(to, viewer) || and.includes(participantId) || (standing === 'present' && isMeantInside)
  }
  switch (audience) {
    case 'everyone':
      return true
    case 'present':
      return viewer.standing === 'present'
    case 'staff':
      return isStaff(viewer)
    case 'nobody':
      return false
  }
}
