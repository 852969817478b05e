// Withdrawn or replaced papers (thu hồi, thay thế): the journal records who withdrew an issued paper, when and why.
// Also allowed after the sealing, because mistakes are found then; the sealed content does not change.
import { z } from 'zod'
import { accountOnly, maySee, orSystem } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { PaperKind } from '../approval/contract.ts'

export const IssuedKind = z.enum([...PaperKind.options, 'receipt', 'refusalNotice', 'supplement'])
export type IssuedKind = z.infer<typeof IssuedKind>

const Numbered = z.object({ number: z.int().positive(), year: z.int() })
const Identified = Numbered.extend({ kind: IssuedKind })
type Identified = z.infer<typeof Identified>
const Issued = Identified.extend({
  participantId: ParticipantId.nullable().describe('to whom it was given; null: to no single one'),
})
type Issued = z.infer<typeof Issued>
const Withdrawal = Identified.extend({
  reason: line(1000),
  replacedBy: Numbered.nullable().describe('of the same kind, by which it is replaced; null: by none'),
})
const Declared = Withdrawal.extend({ at: Ms })
type Declared = z.infer<typeof Declared>

const initial: { issued: Issued[]; withdrawals: Declared[] } = { issued: [], withdrawals: [] }

export const withdrawal = defineModule('withdrawal', {
  commands: {
    declare: command(
      'Says that an issued paper stands no more, and which one takes its place if one does.',
      orSystem(accountOnly),
      Withdrawal,
      ['withdrawal.unknown-paper', 'withdrawal.stands-no-more', 'withdrawal.by-itself'],
    ),
  },
  events: { declared: event('staff', Withdrawal) },
  state: z.object({ issued: z.array(Issued), withdrawals: z.array(Declared) }),
  initial,
  view(state, viewer) {
    if (maySee('staff', viewer)) return state
    // As far as they hear of what is issued.
    const isOwn = ({ participantId }: Issued) => participantId === viewer.participantId
    return { issued: viewer.standing === 'waiting' ? [] : state.issued.filter(isOwn), withdrawals: [] }
  },
})

export const isSame = (one: Identified, other: Identified): boolean =>
  one.kind === other.kind && one.number === other.number && one.year === other.year

export const withdrawalOf = ({ withdrawals }: { readonly withdrawals: readonly Declared[] }, paper: Identified) =>
  withdrawals.find((one) => isSame(one, paper))
