// Maps the events of a journal to lines of the minutes. minutes-document.ts combines them.
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Commit } from '../kernel/commit.ts'
import type { ItemId } from '../kernel/ids.ts'
import { agenda } from '../modules/agenda/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { businessLines } from './business-lines.ts'
import type { LineMaker, Moment } from './line-of-event.ts'
import type { Acquaintance, ToldLine } from './minutes.ts'
import { receptionLines } from './reception-lines.ts'
import { sessionLines } from './session-lines.ts'
import { withoutChat } from './without-chat.ts'

/** From which event a line comes; an event that is not here leaves no line. */
const lines = new Map<string, LineMaker>([...sessionLines, ...businessLines, ...receptionLines])

/**
 * What the minutes tell of a journal: its events until the closing, for who comes and goes afterwards is no part of the meeting. Each
 * is told as the journal is folded: kept, the states of a long session would fill the memory.
 */
export function toldLines(
  aggregate: Aggregate<SessionState>,
  journal: readonly Commit[],
  acquaintance: Acquaintance,
): ToldLine[] {
  const told: ToldLine[] = []
  let state = aggregate.initial
  for (const { seq, events, at, actor } of withoutChat(journal)) {
    if (state.session.closedAt !== null) break
    const before = state
    state = aggregate.evolve(before, { seq, events, at, actor })
    for (const [index, event] of events.entries()) {
      const moment: Moment = { place: { seq, index }, event, at, actor, before, after: state }
      const line = lines.get(event.type)?.(event.data, {
        ...moment,
        ...acquaintance,
        named: namedAt(before, acquaintance),
      })
      if (line) told.push({ place: moment.place, itemId: itemDuring(moment), line })
    }
  }
  return told
}

/** In the office that somebody had then: it may be handed over later. */
const namedAt =
  ({ admission: { participants } }: SessionState, { named }: Acquaintance): Acquaintance['named'] =>
  (participantId) => {
    const now = named(participantId)
    return { ...now, role: participants[participantId]?.role ?? now.role }
  }

/** That an item is finished belongs to it still. */
const itemDuring = ({ event, before, after }: Moment): ItemId | null =>
  (event.type === `${agenda.name}.finished` ? before : after).agenda.runningId
