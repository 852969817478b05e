// How devices and lines do in the sessions that run now, for the operations page.
import { z } from 'zod'
import { Ms, ParticipantId, Role } from '../../kernel/ids.ts'
import { Person } from '../engine/socket-events.ts'
import { Alarm, conditions, ParticipantHealth, weaknesses } from './health.ts'
import { SessionSummary } from './sessions.ts'

export const RunningHealth = z
  .object({
    now: Ms,
    sessions: z.array(
      SessionSummary.pick({ sessionId: true, title: true, kind: true, status: true, secrecy: true }).extend({
        isForOthers: z.boolean().describe('its words stay inside, and whoever asks has no part in it: no rows'),
        rows: z
          .array(
            z.object({
              siteName: z.string().nullable().describe('null: a person at no site'),
              participantId: ParticipantId.nullable().describe('null: nobody of the site has come'),
              person: Person.nullable().describe('null: erased'),
              role: Role.nullable(),
              condition: z.enum(conditions),
              since: Ms.nullable().describe('when they were lost, or came'),
              alarms: z.array(Alarm),
              weaknesses: z.array(z.enum(weaknesses)),
              health: ParticipantHealth.nullable(),
            }),
          )
          .describe('the worst first'),
        openAlarms: z
          .int()
          .describe('alarms that nobody has ticked off, and one while it is left to the agency’s own equipment'),
        equipment: z
          .object({
            device: z.string().nullable(),
            reason: z.string().nullable(),
            recorder: z.string().nullable().describe('name of who records'),
            since: Ms.nullable(),
          })
          .nullable()
          .describe(
            'it must be recorded, and this server does not: what records instead; fields are null where it was not said',
          ),
      }),
    ),
  })
  .meta({ id: 'RunningHealth' })
export type RunningHealth = z.infer<typeof RunningHealth>
