// The messages of one socket: each is parsed, passed on and answered. A malformed one is a protocol error. Called by
// session-pages.ts.
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import type { ClientToServer, ServerToClient } from '../../../shared/wire/engine/socket-events.ts'
import { reportFault } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'

export type PageSocket = Socket<ClientToServer, ServerToClient>

type MessageName = keyof ClientToServer

interface Options {
  readonly protocolError: (event: string, problem: string) => void
  /** What the log says of whoever sends. */
  readonly context: object
  readonly log: Log
}

export interface PageMessages {
  /** Parses, calls, answers. Whatever `work` throws is told as `whenFaulty` says, with an incident, and logged. */
  answer<Schema extends z.ZodType, Reply>(
    event: MessageName,
    schema: Schema,
    work: (message: z.output<Schema>) => Promise<Reply>,
    whenFaulty: (incident: string) => Reply,
    afterwards?: () => void,
  ): void
  /** Volatile: no acknowledgement. */
  take<Schema extends z.ZodType>(
    event: MessageName,
    schema: Schema,
    work: (message: z.output<Schema>) => Promise<void>,
  ): void
}

export function createPageMessages(socket: PageSocket, { protocolError, context, log }: Options): PageMessages {
  const malformed = (event: MessageName, { issues }: Pick<z.ZodError, 'issues'>) =>
    protocolError(event, issues[0]?.message ?? 'malformed')
  return {
    answer(event, schema, work, whenFaulty, afterwards) {
      const listener = (message: unknown, answer: unknown) => {
        const parsed = schema.safeParse(message)
        if (!parsed.success) return malformed(event, parsed.error)
        if (typeof answer !== 'function') return protocolError(event, 'no acknowledgement asked for')
        void work(parsed.data)
          .catch((error: unknown) => {
            return whenFaulty(reportFault(log, error, { ...context, event }))
          })
          .then((reply) => {
            answer(reply)
            afterwards?.()
          })
      }
      socket.on(event, listener as never)
    },
    take(event, schema, work) {
      const listener = (message: unknown) => {
        const parsed = schema.safeParse(message)
        if (!parsed.success) return malformed(event, parsed.error)
        void work(parsed.data)
      }
      socket.on(event, listener as never)
    },
  }
}
