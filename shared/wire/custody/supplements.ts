// What is written by REST to the issued minutes of a sealed session: additions and corrections, each a numbered paper (ADR 0085).
import { z } from 'zod'
import { SupplementWords } from '../../modules/supplement/contract.ts'
import { Recipients } from '../../papers/recipients.ts'
import { NamedSignatory } from '../papers/issuing.ts'

export const SupplementWish = SupplementWords.extend({
  signatory: NamedSignatory,
  recipients: Recipients.optional().describe('beside the file copy; left out: those of the minutes'),
}).meta({ id: 'SupplementWish' })
export type SupplementWish = z.infer<typeof SupplementWish>

const Numbered = z.object({ number: z.int().positive(), year: z.int() })

export const WrittenSupplements = z
  .object({
    minutes: Numbered.extend({ at: z.int() })
      .nullable()
      .describe('what is added to, or corrected; null: the session is not sealed, or no minutes were issued'),
    signatory: NamedSignatory.nullable().describe('who signed the last paper of the agency; null: nobody yet'),
    supplements: z.array(
      SupplementWords.extend({
        ...Numbered.shape,
        at: z.int(),
        by: z.string().nullable().describe('display name; null: the account is gone'),
      }),
    ),
  })
  .meta({ id: 'WrittenSupplements' })
export type WrittenSupplements = z.infer<typeof WrittenSupplements>

export const IssuedSupplement = Numbered.extend({ supplementId: z.uuid() }).meta({ id: 'IssuedSupplement' })
