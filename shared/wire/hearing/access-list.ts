// Which accounts have a part in a session, as staff are shown it; and who has been given which links and voting codes.
import { z } from 'zod'
import { AccountId, Ms } from '../../kernel/ids.ts'
import { accessList } from '../../modules/access-list/contract.ts'

export const NewNamedAccount = accessList.commands.name.data.meta({ id: 'NewNamedAccount' })
export const NamedAccountTakenBack = accessList.commands.takeBack.data
  .omit({ accountId: true })
  .meta({ id: 'NamedAccountTakenBack' })

const Name = z.string().nullable().describe('null: the account is gone')

export const AccessList = z
  .object({
    hasPart: z.boolean().describe('whether whoever asks is on it, and not suspended'),
    isSuspended: z.boolean().describe('is on it, but their password was reset and nobody has confirmed them yet'),
    mayName: z.boolean().describe('whether whoever asks may name others: those on it, and administrators'),
    bookedBy: Name,
    named: z.array(
      z.object({ accountId: AccountId, name: Name, reason: z.string(), at: Ms, by: Name.describe('who said so') }),
    ),
    others: z.array(z.object({ accountId: AccountId, name: z.string() })).describe('who could be named as well'),
    looks: z
      .array(
        z.object({
          at: Ms,
          by: Name.describe('the account, or whoever is in the room by their link'),
          what: z.enum(['links', 'calendar', 'codes']),
          whose: z.string().nullable().describe('the participant or the site; null: everybody’s'),
          reason: z.string().nullable(),
        }),
      )
      .describe('the latest first; for those on the list'),
  })
  .meta({ id: 'AccessList' })
export type AccessList = z.infer<typeof AccessList>
