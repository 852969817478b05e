// Defines a module: defineModule() is its contract, rules() its behaviour. Everything else reads these two.
import type { z } from 'zod'
import type { Actor, ActorReference, Audience, Permission, Viewer } from './actor.ts'
import type { Deposit } from './box.ts'
import type { Ms } from './ids.ts'
import type { Rejection } from './rejection.ts'

export interface CommandContract<Data extends z.ZodType = z.ZodType, Code extends string = string> {
  readonly by: Permission
  readonly data: Data
  /** The codes this command may be refused with, besides those of the core. */
  readonly rejections: readonly Code[]
  /** One English sentence for docs/protocol.md. */
  readonly describe: string
}

export interface EventContract<Data extends z.ZodType = z.ZodType> {
  readonly v: number
  readonly audience: Audience | ((data: z.infer<Data>) => Audience)
  readonly data: Data
  /** From version n to n + 1, keyed by n. Old events live for ever; they are lifted when they are read. */
  readonly upcast?: Readonly<Record<number, (data: unknown) => unknown>>
}

export interface Module<
  Name extends string = string,
  Commands extends Record<string, CommandContract> = Record<string, CommandContract>,
  Events extends Record<string, EventContract> = Record<string, EventContract>,
  State = unknown,
> {
  readonly name: Name
  readonly commands: Commands
  readonly events: Events
  readonly state: z.ZodType<State>
  readonly initial: State
  /**
   * The state as one viewer may see it. Without it: whole for those present, `initial` for those waiting.
   * Law: evolve(view(state), redact(commit)) equals view(evolve(state, commit)).
   */
  view(state: State, viewer: Viewer): State
}

export function command<Data extends z.ZodType, const Code extends string = never>(
  describe: string,
  by: Permission,
  data: Data,
  rejections: readonly Code[] = [],
): CommandContract<Data, Code> {
  return { describe, by, data, rejections }
}

export function event<Data extends z.ZodType>(
  audience: EventContract<Data>['audience'],
  data: Data,
  versions: Pick<EventContract<Data>, 'upcast'> & { v: number } = { v: 1 },
): EventContract<Data> {
  return { audience, data, ...versions }
}

export function defineModule<
  const Name extends string,
  Commands extends Record<string, CommandContract>,
  Events extends Record<string, EventContract>,
  State,
>(
  name: Name,
  contract: {
    commands: Commands
    events: Events
    state: z.ZodType<State>
    initial: State
    view?: (state: State, viewer: Viewer) => State
  },
): Module<Name, Commands, Events, State> {
  const { view, ...rest } = contract
  return {
    name,
    ...rest,
    view: view ?? ((state, viewer) => (viewer.standing === 'present' ? state : contract.initial)),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the one place where modules of different shapes are held together
export type AnyModule = Module<string, any, any, any>
export type StateOf<M extends AnyModule> =
  M extends Module<string, Record<string, CommandContract>, Record<string, EventContract>, infer S> ? S : never
export type CommandData<M extends AnyModule, Name extends keyof M['commands']> = z.output<M['commands'][Name]['data']>
export type EventData<M extends AnyModule, Name extends keyof M['events']> = z.output<M['events'][Name]['data']>
/** An event before the kernel has given it its module's name and version. */
export type NewEvent<M extends AnyModule> = {
  [Name in keyof M['events'] & string]: { type: Name; data: EventData<M, Name> }
}[keyof M['events'] & string]
export type Decision<M extends AnyModule, Name extends keyof M['commands']> =
  | readonly NewEvent<M>[]
  | { readonly events: readonly NewEvent<M>[]; readonly deposit: Deposit }
  /** Decide again with the box opened. */
  | { readonly opens: string }
  | { rejection: Rejection<M['commands'][Name]['rejections'][number]> }

/** Reads the state of a module earlier in the list, through its contract. */
export type ReadState = <M extends AnyModule>(module: M) => StateOf<M>

export interface DecideContext {
  readonly actor: Actor
  readonly at: Ms
  /** A new UUIDv7. */
  readonly newId: () => string
  /** A short code for somebody or something, always the same, which only this server can work out. */
  readonly codeFor: (subject: string) => string
  /** The piles of the box that this command has asked to open; null: it has not. */
  readonly opened: readonly number[] | null
  readonly read: ReadState
}

export interface EvolveContext {
  readonly seq: number
  readonly at: Ms
  readonly actor: ActorReference
}

export interface Deadline {
  readonly at: Ms
  /** A command of the system actor, `module.command`. */
  readonly type: string
  readonly data: unknown
}

/** A module that hears another module's event: the only link between modules. */
export interface Hearing<State> {
  readonly type: string
  readonly evolve: (state: State, data: unknown, context: EvolveContext) => State
}

export function hear<State, M extends AnyModule, Name extends keyof M['events'] & string>(
  module: M,
  name: Name,
  evolve: (state: State, data: EventData<M, Name>, context: EvolveContext) => State,
): Hearing<State> {
  return { type: `${module.name}.${name}`, evolve: evolve as Hearing<State>['evolve'] }
}

/**
 * A module that says no to a command of a module before it, which cannot know of it. Asked when that module has nothing
 * against it itself; its code stands in the contract of the command.
 */
export interface Objection<State> {
  readonly type: string
  readonly object: (state: State, data: unknown, context: DecideContext) => { rejection: Rejection } | null
}

export function objectTo<State, M extends AnyModule, Name extends keyof M['commands'] & string>(
  module: M,
  name: Name,
  object: (
    state: State,
    data: CommandData<M, Name>,
    context: DecideContext,
  ) => { rejection: Rejection<M['commands'][Name]['rejections'][number]> } | null,
): Objection<State> {
  return { type: `${module.name}.${name}`, object: object as Objection<State>['object'] }
}

export interface RuleBook<M extends AnyModule> {
  readonly decide: {
    readonly [Name in keyof M['commands'] & string]: (
      state: StateOf<M>,
      data: CommandData<M, Name>,
      context: DecideContext,
    ) => Decision<M, Name>
  }
  readonly evolve: {
    readonly [Name in keyof M['events'] & string]: (
      state: StateOf<M>,
      data: EventData<M, Name>,
      context: EvolveContext,
    ) => StateOf<M>
  }
  readonly also?: readonly Hearing<StateOf<M>>[]
  readonly objections?: readonly Objection<StateOf<M>>[]
  readonly deadlines?: (state: StateOf<M>) => readonly Deadline[]
  /** Boxes whose time is over, for ever: they are destroyed. */
  readonly spentBoxes?: (state: StateOf<M>) => readonly string[]
}

export interface ModuleRules<M extends AnyModule = AnyModule> extends RuleBook<M> {
  readonly module: M
}

export function rules<M extends AnyModule>(module: M, book: RuleBook<M>): ModuleRules<M> {
  return { module, ...book }
}
