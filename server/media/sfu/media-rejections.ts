// Maps a failed media request to the rejection code sent to the browser, and tells expected failures from faults.
import { errors } from 'mediasoup'
import { ZodError } from 'zod'
import { GoneError } from './gone-error.ts'
import type { MediaRejection } from './replies.ts'

/** Whatever else mediasoup refuses is a matter of parameters: two encodings with one SSRC, say. */
export function rejectionFor(error: unknown): MediaRejection {
  if (isGone(error)) return 'media.unavailable'
  return error instanceof errors.NotFoundError ? 'media.unknown' : 'media.invalid'
}

/** Nothing to look into: a browser sent nonsense, or the worker, the router or the peer went away. */
export function isExpected(error: unknown): boolean {
  const isMistake = error instanceof ZodError || error instanceof TypeError || error instanceof errors.UnsupportedError
  return isMistake || isGone(error)
}

function isGone(error: unknown): boolean {
  return error instanceof GoneError || error instanceof errors.WorkerClosedError
}
