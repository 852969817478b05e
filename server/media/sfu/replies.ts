// The short answers to media requests.
import { reject } from '../../../shared/kernel/rejection.ts'
import type { MediaReply, mediaRejections } from '../../../shared/wire/engine/media-requests.ts'

export type MediaRejection = (typeof mediaRejections)[number]

export const done = { ok: true } as const

export function refuse(code: MediaRejection): Extract<MediaReply, { ok: false }> {
  return { ok: false, ...reject(code) }
}
