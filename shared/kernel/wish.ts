// Builds a command that the system itself sends: the type checker compares it with the module's contract, which the
// actor does only at run time.
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
