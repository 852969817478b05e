// The floor: one participant speaks at a time; the others ask for it and the chair grants it (the verbs of RFC 8855).
import { z } from 'zod'
import { anyonePresent, presentRoles, staffPresent, systemOnly } from '../../kernel/actor.ts'
import { Ms, ParticipantId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const Purpose = z
  .enum(['speak', 'reply', 'question', 'pointOfOrder'])
  .describe('phát biểu, trả lời, đặt câu hỏi, ý kiến về trình tự')
export type Purpose = z.infer<typeof Purpose>

const One = z.object({ participantId: ParticipantId })
const reason = z.object({ reason: text(300).nullable() })

/** A holder whose connection is lost keeps the floor this long. */
export const lostHolderGraceMs = 2 * 60 * 1000

export const floor = defineModule('floor', {
  commands: {
    request: command(
      'Asks for the floor.',
      presentRoles('chair', 'secretary', 'siteOperator', 'citizen'),
      z.object({ purpose: Purpose }),
      ['session.not-open', 'floor.already-requested', 'floor.already-held'],
    ),
    withdraw: command('Takes the own request back.', anyonePresent, z.object({}), ['floor.no-request']),
    grant: command(
      'Gives the floor, asked for or not. Whoever held it loses it.',
      staffPresent,
      One.extend({ limitSeconds: z.int().min(10).max(7200).nullable().describe('null: no limit') }),
      ['session.not-open', 'floor.not-present', 'floor.observer', 'floor.already-held'],
    ),
    deny: command('Denies a request, with or without a reason.', staffPresent, One.extend(reason.shape), [
      'floor.no-request',
    ]),
    release: command('Gives the own floor back.', anyonePresent, z.object({}), ['floor.not-holder']),
    revoke: command('Takes the floor back.', staffPresent, reason, ['floor.not-held']),
    expire: command('The time of the holder, or of waiting for a lost holder, is over.', systemOnly, One),
  },
  events: {
    requested: event('present', One.extend({ purpose: Purpose })),
    withdrawn: event('present', One),
    granted: event('present', One.extend({ endsAt: Ms.nullable() })),
    denied: event('present', One.extend(reason.shape)),
    released: event('present', One),
    revoked: event('present', One.extend(reason.shape)),
    expired: event('present', One),
  },
  state: z.object({
    requests: z.array(One.extend({ purpose: Purpose, at: Ms })),
    holder: One.extend({ grantedAt: Ms, endsAt: Ms.nullable(), lostAt: Ms.nullable() }).nullable(),
  }),
  initial: { requests: [], holder: null },
})
