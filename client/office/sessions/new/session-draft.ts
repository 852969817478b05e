// A session as the form holds it. Pure.
import type { Role } from '../../../../shared/kernel/ids.ts'
import type { RecordingRule, SessionKind } from '../../../../shared/modules/session/contract.ts'
import type { SecrecyLevel } from '../../../../shared/secrecy/levels.ts'
import type { Repetition } from './repetition.ts'

export interface PersonDraft {
  name: string
  title: string
  email: string
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

export interface ItemDraft {
  key: string
  title: string
  /** As session-request.ts labels the people of the form; null: nobody. */
  reporter: string | null
  plannedMinutes: number | string
}

export interface SessionDraft {
  title: string
  kind: SessionKind
  secrecy: SecrecyLevel
  /** Of a conference: of anything else its kind, or its level, has settled it. */
  recording: RecordingRule
  recordsSoundAlone: boolean
  /** Of a reception. */
  speaksByTurns: boolean
  date: string
  time: string
  plannedMinutes: number | string
  place: string
  advisingUnit: string
  chair: PersonDraft
  secretary: PersonDraft
  centre: SiteDraft
  branches: BranchDraft[]
  guests: GuestDraft[]
  agenda: ItemDraft[]
  repetition: Repetition
  /** How many sessions, with the first. */
  repeatCount: number | string
  /** Days of the repetition on which it is not held. */
  daysLeftOut: string[]
}

export const nobody: PersonDraft = { name: '', title: '', email: '' }

export const emptyBranch = (key: string): BranchDraft => ({ key, name: '', operator: nobody, delegates: '' })
export const emptyGuest = (key: string): GuestDraft => ({ key, ...nobody, role: 'citizen', site: null })
export const emptyItem = (key: string): ItemDraft => ({ key, title: '', reporter: null, plannedMinutes: 15 })

export const emptyDraft = (date: string): SessionDraft => ({
  title: '',
  kind: 'conference',
  secrecy: 'open',
  recording: 'onDemand',
  recordsSoundAlone: false,
  speaksByTurns: false,
  date,
  time: '08:00',
  plannedMinutes: 120,
  place: '',
  advisingUnit: '',
  chair: nobody,
  secretary: nobody,
  centre: { name: '', delegates: '' },
  branches: [],
  guests: [],
  agenda: [],
  repetition: 'none',
  repeatCount: 4,
  daysLeftOut: [],
})

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

/** An operator may be named later. */
export const isEmpty = ({ name, title, email }: PersonDraft): boolean => `${name}${title}${email}`.trim() === ''
