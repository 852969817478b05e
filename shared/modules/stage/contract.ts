// The stage: layout and spotlight set by staff for everybody. The spotlight has priority over the floor and the active
// speaker; each viewer can choose differently on their own screen.
import { z } from 'zod'
import { staffPresent } from '../../kernel/actor.ts'
import { ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const Layout = z
  .enum(['speaker', 'wall', 'sides'])
  .describe('one large with the others in a strip; all alike; the chair and one site side by side')
export type Layout = z.infer<typeof Layout>
const Laid = z.object({ layout: Layout.nullable().describe('null: left to each') })
const Spotlight = z.object({ participantId: ParticipantId.nullable().describe('null: nobody in particular') })

export const stage = defineModule('stage', {
  commands: {
    spotlight: command('Shows one participant large to everybody, or nobody in particular.', staffPresent, Spotlight, [
      'stage.not-present',
    ]),
    setLayout: command('Lays the picture out for everybody who follows the chair.', staffPresent, Laid),
  },
  events: { spotlighted: event('present', Spotlight), layoutSet: event('present', Laid) },
  state: z.object({ spotlight: ParticipantId.nullable(), layout: Layout.nullable() }),
  initial: { spotlight: null, layout: null },
})
