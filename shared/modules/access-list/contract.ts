// Which accounts of the agency have a part in a session that holds secrets of the state: whoever booked it, and those named for it. The
// server shows it to no other account (ADR 0066). Also after the session is sealed, for its papers are read then.
import { z } from 'zod'
import { accountOnly, someAccount } from '../../kernel/actor.ts'
import { AccountId, Ms, type ReaderId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'

const Naming = z.object({ accountId: AccountId, reason: text(300).describe('by which task they need it') })
const TakingBack = Naming.extend({ reason: text(300) })

export const maximumNamed = 50

const initial: { bookedBy: AccountId | null; named: z.infer<typeof Named>[] } = { bookedBy: null, named: [] }
const Named = Naming.extend({ at: Ms, by: AccountId })

export const accessList = defineModule('accessList', {
  commands: {
    name: command('Lets an account open a session of the level Mật or higher.', accountOnly, Naming, [
      'accessList.not-secret',
      'accessList.too-many',
    ]),
    takeBack: command('Takes back that an account may open the session.', accountOnly, TakingBack, [
      'accessList.not-named',
    ]),
  },
  events: { named: event('nobody', Naming), takenBack: event('nobody', TakingBack) },
  state: z.object({
    bookedBy: AccountId.nullable().describe('null: not scheduled'),
    named: z.array(Named).describe('in no view: of accounts, not of those in the room'),
  }),
  initial,
  view: ({ bookedBy }) => ({ ...initial, bookedBy: bookedBy && someAccount }),
})

export const isListed = ({ bookedBy, named }: StateOf<typeof accessList>, accountId: AccountId): boolean =>
  bookedBy === accountId || named.some((one) => one.accountId === accountId)

/** May open it now. */
export const hasPart = (list: StateOf<typeof accessList>, reader: ReaderId | null): boolean =>
  reader !== null && isListed(list, reader)
