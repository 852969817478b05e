// The request that a form becomes, and the way back from a fault in it to the field of the form. Pure.
import type { Role } from '../../../../shared/kernel/ids.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import type { NewSessionBody, Reporter } from '../../../../shared/wire/hearing/booking.ts'
import { isDay } from '../../../base/ui/dates/typed-day.ts'
import { momentOf } from '../../ui/agency-time.ts'
import { delegateLines } from './delegate-lines.ts'
import { repeatedDays } from './repetition.ts'
import { isEmpty, type PersonDraft, type SessionDraft } from './session-draft.ts'

const CENTRE = '0'

/** The request, and for each part of it the field of the form it came from. */
export interface RequestWithOrigins {
  readonly request: NewSessionBody
  fieldOf(path: readonly PropertyKey[]): Origin
  /** Everybody of the form, by the label under which an item of the agenda names them. */
  readonly reporters: ReadonlyMap<string, Reporter>
}

/** `line` of a pasted list of delegates. */
export interface Origin {
  readonly field: string
  readonly line?: number
}

interface Invited {
  readonly field: string
  readonly person: PersonDraft
  readonly role: Role
  readonly site: string | null
}

function furtherTimesOf({ date, time, repetition, repeatCount, daysLeftOut }: SessionDraft): number[] {
  const [, ...further] = repeatedDays(date, repetition, Number(repeatCount))
  return further.filter((day) => !daysLeftOut.includes(day)).map((day) => momentOf({ date: day, time }))
}

/** A choice that the form no longer shows is none. */
const recordingOf = ({ kind, secrecy, recording, recordsSoundAlone }: SessionDraft) =>
  kind === 'reception' || isStateSecret(secrecy)
    ? {}
    : { recording, recordsPictures: !(recordsSoundAlone && recording !== 'never') }

const orNull = (text: string): string | null => text.trim() || null

export function requestOf(draft: SessionDraft): RequestWithOrigins {
  const sites = [
    { field: 'centre', site: draft.centre },
    ...draft.branches.map((site, index) => ({ field: `branches.${index}`, site })),
  ].map((one) => ({ ...one, lines: delegateLines(one.site.delegates) }))
  const invited = invitedBy(draft)
  const reporters = reportersAmong(
    invited.map(({ person }) => ({ name: person.name.trim(), title: orNull(person.title) })),
    sites.map(({ lines }) => lines),
  )

  return {
    reporters,
    request: {
      title: draft.title,
      kind: draft.kind,
      secrecy: draft.secrecy,
      ...recordingOf(draft),
      ...(draft.kind === 'reception' && { speaksByTurns: draft.speaksByTurns }),
      scheduledAt: momentOf(draft),
      alsoAt: furtherTimesOf(draft),
      plannedMinutes: Number(draft.plannedMinutes),
      place: draft.place,
      advisingUnit: orNull(draft.advisingUnit),
      sites: sites.map(({ site, lines }, index) => ({
        name: site.name,
        rank: index === 0 ? 'centre' : 'branch',
        delegates: lines.map(({ name, title, email }) => ({ name, title, email })),
      })),
      participants: invited.map(({ person, role, site }) => ({
        name: person.name,
        title: orNull(person.title),
        email: orNull(person.email),
        role,
        siteIndex: site === null ? null : Number(site),
      })),
      agenda: draft.agenda.map(({ title, plannedMinutes, reporter }) => ({
        title,
        plannedMinutes: Number(plannedMinutes),
        reporter: (reporter !== null && reporters.get(reporter)) || null,
      })),
    },
    fieldOf([part, index, ...rest]) {
      if (part === 'scheduledAt') return { field: isDay(draft.date) ? 'time' : 'date' }
      if (part === 'alsoAt') return { field: 'repeatCount' }
      if (part === 'participants') return { field: [invited[Number(index)]?.field, restOfPerson(rest)].join('.') }
      if (part === 'agenda' && index !== undefined)
        return { field: `agenda.${String(index)}.${String(rest[0] ?? 'title')}` }
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

interface Named {
  readonly name: string
  readonly title: string | null
}

/** Of two people with one name and one title the first is meant: who reads the agenda could not tell them apart either. */
function reportersAmong(invited: readonly Named[], delegates: readonly (readonly Named[])[]): Map<string, Reporter> {
  const reporters = new Map<string, Reporter>()
  const add = ({ name, title }: Named, reporter: Reporter) => {
    const label = [name, title].filter(Boolean).join(', ')
    if (name !== '' && !reporters.has(label)) reporters.set(label, reporter)
  }
  for (const [participantIndex, person] of invited.entries()) add(person, { participantIndex })
  for (const [siteIndex, lines] of delegates.entries())
    for (const [delegateIndex, person] of lines.entries()) add(person, { siteIndex, delegateIndex })
  return reporters
}
