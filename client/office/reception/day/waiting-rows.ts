// Who waits, in the order in which they would be called, as the list shows them.
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import type { TicketRow } from '../../../../shared/wire/reception/reception.ts'
import { matchesSearch } from '../../../base/i18n/fold.ts'
import type { Day } from './use-day.ts'

export interface Filter {
  readonly words: string
  readonly kind: TicketKind | null
}

/** More are found by their number; nobody reads on for so long. */
export const mostShown = 60

export function waitingRows({ lines, tickets }: Pick<Day, 'lines' | 'tickets'>, { words, kind }: Filter): TicketRow[] {
  return TicketKind.options
    .filter((one) => kind === null || one === kind)
    .flatMap((one) => lines[one].flatMap((ticketId) => tickets.get(ticketId) ?? []))
    .filter(({ number, name }) => matchesSearch(`${number} ${name ?? ''}`, words))
}

/** Who would be called next by a desk that serves these: as far as the page can tell. */
export function nextFor(
  { lines, tickets }: Pick<Day, 'lines' | 'tickets'>,
  desk: { deskId: string; kinds: readonly TicketKind[] },
): TicketRow | null {
  const heads = desk.kinds.flatMap((kind) => {
    const open = lines[kind].flatMap((ticketId) => tickets.get(ticketId) ?? [])
    const held = open.find(({ heldFor }) => heldFor === desk.deskId)
    return held ?? open.find(({ heldFor }) => heldFor === null) ?? []
  })
  return heads.toSorted((a, b) => a.queuedAt - b.queuedAt)[0] ?? null
}
