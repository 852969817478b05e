// The stage: who is shown large. The chair’s spotlight goes before the floor and the active speaker.
import { z } from 'zod'
import { staffPresent } from '../../kernel/actor.ts'
import { ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const Spotlight = z.object({ participantId: ParticipantId.nullable().describe('null: nobody in particular') })

export const stage = defineModule('stage', {
  commands: {
    spotlight: command('Shows one participant large to everybody, or nobody in particular.', staffPresent, Spotlight, [
      'stage.not-present',
    ]),
  },
  events: { spotlighted: event('present', Spotlight) },
  state: z.object({ spotlight: ParticipantId.nullable() }),
  initial: { spotlight: null },
})
