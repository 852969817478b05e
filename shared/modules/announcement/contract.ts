// The announcement: one text of staff, shown to everybody in the room until it is taken down.
import { z } from 'zod'
import { staffPresent } from '../../kernel/actor.ts'
import { Ms, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const Words = z.object({ text: text(500) })

export const announcement = defineModule('announcement', {
  commands: {
    post: command('Puts an announcement up, in the place of the one before.', staffPresent, Words, ['session.over']),
    takeDown: command('Takes the announcement down.', staffPresent, z.object({}), ['announcement.none']),
  },
  events: {
    posted: event('present', Words),
    takenDown: event('present', z.object({})),
  },
  state: z.object({ standing: Words.extend({ at: Ms }).nullable() }),
  initial: { standing: null },
})
