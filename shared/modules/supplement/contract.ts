// Supplements to issued minutes, written after the session was sealed: numbered papers that add to the minutes (biên
// bản bổ sung) or correct them (biên bản đính chính). The sealed session does not change; supplements are sealed in a
// hash chain of their own (ADR 0085).
import { z } from 'zod'
import { ActorReference, accountOnly, maySee, seenActor } from '../../kernel/actor.ts'
import { Ms, PersonId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import { Recipients } from '../../papers/recipients.ts'
import { Signing } from '../../papers/signing.ts'
import type { approval } from '../approval/contract.ts'

export const SupplementKind = z.enum(['addition', 'correction']).describe('biên bản bổ sung, or biên bản đính chính')
export type SupplementKind = z.infer<typeof SupplementKind>

export const longestSupplement = 10_000
export const longestReason = 1000
export const maximumSupplements = 100

/** What people say of it. */
export const SupplementWords = z.object({
  supplementId: z.uuid().describe('made by who writes it: sent twice, it is issued once'),
  kind: SupplementKind,
  text: text(longestSupplement).describe('what is added, or how it must read'),
  reason: text(longestReason),
})

const Written = SupplementWords.extend({
  signatoryId: PersonId.describe('who signs, of the people record'),
  signing: Signing,
  recipients: Recipients.optional().describe('beside the file copy; left out: those of the minutes'),
  number: z.int().positive().describe('of the series of minutes'),
  year: z.int().min(2000).max(9999),
})
const Issued = Written.extend({ at: Ms, by: ActorReference })
export type WrittenSupplement = z.infer<typeof Issued>

const initial: { written: WrittenSupplement[] } = { written: [] }

export const supplement = defineModule('supplement', {
  commands: {
    write: command(
      'Adds to the issued minutes of a sealed session, or corrects them, under the number that the server has allotted.',
      accountOnly,
      Written,
      [
        'supplement.not-sealed',
        'supplement.not-issued',
        'supplement.already-written',
        'supplement.too-many',
        'supplement.unknown-recipient',
      ],
    ),
  },
  events: { written: event('staff', Written) },
  state: z.object({ written: z.array(Issued) }),
  initial,
  view: ({ written }, viewer) =>
    maySee('staff', viewer) ? { written: written.map((one) => ({ ...one, by: seenActor(one.by) })) } : initial,
})

/** The minutes that stand: those of a correction that was begun and waived are the ones it would have replaced. null: none were issued. */
export const standingMinutes = ({ issues, corrects }: StateOf<typeof approval>) => issues.minutes ?? corrects
/** Which document of the session they are. */
export const standingVersion = ({ issues, version }: StateOf<typeof approval>) =>
  issues.minutes ? version : version - 1
