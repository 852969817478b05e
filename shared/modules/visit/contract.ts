// What a reception records besides the statement: competence of the agency, explained refusals, representatives of a
// group, whether the citizen may record. A reception cannot be opened without a note-taker.
import { z } from 'zod'
import { presentRoles, staffPresent } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const OwnRecording = z.object({ isAllowed: z.boolean() })
const Competence = z.object({
  isOwn: z.boolean(),
  competentUnit: line(300).nullable().describe('to whom the citizen is guided; null: not known, or the agency itself'),
})
const Refusal = z.object({
  participantId: ParticipantId,
  groundId: z.string().max(40),
  words: text(2000).describe('how it was explained'),
})
const Group = z.object({
  people: z.int().min(1).max(10_000),
  representativeIds: z.array(ParticipantId).max(20),
  hasPaper: z.boolean().describe('the paper by which the group chose them, signed by all, was shown'),
})
export type Group = z.infer<typeof Group>

export const maximumRefusals = 20

const VisitState = z.object({
  ownRecording: z.enum(['unsaid', 'allowed', 'forbidden']),
  competence: Competence.nullable(),
  refusals: z.array(Refusal.extend({ explainedAt: Ms })),
  group: Group.nullable(),
})
const initial: z.infer<typeof VisitState> = { ownRecording: 'unsaid', competence: null, refusals: [], group: null }

export const visit = defineModule('visit', {
  commands: {
    setOwnRecording: command(
      'The chair says whether citizens may record the reception themselves.',
      presentRoles('chair'),
      OwnRecording,
      ['session.over', 'visit.not-reception'],
    ),
    settleCompetence: command('Says whether the matter is for this agency.', staffPresent, Competence, [
      'session.over',
      'visit.not-reception',
    ]),
    explainRefusal: command(
      'Notes that a refusal and its ground were explained to a citizen, just now.',
      staffPresent,
      Refusal,
      ['session.not-open', 'visit.not-reception', 'visit.not-citizen', 'visit.unknown-ground', 'visit.too-many'],
    ),
    setGroup: command('Says how many come together, and who speaks for them.', staffPresent, Group, [
      'session.over',
      'visit.not-reception',
      'visit.no-group',
      'visit.no-representative',
      'visit.too-many-representatives',
      'visit.not-citizen',
    ]),
    endGroup: command('They are no group after all.', staffPresent, z.object({}), ['session.over']),
  },
  events: {
    ownRecordingSet: event('present', OwnRecording),
    competenceSettled: event('present', Competence),
    refusalExplained: event(({ participantId }) => ({ to: 'staff', inside: [participantId] }), Refusal),
    groupSet: event('present', Group),
    groupEnded: event('present', z.object({})),
  },
  state: VisitState,
  initial,
  view(state, { participantId, role, standing }) {
    if (standing === 'waiting') return initial
    if (role === 'chair' || role === 'secretary') return state
    return { ...state, refusals: state.refusals.filter((refusal) => refusal.participantId === participantId) }
  },
})
