// The accounts of the agency with a part in a session: the one that booked it and those named for it, also after it is
// sealed. Only they get its links and voting codes, each look at a link is recorded (ADR 0075), and of a session of Mật
// and above they alone see anything (ADR 0066).
import { z } from 'zod'
import { accountOnly, someAccount } from '../../kernel/actor.ts'
import { AccountId, Ms, ParticipantId, type ReaderId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'

const Naming = z.object({ accountId: AccountId, reason: text(300).describe('by which task they need it') })
const TakingBack = Naming.extend({ reason: text(300) })

const LinkLook = z.object({
  way: z.enum(['list', 'calendar']).describe('shown or printed from the list; in the entry for a calendar'),
  participantId: ParticipantId.nullable().describe('whose; null: everybody’s'),
})
const NotedLook = LinkLook.extend({ at: Ms, by: AccountId })

export const maximumNamed = 50
/** Earlier ones are in the journal alone. */
export const keptLooks = 200

const Named = Naming.extend({ at: Ms, by: AccountId })
interface Initial {
  bookedBy: AccountId | null
  named: z.infer<typeof Named>[]
  looks: z.infer<typeof NotedLook>[]
}
const initial: Initial = { bookedBy: null, named: [], looks: [] }

export const accessList = defineModule('accessList', {
  commands: {
    name: command(
      'Gives an account a part in the session: its links and voting codes; of the level Mật or higher, seeing it at all.',
      accountOnly,
      Naming,
      ['session.not-scheduled', 'accessList.too-many'],
    ),
    takeBack: command('Takes back that an account may open the session.', accountOnly, TakingBack, [
      'accessList.not-named',
    ]),
    noteLook: command('Notes that links are shown, before they are.', accountOnly, LinkLook, ['accessList.no-part']),
  },
  events: {
    named: event('nobody', Naming),
    takenBack: event('nobody', TakingBack),
    looked: event('nobody', LinkLook),
  },
  state: z.object({
    bookedBy: AccountId.nullable().describe('null: not scheduled'),
    named: z.array(Named).describe('in no view: of accounts, not of those in the room'),
    looks: z.array(NotedLook).describe('at links, the latest last; in no view'),
  }),
  initial,
  view: ({ bookedBy }) => ({ ...initial, bookedBy: bookedBy && someAccount }),
})

export const isListed = ({ bookedBy, named }: StateOf<typeof accessList>, accountId: AccountId): boolean =>
  bookedBy === accountId || named.some((one) => one.accountId === accountId)

/** May open it now. */
export const hasPart = (list: StateOf<typeof accessList>, reader: ReaderId | null): boolean =>
  reader !== null && isListed(list, reader)
