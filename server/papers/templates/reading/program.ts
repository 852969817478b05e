// The program run by read-template.ts: a question on its standard input, an answer on its standard output.
import { json } from 'node:stream/consumers'
import type { Answer, Question } from './answer.ts'
import { faultOf, fill, places, placesQr } from './fill.ts'

const bytes = (base64: string) => Buffer.from(base64, 'base64')

function answered(question: Question): Answer {
  const template = bytes(question.template)
  if (question.ask === 'check') {
    const fault = faultOf(template, question.fields, question.example, bytes(question.qr))
    return fault ? { fault } : { hasQrPicture: placesQr(template) }
  }
  const missing = question.needed.filter((name) => !places(template, name))
  if (missing.length > 0) return { fault: { code: 'missing-fields', names: missing } }
  const { values, qr } = question
  return { docx: fill(template, values, qr === null ? null : bytes(qr)).toString('base64') }
}

process.stdout.write(JSON.stringify(answered((await json(process.stdin)) as Question)))
