// Sends a stored file, whole or the requested range (RFC 9110, 14). A request for several ranges gets the whole file.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { parse } from 'range-parser'
import type { StoredFile } from '../store/store.ts'

export function sendRange({ headers }: FastifyRequest, reply: FastifyReply, file: StoredFile): FastifyReply {
  const { bytes } = file
  reply.header('accept-ranges', 'bytes')
  const asked = headers.range === undefined ? null : parse(bytes, headers.range)
  // What is no range of bytes is as if it were not there.
  if (asked === null || asked.type !== 'bytes' || (asked.code & 1) !== 0 || asked.ranges.length > 1 || bytes === 0)
    return reply.header('content-length', bytes).send(file.read())
  const [range] = asked.ranges
  if (!range) return reply.code(416).header('content-range', `bytes */${bytes}`).send()
  const { start, end } = range
  return reply
    .code(206)
    .headers({ 'content-range': `bytes ${start}-${end}/${bytes}`, 'content-length': end - start + 1 })
    .send(file.read({ start, end }))
}
