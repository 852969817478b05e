// Screen sharing: staff grant it to one participant at a time. The media plan permits the producers
// (projections/media-plan.ts); picture and sound are soft state of the media plane.
import { z } from 'zod'
import { anyonePresent, presentRoles, staffPresent } from '../../kernel/actor.ts'
import { Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const nothing = z.object({})
const One = z.object({ participantId: ParticipantId })

export const sharing = defineModule('sharing', {
  commands: {
    request: command(
      'Asks to share the own screen.',
      presentRoles('chair', 'secretary', 'siteOperator', 'citizen'),
      nothing,
      ['session.over', 'sharing.already-requested', 'sharing.already-granted', 'sharing.in-consultation'],
    ),
    withdraw: command('Takes the own request back.', anyonePresent, nothing, ['sharing.no-request']),
    grant: command('Lets somebody share, asked or not. Whoever shared before no longer may.', staffPresent, One, [
      'session.over',
      'sharing.not-present',
      'sharing.observer',
      'sharing.in-consultation',
      'sharing.already-granted',
    ]),
    deny: command('Denies a request.', staffPresent, One, ['sharing.no-request']),
    start: command('The screen is being sent: all see it large.', anyonePresent, nothing, ['sharing.not-granted']),
    stop: command('Ends the own sharing and gives the right back.', anyonePresent, nothing, ['sharing.not-granted']),
    revoke: command('Ends the sharing, whoever does it.', staffPresent, nothing, ['sharing.nobody']),
  },
  events: {
    requested: event('present', One),
    withdrawn: event('present', One),
    granted: event('present', One),
    denied: event('present', One),
    started: event('present', One),
    stopped: event('present', One),
    revoked: event('present', One),
  },
  state: z.object({
    requests: z.array(One.extend({ at: Ms })),
    holder: One.extend({ grantedAt: Ms, startedAt: Ms.nullable().describe('null: not yet') }).nullable(),
  }),
  initial: { requests: [], holder: null },
})
