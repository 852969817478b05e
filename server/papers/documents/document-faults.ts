// Maps a refused file to the answer of the REST API: the code `document.` and the fault, with a text for the caller.
import {
  type DocumentFault,
  formatsByExtension,
  maximumFileBytes,
  maximumTitleLength,
} from '../../../shared/wire/papers/documents.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { IntakeError, type NamedFile } from './intake-error.ts'

const megabytes = maximumFileBytes / 1024 / 1024

const answers: Readonly<Record<DocumentFault, readonly [statusCode: number, text: string]>> = {
  'no-file': [400, 'Send one file as multipart/form-data.'],
  empty: [422, 'The file is empty.'],
  'too-large': [413, `The file is larger than ${megabytes} MB.`],
  'no-room': [
    507,
    'The disk of the server is full up to what the journals need. Nothing was taken in; try again later, and tell whoever runs the server.',
  ],
  'bad-name': [422, 'The name of the file has characters that are not for names, or that turn its reading direction.'],
  'name-too-long': [422, `The name of the file is longer than ${maximumTitleLength} characters.`],
  'unknown-type': [415, `Only these files are taken: ${Object.keys(formatsByExtension).join(', ')}.`],
  'wrong-type': [415, 'What is in the file is not what its name says.'],
  'unpacks-too-large': [422, 'The file unpacks to far more than a document needs.'],
  'too-demanding': [422, 'The file needs far more memory or time to be read than a document does.'],
  'state-secret': [
    422,
    'The file bears the mark of a state secret (MẬT, TỐI MẬT or TUYỆT MẬT): such papers are not handed in here (Luật Bảo vệ bí mật nhà nước).',
  ],
  broken: [422, 'The file is damaged and cannot be read.'],
  encrypted: [422, 'The file is protected by a password. Hand it in without.'],
  'too-many-pages': [422, 'The file has too many pages.'],
  'picture-too-large': [422, 'The picture has too many pixels.'],
  infected: [422, 'The virus scanner found something in the file.'],
  'scan-failed': [503, 'The virus scanner does not answer, and nothing is taken in without it. Tell the operator.'],
  marked: [403, 'A marked document is only shown, not handed out.'],
  'cannot-be-marked': [
    422,
    'The name of who looks cannot be set into this file. Hand in another PDF, or hand it in without the mark.',
  ],
}

/** Of several files, the message and the field say which. */
export function documentFault(fault: DocumentFault, file: NamedFile | null = null): HttpError {
  const [statusCode, text] = answers[fault]
  if (file === null) return new HttpError(statusCode, `document.${fault}`, text)
  return new HttpError(statusCode, `document.${fault}`, `“${file.name}”: ${text}`, { field: `files.${file.position}` })
}

/** Runs `work`; why a file was not taken in becomes an answer. */
export async function answeringFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof IntakeError ? documentFault(error.fault, error.file) : error
  }
}
