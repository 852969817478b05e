// Reads the key and the certificates of a PKCS#12 file in a program with limits: the file itself says how many rounds
// of password hashing are needed, so its author chooses the cost (RFC 7292, appendix B.2).
import { CertificateFault } from '../../../../shared/wire/papers/agency-certificate.ts'
import { answerOf, type Limits } from '../../../platform/confined-program.ts'
import { type AgencyKey, readKey, WrittenKey } from '../agency-key.ts'
import { CertificateError } from '../certificate-error.ts'
import type { Question } from './answer.ts'

const limits: Limits = { memoryBytes: 128 * 1024 ** 2, seconds: 8, writtenBytes: 0, saidBytes: 1024 ** 2 }

/** @throws CertificateError */
export async function readCertificate(file: Uint8Array, password: string, now: number): Promise<AgencyKey> {
  const question: Question = { file: Buffer.from(file).toString('base64'), password, now }
  const key = await answerOf(new URL('./program.ts', import.meta.url), {
    input: JSON.stringify(question),
    limits,
    answer: WrittenKey,
    fault: CertificateFault,
    refused: (fault) => new CertificateError(fault),
    tooDemanding: (because) => new CertificateError('too-demanding', because),
  })
  return readKey(key)
}
