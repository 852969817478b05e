// A command of this system's own: the module's contract checks at compile time what the actor checks at run time.
import type { z } from 'zod'
import type { Wish } from './aggregate.ts'
import type { AnyModule } from './module.ts'

export function wish<M extends AnyModule, Name extends keyof M['commands'] & string>(
  module: M,
  name: Name,
  data: z.output<M['commands'][Name]['data']>,
): Wish {
  return { type: `${module.name}.${name}`, data }
}
