// What the secretary writes into the minutes. What happened by itself (opening, arrivals, floor) the minutes take from the journal.
import { z } from 'zod'
import { maySee, presentRoles } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const EntryId = z.uuid().describe('an entry of the minutes')

/** Note: for the record, seen by staff. Decision and assignment: seen by everybody present. */
export const EntryContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), text: text(5000) }),
  z.object({ kind: z.literal('decision'), text: text(5000) }),
  z.object({
    kind: z.literal('assignment'),
    text: text(5000),
    unit: line(300).describe('the unit in charge'),
    dueOn: z.iso.date().nullable().describe('the last day, in the calendar of the agency'),
  }),
])
export type EntryContent = z.infer<typeof EntryContent>

const Entry = z.object({ entryId: EntryId, content: EntryContent })
const One = z.object({ entryId: EntryId, kind: z.enum(['note', 'decision', 'assignment']) })

export const MinutesEntry = Entry.extend({
  at: Ms,
  byParticipantId: ParticipantId.nullable(),
  revisedAt: Ms.nullable(),
})
export type MinutesEntry = z.infer<typeof MinutesEntry>

const audienceOf = (kind: EntryContent['kind']) => (kind === 'note' ? 'staff' : 'present')
const write = presentRoles('secretary')

export const minutes = defineModule('minutes', {
  commands: {
    add: command('Writes an entry.', write, z.object({ content: EntryContent }), [
      'minutes.sealed',
      'minutes.too-many',
    ]),
    revise: command('Rewords an entry; its kind stays.', write, Entry, [
      'minutes.sealed',
      'minutes.unknown',
      'minutes.other-kind',
    ]),
    strike: command('Strikes an entry out. The journal keeps it.', write, z.object({ entryId: EntryId }), [
      'minutes.sealed',
      'minutes.unknown',
    ]),
  },
  events: {
    added: event(({ content }) => audienceOf(content.kind), Entry),
    revised: event(({ content }) => audienceOf(content.kind), Entry),
    struck: event(({ kind }) => audienceOf(kind), One),
  },
  state: z.object({ entries: z.array(MinutesEntry) }),
  initial: { entries: [] },
  view: ({ entries }, viewer) => ({
    entries: entries.filter(({ content }) => maySee(audienceOf(content.kind), viewer)),
  }),
})

export const maximumEntries = 2000
