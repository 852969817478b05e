// Which accounts may open a session that holds secrets of the state, as those who may name more are shown it.
import { z } from 'zod'
import { AccountId, Ms } from '../kernel/ids.ts'
import { accessList } from '../modules/access-list/contract.ts'

export const NewNamedAccount = accessList.commands.name.data.meta({ id: 'NewNamedAccount' })
export const NamedAccountTakenBack = accessList.commands.takeBack.data
  .omit({ accountId: true })
  .meta({ id: 'NamedAccountTakenBack' })

const Name = z.string().nullable().describe('null: the account is gone')

export const AccessList = z
  .object({
    mayOpen: z.boolean().describe('whether whoever asks is on it'),
    bookedBy: Name,
    named: z.array(
      z.object({ accountId: AccountId, name: Name, reason: z.string(), at: Ms, by: Name.describe('who said so') }),
    ),
    others: z.array(z.object({ accountId: AccountId, name: z.string() })).describe('who could be named as well'),
  })
  .meta({ id: 'AccessList' })
export type AccessList = z.infer<typeof AccessList>
