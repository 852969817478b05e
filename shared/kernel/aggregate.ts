// Composes modules into one aggregate with one decide, evolve and view over all their states. Used by the server's
// actor and by the browser's store. Names no module.
import {
  type Actor,
  type ActorReference,
  type Audience,
  maySee,
  permits,
  seenActor,
  seenData,
  type Viewer,
} from './actor.ts'
import type { Deposit } from './box.ts'
import type { Commit, RecordedEvent, VisibleCommit } from './commit.ts'
import type { Ms } from './ids.ts'
import type { AnyModule, Deadline, EvolveContext, ModuleRules, ReadState, StateOf } from './module.ts'
import { type Rejection, reject } from './rejection.ts'

type UnionToIntersection<U> = (U extends unknown ? (union: U) => void : never) extends (all: infer I) => void
  ? I
  : never
/** `{ session: …, sites: … }` from the list of rules. */
export type ComposedState<Rules extends readonly ModuleRules[]> = UnionToIntersection<
  {
    [K in keyof Rules]: Rules[K] extends ModuleRules<infer M> ? { readonly [Name in M['name']]: StateOf<M> } : never
  }[number]
>

export interface Wish {
  readonly type: string
  readonly data: unknown
}

export interface DecisionContext {
  readonly actor: Actor
  readonly at: Ms
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
  readonly opened?: readonly number[]
}

export type Outcome =
  | { readonly events: readonly RecordedEvent[]; readonly deposit: Deposit | null }
  | { readonly rejection: Rejection }
/** The rules ask for the piles of a box before they decide. */
export interface Opening {
  readonly opens: string
}

type Happened = Pick<Commit, 'seq' | 'at' | 'events'> & { actor: ActorReference | null }

export interface Aggregate<State> {
  readonly modules: readonly AnyModule[]
  readonly initial: State
  decide(state: State, wish: Wish, context: DecisionContext): Outcome | Opening
  evolve(state: State, happened: Happened): State
  view(state: State, viewer: Viewer): State
  redact(commit: Commit, viewer: Viewer): VisibleCommit
  deadlines(state: State): readonly Deadline[]
  /** Boxes whose time is over: none of them is ever asked for again. */
  spentBoxes(state: State): readonly string[]
  /** Checks one event read from a journal and lifts it to today’s version. Throws when it is not one of ours. */
  readEvent(event: RecordedEvent): RecordedEvent
}

const system: ActorReference = { kind: 'system' }

