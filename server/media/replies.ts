// The short answers to media requests.
import { reject } from '../../shared/kernel/rejection.ts'
import type { MediaReply, mediaRejections } from '../../shared/wire/media-requests.ts'

export type MediaRejection = (typeof mediaRejections)[number]

export const done: MediaReply = { ok: true }

export function refuse(code: MediaRejection): MediaReply {
  return { ok: false, ...reject(code) }
}
