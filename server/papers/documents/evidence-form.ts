// Reads a form of text and files as it arrives: the files are passed to the intake one after another, and none is held
// in memory.
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type EvidenceFile, maximumFilesAtOnce } from '../../../shared/conclusions/follow-up/contract.ts'
import { maximumFileBytes } from '../../../shared/wire/papers/documents.ts'
import { HttpError } from '../../platform/http/errors.ts'
import type { Upload } from './intake.ts'

const mostFields = 4
/** No text of an act is longer; one that is cut off here is too long for its schema. */
const mostFieldBytes = 16 * 1024

/** One more file than is taken, so that one too many is seen and told. */
export const formLimits = (fieldBytes = mostFieldBytes) => ({
  files: maximumFilesAtOnce + 1,
  fields: mostFields,
  parts: maximumFilesAtOnce + 1 + mostFields,
  fileSize: maximumFileBytes + 1,
  fieldSize: fieldBytes,
})

const cutOff = 'The form was cut off, or is none. Nothing was kept; send it again.'

interface EvidenceForm<Data> {
  /** In the order in which they come. */
  files(): AsyncGenerator<Upload>
  /** The words, once the files have come, with what was taken in. @throws HttpError */
  data(files: readonly EvidenceFile[]): Data
}

/** @throws HttpError when the request is no form, or the words, which come first, are not what `schema` asks for. */
export function readForm<Schema extends z.ZodType>(
  request: FastifyRequest,
  schema: Schema,
): EvidenceForm<z.output<Schema>> {
  if (!request.isMultipart())
    throw new HttpError(415, 'unsupported', 'Send words and files as multipart/form-data, the words first.')
  const words: Record<string, unknown> = {}

  function data(files: readonly EvidenceFile[]): z.output<Schema> {
    const parsed = schema.safeParse({ ...words, files })
    if (parsed.success) return parsed.data
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: 'not valid' }
    const field = path.join('.') || 'the form'
    throw new HttpError(400, 'invalid', `${field}: ${message}`, { field })
  }

  async function* files(): AsyncGenerator<Upload> {
    let count = 0
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        // An empty field is one that was left out.
        words[part.fieldname] = part.value === '' ? null : part.value
        continue
      }
      if (count === 0) data([])
      count++
      if (count > maximumFilesAtOnce)
        throw new HttpError(413, 'followUp.too-many-at-once', `At most ${maximumFilesAtOnce} files at once.`)
      yield { fileName: part.filename, content: part.file }
    }
  }

  return {
    data,
    async *files() {
      try {
        yield* files()
      } catch (error) {
        // The parser’s own errors speak of its inside.
        throw error instanceof HttpError ? error : new HttpError(400, 'invalid', cutOff)
      }
    },
  }
}
