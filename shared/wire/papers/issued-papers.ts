// Issued papers: what staff see of them, and what anybody may check (ADR 0042).
import { z } from 'zod'
import { line } from '../../kernel/ids.ts'
import { IssuedKind } from '../../modules/withdrawal/contract.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Numbered = z.object({ number: z.int().positive(), year: z.int() })

export const PaperStanding = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('issued') }),
    z.object({ is: z.literal('withdrawn'), on: z.iso.date() }),
    z.object({ is: z.literal('replaced'), on: z.iso.date(), by: Numbered }),
  ])
  .describe('whether it stands, was withdrawn, or another took its place')
export type PaperStanding = z.infer<typeof PaperStanding>

/** As an issued paper says it: with or without the dashes, in any case. */
export const VerificationQuestion = z
  .object({ code: z.string().trim().min(1).max(60) })
  .meta({ id: 'VerificationQuestion' })

/** All that anybody is told. */
export const VerifiedPaper = Numbered.extend({
  issuedOn: z.iso.date(),
  sha256: Sha256.describe('of the PDF as it was issued'),
  standing: PaperStanding,
}).meta({ id: 'VerifiedPaper' })
export type VerifiedPaper = z.infer<typeof VerifiedPaper>

export const PaperSignature = z
  .discriminatedUnion('is', [
    z.object({
      is: z.literal('signed'),
      by: z.string().describe('whose certificate it is: of the agency, no person'),
      stampedAt: z.iso
        .datetime()
        .nullable()
        // Those of earlier releases have none.
        .default(null)
        .describe('by the time stamp of an authority; null: the signature has none (ADR 0069)'),
    }),
    z.object({
      is: z.literal('unsigned'),
      because: z
        .enum(['none', 'expired', 'notYetValid', 'unreadable', 'failed'])
        .describe('what was wrong with the certificate'),
    }),
  ])
  .describe('whether its PDF carries the digital signature of the agency (ADR 0058)')
export type PaperSignature = z.infer<typeof PaperSignature>

export const ListedPaper = VerifiedPaper.extend({
  code: z.string(),
  kind: IssuedKind,
  files: z.object({ pdf: z.string(), docx: z.string() }).describe('where they are, below the session'),
  reason: z.string().nullable().describe('why it was withdrawn'),
  signature: PaperSignature,
}).meta({ id: 'ListedPaper' })
export type ListedPaper = z.infer<typeof ListedPaper>
export const ListedPapers = z.object({ papers: z.array(ListedPaper) }).meta({ id: 'ListedPapers' })

export const Withdrawal = z
  .object({
    reason: line(1000),
    replacedBy: Numbered.nullable().describe('the paper that takes its place; null: none does'),
  })
  .meta({ id: 'PaperWithdrawal' })
export type Withdrawal = z.infer<typeof Withdrawal>
