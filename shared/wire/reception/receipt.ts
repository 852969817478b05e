// The receipt for papers that a citizen handed in, as REST tells of its issue.
import { z } from 'zod'

export const IssuedReceipt = z
  .object({ receiptId: z.uuid(), number: z.int().positive(), year: z.int() })
  .meta({ id: 'IssuedReceipt' })
