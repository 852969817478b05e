// The contracts of all modules as a flat list, used by protocol.md and permissions.md.
import type { Permission } from '../../shared/kernel/actor.ts'
import type { CommandContract, EventContract } from '../../shared/kernel/module.ts'
import { sessionModules } from '../../shared/modules/index.ts'

export interface ModuleContracts {
  readonly name: string
  readonly commands: readonly (CommandContract & { readonly type: string })[]
  readonly events: readonly (EventContract & { readonly type: string })[]
}

export const modules: readonly ModuleContracts[] = sessionModules.map(({ module: { name, commands, events } }) => ({
  name,
  commands: named<CommandContract>(name, commands),
  events: named<EventContract>(name, events),
}))

function named<Contract>(module: string, contracts: Readonly<Record<string, Contract>>) {
  return Object.entries(contracts).map(([name, contract]) => ({ ...contract, type: `${module}.${name}` }))
}

export function senders({ roles, standing, account, system }: Permission): string {
  const inside = roles.length > 0 ? [`${roles.join(', ')} (${standing.join(' or ')})`] : []
  return [...inside, ...(account ? ['an account, through REST'] : []), ...(system ? ['the system'] : [])].join('; ')
}
