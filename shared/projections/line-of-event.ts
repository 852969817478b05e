// Tells one event of the journal as a line of the minutes: what a maker of lines is given, and how it is entered in a table.
import type { ActorReference } from '../kernel/actor.ts'
import type { RecordedEvent } from '../kernel/commit.ts'
import type { Ms } from '../kernel/ids.ts'
import type { AnyModule, EventData } from '../kernel/module.ts'
import type { SessionState } from '../modules/index.ts'
import type { JournalLine } from '../modules/minutes/contract.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import type { Acquaintance, CourseLine, Doer } from './minutes.ts'

/** One event of the journal, with the states around the commit it belongs to. */
export interface Moment {
  readonly place: JournalLine
  readonly event: RecordedEvent
  readonly at: Ms
  readonly actor: ActorReference
  readonly before: SessionState
  readonly after: SessionState
}

export type Telling = Moment & Acquaintance

export type LineMaker = (data: unknown, telling: Telling) => CourseLine | null

/** An entry of a table of lines: how an event of a module is told. */
export function line<M extends AnyModule, Name extends keyof M['events'] & string>(
  module: M,
  name: Name,
  make: (data: EventData<M, Name>, telling: Telling) => CourseLine | null,
): [string, LineMaker] {
  return [`${module.name}.${name}`, make as LineMaker]
}

export const doer = ({ actor, before }: Moment): Doer =>
  actor.kind === 'participant' ? (before.admission.participants[actor.participantId]?.role ?? null) : null

/** Of what only a participant can have done without another name. */
export function actorAsPerson({ actor, named, person }: Telling): Person {
  if (actor.kind !== 'participant') return person(null)
  const { name, title } = named(actor.participantId)
  return { name, title }
}
