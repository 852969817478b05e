// What an officer sends of the papers they have looked at. Name and number go into the record of citizens, never into an event.
import { z } from 'zod'
import { line } from '../../kernel/ids.ts'
import { PersonKind, ShownPaper } from '../../modules/identity/contract.ts'
import { IdentityPaper } from '../identity/citizens.ts'

export const IdentityFindings = z.object({
  name: line(120).describe('as on the paper; it is the name on every page from then on'),
  personKind: PersonKind,
  papers: z.array(ShownPaper).max(10),
  paper: IdentityPaper,
})
export type IdentityFindings = z.infer<typeof IdentityFindings>

/** What an event may tell of a number. */
export const lastDigitsOf = (number: string): string => number.slice(-3)
