// The agenda: items with a reporter and a planned time, one of which runs at a time.
import { z } from 'zod'
import { orAccount, presentRoles, staffPresent } from '../../kernel/actor.ts'
import { ItemId, line, Ms, PersonId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

const ItemStatus = z
  .enum(['planned', 'running', 'finished', 'skipped'])
  .describe('chưa đến, đang tiến hành, đã xong, bỏ qua')

const ItemContent = z.object({
  title: line(300),
  reporterId: PersonId.nullable().describe('who reports on it; null: nobody is named'),
  plannedMinutes: z.int().min(1).max(600),
})
const One = z.object({ itemId: ItemId })

export const Item = One.extend({
  ...ItemContent.shape,
  status: ItemStatus,
  skippedReason: z.string().nullable(),
  /** One for each time it was taken up; a break of the session ends one and begins another. */
  spans: z.array(z.object({ from: Ms, to: Ms.nullable().describe('null: going on') })),
})
export type Item = z.infer<typeof Item>

const arrange = orAccount(staffPresent)
const conduct = staffPresent

export const maximumItems = 100

export const agenda = defineModule('agenda', {
  commands: {
    add: command('Adds an item at the end.', arrange, One.extend(ItemContent.shape), [
      'session.over',
      'agenda.exists',
      'agenda.too-many',
    ]),
    change: command('Changes what an item says.', arrange, One.extend(ItemContent.shape), [
      'session.over',
      'agenda.unknown',
    ]),
    move: command(
      'Moves an item to another place in the order.',
      arrange,
      One.extend({ position: z.int().min(0).max(maximumItems).describe('counted from 0, without the item itself') }),
      ['session.over', 'agenda.unknown'],
    ),
    remove: command('Takes an item off that was never taken up.', arrange, One, [
      'session.over',
      'agenda.unknown',
      'agenda.was-taken-up',
    ]),
    start: command('Takes an item up, also again. The one going on is finished by it.', conduct, One, [
      'session.not-open',
      'agenda.unknown',
      'agenda.running',
    ]),
    finish: command('Finishes the item that is going on.', conduct, One, ['agenda.unknown', 'agenda.not-running']),
    skip: command(
      'Passes over an item, with the reason.',
      presentRoles('chair', 'secretary'),
      One.extend({ reason: text(300) }),
      ['session.over', 'agenda.unknown', 'agenda.was-taken-up'],
    ),
  },
  events: {
    added: event('present', One.extend(ItemContent.shape)),
    changed: event('present', One.extend(ItemContent.shape)),
    moved: event('present', One.extend({ position: z.int() })),
    removed: event('present', One),
    started: event('present', One),
    finished: event('present', One),
    skipped: event('present', One.extend({ reason: text(300) })),
  },
  state: z.object({ items: z.array(Item), runningId: ItemId.nullable().describe('the item that is going on') }),
  initial: { items: [], runningId: null },
})

export const itemOf = (items: readonly Item[], itemId: ItemId | null): Item | undefined =>
  items.find((item) => item.itemId === itemId)

export const plannedMs = ({ plannedMinutes }: Pick<Item, 'plannedMinutes'>): number => plannedMinutes * 60_000

/** How long an item has taken by `now`, without the breaks. */
export const spentMs = ({ spans }: Item, now: Ms): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? now) - from), 0)
