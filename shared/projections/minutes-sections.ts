// Divides the course of a session into sections: before the first agenda item, one for each time an item is taken up,
// and after the last. Entries are placed with their item, lines of the journal by time.
import type { ItemId, Ms, PersonId } from '../kernel/ids.ts'
import { type Item, itemOf } from '../modules/agenda/contract.ts'
import { type Amendment, amendmentOf, type JournalLine, type MinutesEntry } from '../modules/minutes/contract.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import type { CourseLine, ToldLine } from './minutes.ts'

export type LineSource =
  | ({ readonly from: 'journal' } & JournalLine)
  | { readonly from: 'entry'; readonly entryId: string }
  /** Counted from the journal as a whole; nobody amends that. */
  | { readonly from: 'count' }

/** A line with its origin, and what the secretary made of it. */
export interface SourcedLine {
  readonly source: LineSource
  readonly line: CourseLine
  /** null: as it was written. Its text null: left out. */
  readonly amendment: Pick<Amendment, 'text'> | null
}

export interface SectionItem {
  /** Its place in the order of business, from 1. */
  readonly number: number
  readonly title: string
  readonly reporter: Person | null
  /** It was taken up before. */
  readonly isAgain: boolean
}

export interface Section {
  /** whole: no item was taken up, and nothing divides the course. */
  readonly part: 'whole' | 'opening' | 'item' | 'closing'
  readonly item: SectionItem | null
  readonly lines: readonly SourcedLine[]
}

interface Draft {
  readonly itemId: ItemId | null
  readonly lines: SourcedLine[]
}

interface Written {
  readonly told: readonly ToldLine[]
  readonly entries: readonly MinutesEntry[]
  readonly amendments: readonly Amendment[]
  readonly items: readonly Item[]
  readonly person: (personId: PersonId) => Person
}

export function sectionsOf({ told, entries, amendments, items, person }: Written): Section[] {
  const opening: Draft = { itemId: null, lines: [] }
  const taken: Draft[] = []
  const closing: Draft = { itemId: null, lines: [] }
  const closingFrom = endOfBusiness(told)

  told.forEach(({ place, itemId, line }, index) => {
    const sourced: SourcedLine = place
      ? { source: { from: 'journal', ...place }, line, amendment: amendmentOf(amendments, place) ?? null }
      : { source: { from: 'count' }, line, amendment: null }
    if (index >= closingFrom) closing.lines.push(sourced)
    // What happens between two items ends the first.
    else if (itemId === null) (taken.at(-1) ?? opening).lines.push(sourced)
    else if (taken.at(-1)?.itemId === itemId) taken.at(-1)?.lines.push(sourced)
    else taken.push({ itemId, lines: [sourced] })
  })
  for (const entry of entries) {
    const itemId = itemOf(items, entry.itemId) ? entry.itemId : null
    placeOf({ ...entry, itemId }, { opening, taken, closing }).lines.push({
      source: { from: 'entry', entryId: entry.entryId },
      line: entryLine(entry),
      amendment: null,
    })
  }
  return titled({ opening, taken, closing }, items, person)
}

/** After the last item, or, where none was taken up, with the closing. */
function endOfBusiness(told: readonly ToldLine[]): number {
  const lastOfItem = told.findLastIndex(({ itemId }) => itemId !== null)
  if (lastOfItem !== -1) return lastOfItem + 1
  const closing = told.findIndex(({ line }) => line.kind === 'closed')
  return closing === -1 ? told.length : closing
}

interface Drafts {
  readonly opening: Draft
  readonly taken: Draft[]
  readonly closing: Draft
}

/** Of an item taken up several times, the time in which the entry was written, or the one before. */
function placeOf({ itemId, at }: Pick<MinutesEntry, 'itemId' | 'at'>, { opening, taken, closing }: Drafts): Draft {
  if (itemId === null) return at < beginning(taken[0]) ? opening : closing
  const ofItem = taken.filter((draft) => draft.itemId === itemId)
  const begun = ofItem.findLast((draft) => beginning(draft) <= at) ?? ofItem[0]
  if (begun) return begun
  const written: Draft = { itemId, lines: [] }
  taken.push(written)
  return written
}

/** Of no item: later than everything, so that what is of no item stands at the beginning. */
const beginning = (draft: Draft | undefined): Ms => draft?.lines[0]?.line.at ?? Number.POSITIVE_INFINITY

function titled({ opening, taken, closing }: Drafts, items: readonly Item[], person: Written['person']): Section[] {
  if (taken.length === 0) return [{ part: 'whole', item: null, lines: inOrder([...opening.lines, ...closing.lines]) }]
  const sections = taken.map(({ itemId, lines }, position): Section => {
    const item = itemOf(items, itemId)
    const isAgain = taken.slice(0, position).some((earlier) => earlier.itemId === itemId)
    return {
      part: 'item',
      item: item
        ? {
            number: items.indexOf(item) + 1,
            title: item.title,
            reporter: item.reporterId === null ? null : person(item.reporterId),
            isAgain,
          }
        : null,
      lines: inOrder(lines),
    }
  })
  const around = (part: 'opening' | 'closing', { lines }: Draft): Section[] =>
    lines.length > 0 ? [{ part, item: null, lines: inOrder(lines) }] : []
  return [...around('opening', opening), ...sections, ...around('closing', closing)]
}

const inOrder = (lines: readonly SourcedLine[]) => lines.toSorted((one, other) => one.line.at - other.line.at)

function entryLine({ at, content }: MinutesEntry): CourseLine {
  return { at, ...content }
}
