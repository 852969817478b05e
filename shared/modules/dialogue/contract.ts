// A dialogue about a complaint (đối thoại): the parties and their attendance, and the text of the minutes by Mẫu số 14.
// While the minutes are signed, nothing of it can be changed.
import { z } from 'zod'
import { maySee, orAccount, staffPresent } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId, PersonId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const partyRoles = ['complainant', 'complainedOf', 'concerned', 'body'] as const
const PartyRole = z
  .enum(partyRoles)
  .describe('người khiếu nại, người bị khiếu nại, người có quyền và nghĩa vụ liên quan, cơ quan liên quan')
export type PartyRole = z.infer<typeof PartyRole>

const Attendance = z.discriminatedUnion('is', [
  z.object({ is: z.literal('present') }),
  z.object({ is: z.literal('absent'), reason: line(500).nullable().describe('null: absent without a reason') }),
])
export type Attendance = z.infer<typeof Attendance>

const One = z.object({ partyId: z.uuid() })
const Entered = z.object({
  role: PartyRole,
  personId: PersonId,
  participantId: ParticipantId.nullable().describe('who they are in this session; null: they have no place in it'),
})
const Party = One.extend(Entered.shape).extend({
  attendance: Attendance.nullable().describe('null: not said yet'),
  notSigned: z.string().nullable().describe('why they did not sign; null: they did, or will on paper'),
})
export type Party = z.infer<typeof Party>

const upTo = (length: number) => z.string().trim().max(length)
const Written = z.object({
  purpose: upTo(3000),
  verification: upTo(5000).describe('the summary of what was verified'),
  opinions: z.array(z.object({ matter: line(500), words: text(3000) })).max(20),
  agreed: upTo(5000),
  different: upTo(5000).describe('on what they still differ'),
  other: upTo(5000),
  copies: z.int().min(1).max(99),
})
export type Written = z.infer<typeof Written>

const State = z.object({
  isBegun: z.boolean(),
  parties: z.array(Party),
  written: Written,
  revision: z.int().min(0).describe('of what is written'),
  readBackAt: Ms.nullable().describe('null: not read back since it was changed'),
})
const initial: z.infer<typeof State> = {
  isBegun: false,
  parties: [],
  written: { purpose: '', verification: '', opinions: [], agreed: '', different: '', other: '', copies: 3 },
  revision: 0,
  readBackAt: null,
}

export const maximumParties = 100

const open = ['dialogue.not-begun', 'dialogue.ended', 'dialogue.signed'] as const
const ofParty = [...open, 'dialogue.unknown-party'] as const

export const dialogue = defineModule('dialogue', {
  commands: {
    begin: command('This reception is a dialogue about a complaint.', orAccount(staffPresent), z.object({}), [
      'dialogue.not-reception',
      'dialogue.ended',
      'dialogue.signed',
    ]),
    addParty: command('Enters somebody who takes part, or should.', staffPresent, Entered, [
      ...open,
      'dialogue.unknown-participant',
      'dialogue.already-party',
      'dialogue.too-many',
    ]),
    removeParty: command('Somebody is no party after all.', staffPresent, One, ofParty),
    noteAttendance: command(
      'Says whether a party is there, or why not.',
      staffPresent,
      One.extend({ attendance: Attendance }),
      ofParty,
    ),
    write: command(
      'Writes what the minutes say, in place of the revision that its writer had in sight.',
      staffPresent,
      Written.extend({ baseRevision: z.int().min(0) }),
      [...open, 'dialogue.changed', 'dialogue.too-few-copies'],
    ),
    readBack: command('The minutes were read back to those there, just now.', staffPresent, z.object({}), [
      ...open,
      'dialogue.nothing-written',
    ]),
    noteNotSigned: command(
      'Somebody does not sign, with the reason; null: they do after all.',
      staffPresent,
      One.extend({ reason: line(500).nullable() }),
      ofParty,
    ),
  },
  events: {
    begun: event('staff', z.object({})),
    partyAdded: event('staff', One.extend(Entered.shape)),
    partyRemoved: event('staff', One),
    attendanceNoted: event('staff', One.extend({ attendance: Attendance })),
    written: event('staff', Written),
    readBack: event('staff', z.object({})),
    notSignedNoted: event('staff', One.extend({ reason: line(500).nullable() })),
  },
  state: State,
  initial,
  view: (state, viewer) => (maySee('staff', viewer) ? state : initial),
})

export type Lack = 'no-complainant' | 'attendance-open' | 'nothing-written' | 'not-read-back'

/** What must be done before the minutes are signed, the first first; null: nothing. */
export function lackOf({ parties, written, readBackAt }: z.infer<typeof State>): Lack | null {
  if (!parties.some(({ role }) => role === 'complainant')) return 'no-complainant'
  if (parties.some(({ attendance }) => attendance === null)) return 'attendance-open'
  if (written.purpose === '') return 'nothing-written'
  return readBackAt === null ? 'not-read-back' : null
}
