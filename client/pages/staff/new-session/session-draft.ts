// A session as the form holds it, and the request it becomes. Pure.
import type { z } from 'zod'
import type { Role } from '../../../../shared/kernel/ids.ts'
import type { SessionKind } from '../../../../shared/modules/session/contract.ts'
import type { NewSession } from '../../../../shared/wire/rest.ts'
import { delegateLines } from './delegate-lines.ts'

export interface PersonDraft {
  name: string
  title: string
}

export interface SiteDraft {
  name: string
  delegates: string
}

export interface BranchDraft extends SiteDraft {
  /** Keeps its place in the page while others come and go. */
  key: string
  operator: PersonDraft
}

export interface GuestDraft extends PersonDraft {
  key: string
  role: Exclude<Role, 'chair'>
  /** Position of the site, 0 the centre; null: at none. */
  site: string | null
}

export interface SessionDraft {
  title: string
  kind: SessionKind
  date: string
  time: string
  plannedMinutes: number | string
  place: string
  chair: PersonDraft
  secretary: PersonDraft
  centre: SiteDraft
  branches: BranchDraft[]
  guests: GuestDraft[]
}

const nobody: PersonDraft = { name: '', title: '' }

export const emptyBranch = (key: string): BranchDraft => ({ key, name: '', operator: nobody, delegates: '' })
export const emptyGuest = (key: string): GuestDraft => ({ key, name: '', title: '', role: 'citizen', site: null })

export const emptyDraft = (date: string): SessionDraft => ({
  title: '',
  kind: 'conference',
  date,
  time: '08:00',
  plannedMinutes: 120,
  place: '',
  chair: nobody,
  secretary: nobody,
  centre: { name: '', delegates: '' },
  branches: [],
  guests: [],
})

/** Vietnam keeps one time all year. */
const AGENCY_OFFSET = '+07:00'
const CENTRE = '0'

type Request = z.input<typeof NewSession>

/** The request, and for each part of it the field of the form it came from. */
export interface RequestWithOrigins {
  readonly request: Request
  fieldOf(path: readonly PropertyKey[]): Origin
}

/** `line` of a pasted list of delegates. */
export interface Origin {
  readonly field: string
  readonly line?: number
}

/** NaN while the day or the hour is missing. */
export const scheduledAtOf = ({ date, time }: Pick<SessionDraft, 'date' | 'time'>): number =>
  Date.parse(`${date}T${time}:00${AGENCY_OFFSET}`)

interface Invited {
  readonly field: string
  readonly person: PersonDraft
  readonly role: Role
  readonly site: string | null
}

export function requestOf(draft: SessionDraft): RequestWithOrigins {
  const sites = [
    { field: 'centre', site: draft.centre },
    ...draft.branches.map((site, index) => ({ field: `branches.${index}`, site })),
  ].map((one) => ({ ...one, lines: delegateLines(one.site.delegates) }))
  const invited = invitedBy(draft)

  return {
    request: {
      title: draft.title,
      kind: draft.kind,
      scheduledAt: scheduledAtOf(draft),
      plannedMinutes: Number(draft.plannedMinutes),
      place: draft.place,
      sites: sites.map(({ site, lines }, index) => ({
        name: site.name,
        rank: index === 0 ? 'centre' : 'branch',
        delegates: lines.map(({ name, title }) => ({ name, title })),
      })),
      participants: invited.map(({ person, role, site }) => ({
        name: person.name,
        title: person.title.trim() || null,
        role,
        siteIndex: site === null ? null : Number(site),
      })),
    },
    fieldOf([part, index, ...rest]) {
      if (part === 'scheduledAt') return { field: draft.date === '' ? 'date' : 'time' }
      if (part === 'participants') return { field: [invited[Number(index)]?.field, restOfPerson(rest)].join('.') }
      if (part !== 'sites') return { field: String(part) }
      const site = sites[Number(index)]
      const [inSite, position] = rest
      const line = inSite === 'delegates' ? site?.lines[Number(position)]?.line : undefined
      return { field: `${site?.field}.${String(inSite ?? 'name')}`, ...(line !== undefined && { line }) }
    },
  }
}

/** A refusal of the whole person is shown at the name. */
const restOfPerson = ([field]: readonly PropertyKey[]) => (field === 'siteIndex' ? 'site' : String(field ?? 'name'))

function invitedBy({ chair, secretary, branches, guests }: SessionDraft): Invited[] {
  return [
    { field: 'chair', person: chair, role: 'chair', site: CENTRE },
    { field: 'secretary', person: secretary, role: 'secretary', site: CENTRE },
    ...branches.flatMap(({ operator }, index): Invited[] =>
      isEmpty(operator)
        ? []
        : [{ field: `branches.${index}.operator`, person: operator, role: 'siteOperator', site: String(index + 1) }],
    ),
    ...guests.map(
      (guest, index): Invited => ({ field: `guests.${index}`, person: guest, role: guest.role, site: guest.site }),
    ),
  ]
}

/** An operator may be named later. */
const isEmpty = ({ name, title }: PersonDraft) => name.trim() === '' && title.trim() === ''

/** The sites after the one removed move up; who sat there sits nowhere. */
export function withoutBranch(draft: SessionDraft, index: number): SessionDraft {
  const removed = index + 1
  return {
    ...draft,
    branches: draft.branches.toSpliced(index, 1),
    guests: draft.guests.map((guest) => ({ ...guest, site: movedSite(guest.site, removed) })),
  }
}

function movedSite(site: string | null, removed: number): string | null {
  if (site === null || Number(site) < removed) return site
  return Number(site) === removed ? null : String(Number(site) - 1)
}
