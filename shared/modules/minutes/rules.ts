import type { ItemId } from '../../kernel/ids.ts'
import { type DecideContext, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { agenda, itemOf } from '../agenda/contract.ts'
import { approval } from '../approval/contract.ts'
import { hasEnded, session } from '../session/contract.ts'
import { type Amendment, amendmentOf, type JournalLine, maximumEntries, minutes, withoutAmendment } from './contract.ts'

type State = StateOf<typeof minutes>

/** null: the minutes may be written. */
function locked({ read }: DecideContext) {
  if (hasEnded(read(session).status)) return reject('minutes.sealed')
  return read(approval).signatures.secretary ? reject('minutes.signed') : null
}
const isNoItem = (itemId: ItemId | null, { read }: DecideContext) =>
  itemId !== null && !itemOf(read(agenda).items, itemId)
const entryOf = ({ entries }: State, entryId: string) => entries.find((entry) => entry.entryId === entryId)

const amended = (state: State, amendment: Amendment): State => ({
  ...state,
  amendments: [...withoutAmendment(state.amendments, amendment), amendment],
})

/** Why a line may not be amended now. */
function refusal({ amendments }: State, line: JournalLine & { baseRevision: number }, context: DecideContext) {
  const lock = locked(context)
  if (lock) return lock
  const amendment = amendmentOf(amendments, line)
  return (amendment?.revision ?? 0) === line.baseRevision ? null : reject('minutes.changed-meanwhile')
}
const isFull = ({ amendments }: State, line: JournalLine) =>
  amendments.length >= maximumEntries && !amendmentOf(amendments, line)

export const minutesRules = rules(minutes, {
  decide: {
    add({ entries }, { itemId: chosenId, content }, context) {
      const lock = locked(context)
      if (lock) return lock
      if (entries.length >= maximumEntries) return reject('minutes.too-many', { maximum: maximumEntries })
      const itemId = chosenId === undefined ? context.read(agenda).runningId : chosenId
      if (isNoItem(itemId, context)) return reject('agenda.unknown')
      return [{ type: 'added', data: { entryId: context.newId(), itemId, content } }]
    },
    revise(state, { baseRevision, ...written }, context) {
      const lock = locked(context)
      if (lock) return lock
      const entry = entryOf(state, written.entryId)
      if (!entry) return reject('minutes.unknown')
      if (entry.content.kind !== written.content.kind) return reject('minutes.other-kind')
      // Never over words that the writer has not seen (ADR 0025).
      if (entry.revision !== baseRevision) return reject('minutes.changed-meanwhile')
      if (entry.itemId !== written.itemId && isNoItem(written.itemId, context)) return reject('agenda.unknown')
      return [{ type: 'revised', data: written }]
    },
    strike(state, { entryId, baseRevision }, context) {
      const lock = locked(context)
      if (lock) return lock
      const entry = entryOf(state, entryId)
      if (!entry) return reject('minutes.unknown')
      if (entry.revision !== baseRevision) return reject('minutes.changed-meanwhile')
      return [{ type: 'struck', data: { entryId, kind: entry.content.kind } }]
    },
    rewordLine(state, { baseRevision, ...reworded }, context) {
      const refused = refusal(state, { baseRevision, ...reworded }, context)
      if (refused) return refused
      if (isFull(state, reworded)) return reject('minutes.too-many', { maximum: maximumEntries })
      const isSo = amendmentOf(state.amendments, reworded)?.text === reworded.text
      return isSo ? [] : [{ type: 'lineReworded', data: reworded }]
    },
    hideLine(state, { baseRevision, ...line }, context) {
      const refused = refusal(state, { baseRevision, ...line }, context)
      if (refused) return refused
      if (isFull(state, line)) return reject('minutes.too-many', { maximum: maximumEntries })
      return amendmentOf(state.amendments, line)?.text === null ? [] : [{ type: 'lineHidden', data: line }]
    },
    restoreLine(state, { baseRevision, ...line }, context) {
      const refused = refusal(state, { baseRevision, ...line }, context)
      if (refused) return refused
      return amendmentOf(state.amendments, line) ? [{ type: 'lineRestored', data: line }] : []
    },
  },
  evolve: {
    added: (state, entry, { at, actor }) => {
      const byParticipantId = actor.kind === 'participant' ? actor.participantId : null
      return { ...state, entries: [...state.entries, { ...entry, at, byParticipantId, revisedAt: null, revision: 1 }] }
    },
    revised: (state, { entryId, itemId, content }, { at }) => ({
      ...state,
      entries: state.entries.map((entry) =>
        entry.entryId === entryId ? { ...entry, itemId, content, revisedAt: at, revision: entry.revision + 1 } : entry,
      ),
    }),
    struck: (state, { entryId }) => ({
      ...state,
      entries: state.entries.filter((entry) => entry.entryId !== entryId),
    }),
    lineReworded: (state, line, { seq }) => amended(state, { ...line, revision: seq }),
    lineHidden: (state, line, { seq }) => amended(state, { ...line, text: null, revision: seq }),
    lineRestored: (state, line) => ({ ...state, amendments: withoutAmendment(state.amendments, line) }),
  },
})