export function compose<const Rules extends readonly ModuleRules[]>(
  list: Rules,
  options: { freeze: boolean },
): Aggregate<ComposedState<Rules>> {
  type State = ComposedState<Rules>
  type States = Record<string, unknown>
  const settle = options.freeze ? deepFreeze : <T>(value: T) => value
  const byName = new Map(list.map((entry) => [entry.module.name, entry]))
  if (byName.size !== list.length) throw new Error('two modules have one name')
  const position = new Map(list.map((entry, index) => [entry.module.name, index]))
  const initial = settle(Object.fromEntries(list.map(({ module }) => [module.name, module.initial]))) as State

  const listeners = new Map<
    string,
    { name: string; evolve: (state: unknown, data: unknown, context: EvolveContext) => unknown }[]
  >()
  for (const { module, evolve, also = [] } of list) {
    for (const [name, apply] of Object.entries(evolve)) listen(`${module.name}.${name}`, module.name, apply)
    for (const hearing of also) {
      if (!eventContract(hearing.type))
        throw new Error(`${module.name} hears an event that does not exist: ${hearing.type}`)
      listen(hearing.type, module.name, hearing.evolve)
    }
  }
  const objectors = list.flatMap((entry) => {
    for (const { type } of entry.objections ?? [])
      if (!commandContract(type))
        throw new Error(`${entry.module.name} objects to a command that does not exist: ${type}`)
    return (entry.objections ?? []).map((objection) => ({ entry, ...objection }))
  })
  function listen(type: string, name: string, evolve: (state: never, data: never, context: EvolveContext) => unknown) {
    const heard = listeners.get(type) ?? []
    heard.push({ name, evolve: evolve as (state: unknown, data: unknown, context: EvolveContext) => unknown })
    listeners.set(type, heard)
  }

  function split(type: string): [entry: ModuleRules | undefined, name: string] {
    const dot = type.indexOf('.')
    return [byName.get(type.slice(0, dot)), type.slice(dot + 1)]
  }

  function eventContract(type: string) {
    const [entry, name] = split(type)
    return entry && Object.hasOwn(entry.module.events, name) ? entry.module.events[name] : undefined
  }

  function commandContract(type: string) {
    const [entry, name] = split(type)
    return entry && Object.hasOwn(entry.module.commands, name) ? entry.module.commands[name] : undefined
  }

  /** A module reads the modules before it. */
  const reader =
    (states: States, { module: own }: ModuleRules): ReadState =>
    (module) => {
      if ((position.get(module.name) ?? Infinity) > (position.get(own.name) ?? -1))
        throw new Error(`${own.name} reads ${module.name}, which comes later in the list`)
      return states[module.name] as StateOf<typeof module>
    }

  function audienceOf(event: RecordedEvent): Audience {
    const { audience } = eventContract(event.type)
    return typeof audience === 'function' ? audience(event.data) : audience
  }

  return {
    modules: list.map(({ module }) => module),
    initial,

    decide(state, wish, { opened = null, ...context }) {
      const [entry, name] = split(wish.type)
      const contract = commandContract(wish.type)
      if (!entry || !contract) return reject('unknown-command', { type: wish.type })
      if (!permits(contract.by, context.actor)) return reject('forbidden')
      const parsed = contract.data.safeParse(wish.data)
      if (!parsed.success) return reject('invalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
      const states = state as States
      const decision = entry.decide[name]?.(states[entry.module.name], parsed.data, {
        ...context,
        opened,
        read: reader(states, entry),
      })
      if (!decision) throw new Error(`no decision for ${wish.type}`)
      if ('rejection' in decision || 'opens' in decision) return decision
      const { events, deposit } = 'deposit' in decision ? decision : { events: decision, deposit: null }
      for (const { type, entry: objector, object } of events.length > 0 ? objectors : []) {
        if (type !== wish.type) continue
        const objection = object(states[objector.module.name], parsed.data, {
          ...context,
          opened,
          read: reader(states, objector),
        })
        if (objection) return objection
      }
      return {
        deposit,
        events: events.map((event) => ({
          type: `${entry.module.name}.${event.type}`,
          v: entry.module.events[event.type].v,
          data: event.data,
        })),
      }
    },

    evolve(state, { seq, at, actor, events }) {
      const context: EvolveContext = { seq, at, actor: actor ?? system }
      let states = state as States
      for (const event of events)
        for (const { name, evolve } of listeners.get(event.type) ?? []) {
          const before = states[name]
          const after = evolve(before, event.data, context)
          if (after !== before) states = { ...states, [name]: after }
        }
      return settle(states) as State
    },

    view(state, viewer) {
      const states = state as States
      return settle(
        Object.fromEntries(list.map(({ module }) => [module.name, module.view(states[module.name], viewer)])),
      ) as State
    },

    redact(commit, viewer) {
      const events = commit.events.filter((event) => maySee(audienceOf(event), viewer))
      return {
        seq: commit.seq,
        at: commit.at,
        actor: events.length > 0 ? seenActor(commit.actor) : null,
        events: events.map(seenEvent),
      }
    },

    deadlines(state) {
      return list.flatMap(({ module, deadlines }) => deadlines?.((state as States)[module.name]) ?? [])
    },

    spentBoxes(state) {
      return list.flatMap(({ module, spentBoxes }) => spentBoxes?.((state as States)[module.name]) ?? [])
    },

    readEvent(event) {
      const contract = eventContract(event.type)
      if (!contract) throw new Error(`unknown event ${event.type}`)
      if (event.v > contract.v)
        throw new Error(`${event.type} has version ${event.v}; this release knows ${contract.v}`)
      let data = event.data
      for (let v = event.v; v < contract.v; v++) data = contract.upcast[v](data)
      return { type: event.type, v: contract.v, data: contract.data.parse(data) }
    },
  }
}

/** The very same where it names no account. */
function seenEvent(event: RecordedEvent): RecordedEvent {
  const data = seenData(event.data)
  return data === event.data ? event : { ...event, data }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}
