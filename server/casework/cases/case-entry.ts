// Enters cases under the next number of their year and kind: petitions, and the parts into which one is split.

import type { CaseState } from '../../../shared/cases/index.ts'
import { intake, type Part, type RegisterNumber } from '../../../shared/cases/intake/contract.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { CommandReply } from '../../../shared/wire/engine/socket-events.ts'
import type { Aggregates, OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Numbers } from '../../papers/numbering/numbers.ts'
import type { CaseWrites } from './case-writes.ts'
import { Refused } from './refused.ts'

interface Dependencies {
  readonly cases: Aggregates<CaseState>
  readonly writes: Pick<CaseWrites, 'dispatch'>
  readonly numbers: Numbers
}

export type Receipt = NonNullable<CaseState['intake']['receipt']>
export type NewPart = Omit<Part, 'caseId'>

/** Each method throws Unavailable when Redis cannot be reached. */
export interface CaseEntry {
  /** null: there is no such case. */
  existing(caseId: string): Promise<CaseState | null>
  /** Throws Refused. */
  enter(by: OutsideActor, receipt: Omit<Receipt, 'register' | 'at' | 'byAccountId'>): Promise<void>
  /** Each part that is not there yet. What the parts have in common is what the whole had. Throws Refused. */
  enterParts(whole: CaseState, by: OutsideActor): Promise<void>
  /** Under the next number of a year and kind, or the one that an earlier attempt was given. Throws Refused. */
  numbered(
    of: Pick<RegisterNumber, 'kind'> & { readonly receivedOn: string },
    caseId: string,
    use: (register: RegisterNumber) => Promise<CommandReply>,
  ): Promise<void>
}

export function createCaseEntry({ cases, writes, numbers }: Dependencies): CaseEntry {
  const numbered: CaseEntry['numbered'] = ({ kind, receivedOn }, caseId, use) => {
    const year = Number(receivedOn.slice(0, 4))
    return numbers.allot({ year, kind: `case-${kind}` }, caseId, async (number) => {
      const reply = await use({ year, kind, number })
      return reply.ok ? { used: true, value: undefined } : { used: false, why: new Refused(reply) }
    })
  }

  const enter: CaseEntry['enter'] = (by, receipt) =>
    numbered(receipt, receipt.caseId, (register) =>
      writes.dispatch(receipt.caseId, by, wish(intake, 'receive', { ...receipt, register })),
    )

  async function existing(caseId: string): Promise<CaseState | null> {
    const state = await cases.state(caseId)
    return state.intake.receipt ? state : null
  }

  return {
    existing,
    enter,
    numbered,
    async enterParts(whole, by) {
      const { receipt, parts } = whole.intake
      if (!receipt || parts.length === 0) return
      const { at: _at, byAccountId: _by, ...shared } = receipt
      for (const part of parts) {
        if (await existing(part.caseId)) continue
        await enter(by, { ...shared, ...part, splitFrom: receipt.caseId })
      }
    },
  }
}
