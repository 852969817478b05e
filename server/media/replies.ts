// How media requests are answered. What a browser sent wrongly is a rejection, whatever mediasoup calls it.
import { errors } from 'mediasoup'
import { ZodError } from 'zod'
import { reject } from '../../shared/kernel/rejection.ts'
import type { MediaReply, mediaRejections } from '../../shared/wire/media-requests.ts'
import { Gone } from './gone.ts'

type MediaRejection = (typeof mediaRejections)[number]

export const done: MediaReply = { ok: true }

export function refuse(code: MediaRejection): MediaReply {
  return { ok: false, ...reject(code) }
}

export function refusalFor(error: unknown): MediaRejection {
  if (error instanceof Gone || error instanceof errors.WorkerClosedError) return 'media.unavailable'
  if (error instanceof errors.NotFoundError) return 'media.unknown'
  return 'media.invalid'
}

/** Faults of this server are worth a line in the log, mistakes of a browser are not. */
export function isBrowsersMistake(error: unknown): boolean {
  return error instanceof ZodError || error instanceof TypeError || error instanceof errors.UnsupportedError
}
