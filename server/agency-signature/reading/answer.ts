// What the program that reads certificates is asked, and answers.
import { z } from 'zod'
import { CertificateFault } from '../../../shared/wire/agency-certificate.ts'
import { WrittenKey } from '../agency-key.ts'

export const Question = z.object({ file: z.base64(), password: z.string(), now: z.number() })
export type Question = z.infer<typeof Question>

export const Answer = z.union([WrittenKey, z.object({ fault: CertificateFault })])
export type Answer = z.infer<typeof Answer>
