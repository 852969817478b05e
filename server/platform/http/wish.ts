// Commands as REST sends them: the module's contract checks at compile time what the actor checks at run time.
import type { z } from 'zod'
import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import type { AnyModule } from '../../../shared/kernel/module.ts'
import type { Account } from '../../../shared/wire/rest.ts'

export function wish<M extends AnyModule, Name extends keyof M['commands'] & string>(
  module: M,
  name: Name,
  data: z.output<M['commands'][Name]['data']>,
): Wish {
  return { type: `${module.name}.${name}`, data }
}

export const byAccount = ({ accountId }: Account): ActorReference => ({ kind: 'account', accountId })
