// Sign language (phiên dịch ngôn ngữ ký hiệu): an interpreter whose picture stays large on every screen and in the film. Spoken
// languages are interpretation’s, by a channel of sound.
import { z } from 'zod'
import { anyonePresent, staffPresent } from '../../kernel/actor.ts'
import { ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import type { admission } from '../admission/contract.ts'
import { type consultation, consultationOf } from '../consultation/contract.ts'

/** Interpreters relieve each other about every twenty minutes. */
export const maximumSigners = 4

const One = z.object({ participantId: ParticipantId })

export const signLanguage = defineModule('signLanguage', {
  commands: {
    appoint: command(
      'Lets a participant interpret in sign language, also one who is still to come: everybody sees them large while they are in the room.',
      staffPresent,
      One,
      ['session.over', 'signLanguage.unknown', 'signLanguage.too-many', 'protection.interpreter-unknown'],
    ),
    dismiss: command('Lets a participant interpret in sign language no longer.', staffPresent, One, [
      'signLanguage.not-appointed',
    ]),
    takeOver: command(
      'Is the interpreter whom everybody sees from now on, before the others.',
      anyonePresent,
      z.object({}),
      ['session.over', 'signLanguage.not-appointed'],
    ),
  },
  events: {
    appointed: event('present', One),
    dismissed: event('present', One),
    tookOver: event('present', One),
  },
  state: z.object({
    interpreters: z.array(ParticipantId).describe('the first of them who is in the room is the one shown'),
    served: z.array(ParticipantId).describe('who was appointed at any time'),
  }),
  initial: { interpreters: [], served: [] },
})

interface States {
  readonly signLanguage: StateOf<typeof signLanguage>
  readonly admission: StateOf<typeof admission>
  readonly consultation: StateOf<typeof consultation>
}

/** Whose signs everybody sees now; null: nobody’s. Whoever is aside in a consultation is not in the room. */
export const signerOf = ({ signLanguage: { interpreters }, ...states }: States): ParticipantId | null =>
  interpreters.find(
    (id) => states.admission.participants[id]?.status === 'present' && !consultationOf(states.consultation, id),
  ) ?? null
