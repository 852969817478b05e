// The rule of the quorum: how many sites or delegates must be present. Whether it is met is computed
// (projections/quorum.ts).
import { z } from 'zod'
import { orAccount, staffPresent } from '../../kernel/actor.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const QuorumRule = z
  .object({
    of: z.enum(['sites', 'delegates']).describe('điểm cầu, đại biểu'),
    bound: z.enum(['moreThan', 'atLeast']).describe('quá, ít nhất'),
    numerator: z.int().min(1).max(100),
    denominator: z.int().min(1).max(100),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, 'must be a part of the whole')
export type QuorumRule = z.infer<typeof QuorumRule>

const Ruled = z.object({ rule: QuorumRule.nullable().describe('null: none is needed') })

export const quorum = defineModule('quorum', {
  commands: {
    setRule: command('Sets how many must be there.', orAccount(staffPresent), Ruled, ['session.over']),
  },
  events: { ruleSet: event('present', Ruled) },
  state: Ruled,
  initial: { rule: null },
})

/** How many of `total` the rule asks for. */
export function needed({ bound, numerator, denominator }: QuorumRule, total: number): number {
  const share = (total * numerator) / denominator
  return bound === 'atLeast' ? Math.ceil(share) : Math.min(total, Math.floor(share) + 1)
}
