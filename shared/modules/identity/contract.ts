// The identity check: before a citizen is received, an officer checks their papers in a private group. Events store the
// kind of paper and its last digits; name and number are in the record of citizens. No image of a paper is stored (ADR
// 0038).
import { z } from 'zod'
import { accountOnly, orSystem, staffPresent, systemOnly } from '../../kernel/actor.ts'
import { CitizenId, Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import { personKinds, shownPapers } from '../../law/identity-papers.ts'

export const PersonKind = z
  .enum(personKinds)
  .describe('công dân, người đại diện, người được ủy quyền, luật sư, trợ giúp viên pháp lý')
export const ShownPaper = z.enum(shownPapers)
const PaperKind = z.enum(['citizenCard', 'oldIdentityCard', 'passport'])

const One = z.object({ participantId: ParticipantId })
const Reason = One.extend({ reason: text(300) })
const Begun = One.extend({ checkId: z.uuid(), officerId: ParticipantId.describe('who looks at the papers') })
const Ended = Begun.omit({ officerId: true })
const Known = One.extend({ citizenId: CitizenId })
const Findings = One.extend({
  officerId: ParticipantId,
  personKind: PersonKind,
  papers: z.array(ShownPaper).max(shownPapers.length).describe('what was shown'),
  paper: z.object({ kind: PaperKind, lastDigits: z.string().regex(/^[A-Z0-9]{3}$/) }),
})

const Result = z.discriminatedUnion('outcome', [
  Findings.omit({ participantId: true }).extend({ outcome: z.literal('confirmed'), at: Ms }),
  z.object({
    outcome: z.enum(['refused', 'deferred']),
    at: Ms,
    officerId: ParticipantId.nullable(),
    reason: z.string(),
  }),
])

/** Staff, and the one it is about while they are in the room. */
const staffAndSubject = ({ participantId }: { participantId: ParticipantId }) => ({
  to: 'staff' as const,
  inside: [participantId],
})

export const identity = defineModule('identity', {
  commands: {
    introduce: command(
      'Says which citizen of the record a participant is, when that is known before.',
      orSystem(accountOnly),
      Known,
      ['session.over', 'identity.not-citizen', 'identity.confirmed'],
    ),
    begin: command('Takes a citizen aside, to see their papers.', staffPresent, One, [
      'session.over',
      'identity.not-reception',
      'identity.not-citizen',
      'identity.not-present',
      'identity.confirmed',
      'identity.going-on',
      'consultation.in-another',
    ]),
    confirm: command(
      'The papers are in order: name and number are kept, and the name is fixed.',
      systemOnly,
      Findings.extend(Known.shape),
      ['identity.not-going-on', 'identity.not-officer', 'identity.papers-missing'],
    ),
    refuse: command('The identity could not be confirmed, with the reason.', staffPresent, Reason, [
      'identity.not-going-on',
    ]),
    defer: command('The papers are looked at later, with the reason.', staffPresent, Reason, ['identity.not-going-on']),
    withdraw: command(
      'What was confirmed was wrong, with the reason; the papers are looked at anew.',
      staffPresent,
      Reason,
      ['session.over', 'identity.not-confirmed'],
    ),
  },
  events: {
    introduced: event('staff', Known),
    begun: event('present', Begun),
    ended: event('present', Ended),
    confirmed: event(staffAndSubject, Findings),
    refused: event(staffAndSubject, Reason),
    deferred: event(staffAndSubject, Reason),
    withdrawn: event(staffAndSubject, Reason),
  },
  state: z.object({
    checks: z.array(Begun).describe('going on now'),
    results: z.record(ParticipantId, Result),
    citizenIds: z.record(ParticipantId, CitizenId).describe('for staff alone'),
  }),
  initial: { checks: [], results: {}, citizenIds: {} },
  view(state, { participantId, role, standing }) {
    if (standing === 'waiting') return { checks: [], results: {}, citizenIds: {} }
    if (role === 'chair' || role === 'secretary') return state
    const result = state.results[participantId]
    const own = result ? { [participantId]: result } : {}
    return { checks: state.checks, results: own, citizenIds: {} }
  },
})

type State = StateOf<typeof identity>

export const checkOf = ({ checks }: Pick<State, 'checks'>, participantId: ParticipantId) =>
  checks.find((check) => check.participantId === participantId)

/** From then on nothing changes the name of this participant. */
export const isConfirmed = ({ results }: Pick<State, 'results'>, participantId: ParticipantId): boolean =>
  results[participantId]?.outcome === 'confirmed'
