// Settings that are right each by itself and do not go together. Called by config.ts.
import { availableParallelism } from 'node:os'
import { LAST_PORT } from './value-shapes.ts'
import { type Environment, notesOf } from './variables.ts'

function bucketContradictions(environment: Environment): string[] {
  const { S3_ENDPOINT, S3_SECRET_ACCESS_KEY, S3_SECRET_ACCESS_KEY_FILE } = environment
  const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID'] as const
  if (S3_ENDPOINT === undefined) {
    const alone = [...needed, 'S3_SECRET_ACCESS_KEY', 'S3_SECRET_ACCESS_KEY_FILE'] as const
    const given = alone.find((name) => environment[name] !== undefined)
    const { example } = notesOf('S3_ENDPOINT')
    return given === undefined ? [] : [`S3_ENDPOINT: is not set, but ${given} is (example: S3_ENDPOINT=${example})`]
  }
  const lines = needed
    .filter((name) => environment[name] === undefined)
    .map((name) => `${name}: is not set, but S3_ENDPOINT is (example: ${name}=${notesOf(name).example})`)
  if ((S3_SECRET_ACCESS_KEY === undefined) === (S3_SECRET_ACCESS_KEY_FILE === undefined))
    lines.push(
      S3_SECRET_ACCESS_KEY === undefined
        ? 'S3_SECRET_ACCESS_KEY: is not set, but S3_ENDPOINT is; set it, or S3_SECRET_ACCESS_KEY_FILE'
        : 'S3_SECRET_ACCESS_KEY: is set, and S3_SECRET_ACCESS_KEY_FILE, too; set one of them',
    )
  return lines
}

/** A line for each; none: they go together. */
export function findContradictions(environment: Environment): string[] {
  const { PORT: port, MEDIA_PORT, MEDIA_WORKERS, TURN_URLS, TURN_SECRET, SMTP_URL, MAIL_FROM } = environment
  const lines = bucketContradictions(environment)
  const lastMediaPort = MEDIA_PORT + (MEDIA_WORKERS ?? availableParallelism()) - 1
  if (lastMediaPort > LAST_PORT)
    lines.push(
      `MEDIA_PORT: with one port per media worker it ends at ${lastMediaPort}, beyond ${LAST_PORT} (example: MEDIA_PORT=40000)`,
    )
  if (MEDIA_PORT > 0 && port >= MEDIA_PORT && port <= lastMediaPort)
    lines.push(`PORT: ${port} is one of the media ports ${MEDIA_PORT} to ${lastMediaPort} (example: PORT=3000)`)
  if (TURN_URLS.length > 0 && TURN_SECRET === undefined)
    lines.push(`TURN_SECRET: is not set, but TURN_URLS is (example: TURN_SECRET=${notesOf('TURN_SECRET').example})`)
  if (SMTP_URL !== undefined && MAIL_FROM === undefined)
    lines.push(`MAIL_FROM: is not set, but SMTP_URL is (example: MAIL_FROM=${notesOf('MAIL_FROM').example})`)
  if (SMTP_URL === undefined && MAIL_FROM !== undefined)
    lines.push(`SMTP_URL: is not set, but MAIL_FROM is (example: SMTP_URL=${notesOf('SMTP_URL').example})`)
  if (environment.TIME_STAMP_URL === undefined && environment.TIME_STAMP_CA_FILE !== undefined)
    lines.push(
      `TIME_STAMP_URL: is not set, but TIME_STAMP_CA_FILE is (example: TIME_STAMP_URL=${notesOf('TIME_STAMP_URL').example})`,
    )
  if (TURN_URLS.length === 0 && TURN_SECRET !== undefined)
    lines.push(`TURN_URLS: is not set, but TURN_SECRET is (example: TURN_URLS=${notesOf('TURN_URLS').example})`)
  return lines
}
