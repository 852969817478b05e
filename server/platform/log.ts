// The log: JSON lines by pino. Always with sessionId, participantId, seq and commandId where they apply; never with a name.
import { type Logger, pino } from 'pino'

/** The part of a logger that the rooms of the server use. */
export interface Log {
  debug(context: object, message: string): void
  info(context: object, message: string): void
  warn(context: object, message: string): void
  error(context: object, message: string): void
}

/** What nobody should log, and what is not written even if somebody does. */
const secrets = ['token', 'password', 'link', 'authorization', 'cookie', 'displayName', 'people', 'person']

/** Written to standard error: standard output is for what a person is told. */
export const createLog = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      // Errors are logged as `error` by some and as `err` by Fastify.
      serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
      redact: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    },
    pino.destination(2),
  )
