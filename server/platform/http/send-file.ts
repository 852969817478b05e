// Sends an uploaded file: under its name, with the type that was detected, and so that a browser cannot execute it.
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { DocumentFormat } from '../../../shared/modules/documents/contract.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { contentDisposition } from './file-names.ts'

interface SentFile {
  readonly name: string
  readonly format: DocumentFormat
  readonly bytes: number
  readonly content: Readable
}

export const sendFile = (
  reply: FastifyReply,
  { name, format, bytes, content }: SentFile,
  how: 'attachment' | 'inline',
): FastifyReply =>
  reply
    .type(mediaTypes[format])
    .headers({
      'content-length': bytes,
      'content-disposition': contentDisposition(name, how),
      // Whoever opens the address by itself gets a file that can do nothing.
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(content)
