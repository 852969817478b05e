// The same fold as on the server, over the redacted view. Its command types are what useCommand and usePermission speak.
import type { z } from 'zod'
import type { Permission } from '../../../shared/kernel/actor.ts'
import { compose } from '../../../shared/kernel/aggregate.ts'
import { sessionModules } from '../../../shared/modules/index.ts'

export const aggregate = compose(sessionModules, { freeze: import.meta.env.DEV })

type SessionModule = (typeof sessionModules)[number]['module']
type CommandTypeOf<M> = M extends { name: infer Name extends string; commands: infer Commands }
  ? `${Name}.${keyof Commands & string}`
  : never

/** `'floor.grant'` and all the others. */
export type CommandType = CommandTypeOf<SessionModule>

type CommandsOf<Name extends string> = Extract<SessionModule, { name: Name }>['commands']
type SchemaOf<Type extends CommandType> = Type extends `${infer Name}.${infer Command}`
  ? Command extends keyof CommandsOf<Name>
    ? CommandsOf<Name>[Command]
    : never
  : never

type InputOf<Type extends CommandType> =
  SchemaOf<Type> extends { data: infer Schema extends z.ZodType } ? z.input<Schema> : never
type Takes<Type extends CommandType> = Type extends CommandType ? (data: InputOf<Type>) => void : never

/** What a panel passes with a command of this type; where it may be one of several, what each of them takes. */
export type CommandInput<Type extends CommandType> = Takes<Type> extends (data: infer Input) => void ? Input : never

export function permissionOf(type: CommandType): Permission {
  const [moduleName = '', commandName = ''] = type.split('.')
  const contract = aggregate.modules.find(({ name }) => name === moduleName)?.commands[commandName]
  if (!contract) throw new Error(`no such command: ${type}`)
  return contract.by
}
