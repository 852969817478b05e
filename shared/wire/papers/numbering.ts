// The numbers of issued papers, as the agency sees them: NĐ 30/2020/NĐ-CP, Điều 15: from 01 on the first of January.
import { z } from 'zod'
import { PaperKind } from '../../modules/approval/contract.ts'

/** Papers of approval, the receipt and the notice of refusal of a reception, and the rows of the register of receptions. */
export const NumberedKind = z.enum([...PaperKind.options, 'receipt', 'refusalNotice', 'register'])
export type NumberedKind = z.infer<typeof NumberedKind>
const Year = z.int().min(2000).max(2200)
const Last = z.int().min(0).max(99_999)

export const NumberSeries = z
  .object({
    kind: NumberedKind,
    year: Year,
    last: Last.describe('the last number that is given; 0: none'),
    isBegun: z.boolean().describe('this system has given one: where the series began stands'),
  })
  .meta({ id: 'NumberSeries' })
export type NumberSeries = z.infer<typeof NumberSeries>
export const NumberSeriesList = z.object({ series: z.array(NumberSeries) }).meta({ id: 'NumberSeriesList' })

export const NumberContinuation = z
  .object({
    kind: NumberedKind,
    year: Year,
    last: Last.describe('the last number the agency has given by hand this year'),
  })
  .meta({ id: 'NumberContinuation' })
export type NumberContinuation = z.infer<typeof NumberContinuation>
