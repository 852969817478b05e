// The program run by read-certificate.ts: a question on its standard input, an answer on its standard output.
import { json } from 'node:stream/consumers'
import { writtenKey } from '../agency-key.ts'
import { CertificateError } from '../certificate-error.ts'
import { type Answer, Question } from './answer.ts'
import { certificateFile } from './certificate-file.ts'

const { file, password, now } = Question.parse(await json(process.stdin))

function answer(): Answer {
  try {
    return writtenKey(certificateFile(Buffer.from(file, 'base64'), password, now))
  } catch (error) {
    if (error instanceof CertificateError) return { fault: error.fault }
    throw error
  }
}

process.stdout.write(JSON.stringify(answer()))
