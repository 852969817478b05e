// The question to the program that reads certificates, and its answer.
import { z } from 'zod'
import type { CertificateFault } from '../../../../shared/wire/papers/agency-certificate.ts'
import type { WrittenKey } from '../agency-key.ts'

export const Question = z.object({ file: z.base64(), password: z.string(), now: z.number() })
export type Question = z.infer<typeof Question>

export type Answer = z.infer<typeof WrittenKey> | { fault: CertificateFault }
