// Consultations (hội ý riêng): chosen participants talk in private during the session. All in the room see who takes
// part; the minutes record only its times. The media plan separates the group (projections/media-plan.ts). An identity
// check uses the same separation, and then nobody else can join.
import { z } from 'zod'
import { anyonePresent, staffPresent } from '../../kernel/actor.ts'
import { Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'

export const maximumInConsultation = 20

const One = z.object({ consultationId: z.uuid() })
const Guest = One.extend({ participantId: ParticipantId })
const Guests = z.object({ participantIds: z.array(ParticipantId).min(2).max(maximumInConsultation) })

const Consultation = One.extend({
  ...Guests.shape,
  participantIds: z.array(ParticipantId).describe('empty: it is over'),
  startedAt: Ms,
  endedAt: Ms.nullable(),
  isIdentityCheck: z.boolean().describe('an officer looks at the papers of a citizen: see module identity'),
})
export type Consultation = z.infer<typeof Consultation>

/** Why somebody cannot be taken in. */
const mayNotTakePart = ['consultation.not-present', 'consultation.observer', 'consultation.in-another'] as const

export const consultation = defineModule('consultation', {
  commands: {
    start: command('Takes the chosen ones aside at once.', staffPresent, Guests, [
      'session.not-open',
      'consultation.too-few',
      ...mayNotTakePart,
    ]),
    add: command('Takes one more into a consultation.', staffPresent, Guest, [
      'consultation.over',
      'consultation.too-many',
      'consultation.identity-check',
      ...mayNotTakePart,
    ]),
    leave: command('Returns from the consultation to the room.', anyonePresent, z.object({}), [
      'consultation.not-in',
      'consultation.identity-check',
    ]),
    end: command('Ends a consultation; all return to the room.', staffPresent, One, [
      'consultation.over',
      'consultation.identity-check',
    ]),
  },
  events: {
    started: event('present', One.extend(Guests.shape)),
    joined: event('present', Guest),
    left: event('present', Guest),
    ended: event('present', One),
  },
  state: z.object({ consultations: z.array(Consultation) }),
  initial: { consultations: [] },
})

type State = Pick<StateOf<typeof consultation>, 'consultations'>

/** The consultation somebody is in now. */
export const consultationOf = ({ consultations }: State, participantId: ParticipantId): Consultation | undefined =>
  consultations.find(({ participantIds }) => participantIds.includes(participantId))
