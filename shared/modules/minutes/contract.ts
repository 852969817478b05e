// The minutes: entries written by the secretary, and amendments of the lines generated from the journal (opening,
// arrivals, floor). The journal keeps every version of both.
import { z } from 'zod'
import { maySee, presentRoles, type Viewer } from '../../kernel/actor.ts'
import { ItemId, line, Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const EntryId = z.uuid().describe('an entry of the minutes')
const Unit = line(300)
const maximumSupportingUnits = 20

/** Note: for the record, seen by staff. Decision and assignment: seen by everybody present. */
export const EntryContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), text: text(5000) }),
  z.object({ kind: z.literal('decision'), text: text(5000) }),
  z.object({
    kind: z.literal('assignment'),
    text: text(5000),
    unit: Unit.describe('the unit in charge'),
    supportingUnits: z.array(Unit).max(maximumSupportingUnits).describe('the units that help the one in charge'),
    ground: text(1000).nullable().describe('on what the assignment rests: a document, a plan, a law'),
    dueOn: z.iso.date().nullable().describe('the last day, in the calendar of the agency'),
  }),
])
export type EntryContent = z.infer<typeof EntryContent>

const One = z.object({ entryId: EntryId })
const Written = One.extend({
  itemId: ItemId.nullable().describe('the item of the agenda it belongs to; null: to none'),
  content: EntryContent,
})
const Struck = One.extend({ kind: z.enum(['note', 'decision', 'assignment']) })
const BaseRevision = z.int().positive().describe('the revision its writer had in sight')

export const MinutesEntry = Written.extend({
  at: Ms,
  byParticipantId: ParticipantId.nullable(),
  revisedAt: Ms.nullable(),
  revision: z.int().positive().describe('1 as first written, one more each time it is reworded'),
})
export type MinutesEntry = z.infer<typeof MinutesEntry>

/** A line that the journal writes by itself: the event it comes from. */
export const JournalLine = z.object({
  seq: z.int().positive().describe('the commit'),
  index: z.int().min(0).max(999).describe('which event of that commit, counted from 0'),
})
export type JournalLine = z.infer<typeof JournalLine>

const Amendment = JournalLine.extend({
  text: text(1000).nullable().describe('what the minutes say instead; null: nothing'),
  revision: z.int().positive().describe('the commit that amended it last'),
})
export type Amendment = z.infer<typeof Amendment>

const Amended = JournalLine.extend({
  baseRevision: z.int().min(0).describe('the amendment its writer had in sight; 0: none'),
})

const audienceOf = (kind: EntryContent['kind']) => (kind === 'note' ? 'staff' : 'present')
const write = presentRoles('secretary')
/** Written before entries belonged to items and assignments named supporting units. */
const upcast = {
  1: (data: unknown) => {
    const { content, ...entry } = Object(data)
    const added = content.kind === 'assignment' ? { supportingUnits: [], ground: null } : {}
    return { ...entry, itemId: null, content: { ...added, ...content } }
  },
}

export const minutes = defineModule('minutes', {
  commands: {
    add: command(
      'Writes an entry.',
      write,
      z.object({
        itemId: ItemId.nullable().optional().describe('left out: the item that is going on'),
        content: EntryContent,
      }),
      ['minutes.sealed', 'minutes.signed', 'minutes.too-many', 'agenda.unknown'],
    ),
    revise: command(
      'Rewords an entry, or puts it under another item; its kind stays.',
      write,
      Written.extend({ baseRevision: BaseRevision }),
      [
        'minutes.sealed',
        'minutes.signed',
        'minutes.unknown',
        'minutes.other-kind',
        'minutes.changed-meanwhile',
        'agenda.unknown',
      ],
    ),
    strike: command('Strikes an entry out. The journal keeps it.', write, One.extend({ baseRevision: BaseRevision }), [
      'minutes.sealed',
      'minutes.signed',
      'minutes.unknown',
      'minutes.changed-meanwhile',
    ]),
    rewordLine: command(
      'Says in other words what the journal wrote by itself.',
      write,
      Amended.extend({ text: text(1000) }),
      ['minutes.sealed', 'minutes.signed', 'minutes.too-many', 'minutes.changed-meanwhile'],
    ),
    hideLine: command('Leaves out of the minutes what the journal wrote by itself.', write, Amended, [
      'minutes.sealed',
      'minutes.signed',
      'minutes.too-many',
      'minutes.changed-meanwhile',
    ]),
    restoreLine: command('Takes back the rewording or leaving out of a line.', write, Amended, [
      'minutes.sealed',
      'minutes.signed',
      'minutes.changed-meanwhile',
    ]),
  },
  events: {
    added: event(({ content }) => audienceOf(content.kind), Written, { v: 2, upcast }),
    revised: event(({ content }) => audienceOf(content.kind), Written, { v: 2, upcast }),
    struck: event(({ kind }) => audienceOf(kind), Struck),
    lineReworded: event('staff', JournalLine.extend({ text: text(1000) })),
    lineHidden: event('staff', JournalLine),
    lineRestored: event('staff', JournalLine),
  },
  state: z.object({ entries: z.array(MinutesEntry), amendments: z.array(Amendment) }),
  initial: { entries: [], amendments: [] },
  view: ({ entries, amendments }, viewer: Viewer) => ({
    entries: entries.filter(({ content }) => maySee(audienceOf(content.kind), viewer)),
    amendments: maySee('staff', viewer) ? amendments : [],
  }),
})

export const maximumEntries = 2000

const isLine = (one: JournalLine, { seq, index }: JournalLine): boolean => one.seq === seq && one.index === index

/** undefined: the line stands as the journal wrote it. */
export const amendmentOf = (amendments: readonly Amendment[], line: JournalLine): Amendment | undefined =>
  amendments.find((one) => isLine(one, line))

export const withoutAmendment = (amendments: readonly Amendment[], line: JournalLine): Amendment[] =>
  amendments.filter((one) => !isLine(one, line))
