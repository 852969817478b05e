// Retention: periods, holds, and erasures with their decisions, in one journal for the agency (ADR 0060). It contains
// ids, hashes and reasons, no names; server/custody/retention erases between the events `begun` and `ended`.
import { z } from 'zod'
import { accountOnly, systemOnly } from '../kernel/actor.ts'
import { AccountId, Ms, text } from '../kernel/ids.ts'
import { command, defineModule, event } from '../kernel/module.ts'
import { ErasableClass, KeepingRow } from './classes.ts'

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
export const Subject = z.object({ kind: z.enum(['session', 'case', 'citizen', 'appointment']), id: Id })
export type Subject = z.infer<typeof Subject>
export const subjectKey = ({ kind, id }: Subject): string => `${kind} ${id}`

export const Erasable = z.object({
  class: ErasableClass,
  subject: Subject,
  related: z.array(Subject).max(2000).describe('whatever else is held with it'),
})
export type Erasable = z.infer<typeof Erasable>
export const erasableKey = ({ class: name, subject }: Pick<Erasable, 'class' | 'subject'>): string =>
  `${name} ${subjectKey(subject)}`

export const maximumListed = 500
export const ErasureGround = z.enum(['due', 'request']).describe('hết thời hạn lưu, yêu cầu của người có dữ liệu')
export type ErasureGround = z.infer<typeof ErasureGround>

/** What there was of an item before it went. Of records with names a count, for a hash of a name can be guessed. */
export const Erased = z.object({
  what: z.enum(['file', 'index', 'record']),
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative().nullable().describe('null: not known'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('of the file; of a recording that of its index, which stays and names every segment; null: a record'),
})
export type Erased = z.infer<typeof Erased>

const ItemState = z.enum(['waiting', 'begun', 'erased', 'stopped', 'held'])

const Item = Erasable.extend({ state: ItemState, what: z.array(Erased), endedAt: Ms.nullable() })
export type Item = z.infer<typeof Item>

const Certificate = z.object({
  number: z.int().positive(),
  year: z.int(),
  at: Ms,
  text: z.string().describe('the JSON that is signed'),
  jws: z.string().describe('the signature of the installation over it, detached'),
})

const Seconds = z
  .array(AccountId)
  .max(1000)
  .describe('who may be the second person, as it was when the list was put up; empty: there was none')

export const ErasureList = z.object({
  listId: Id,
  ground: ErasureGround,
  reason: z.string(),
  items: z.array(Item),
  proposedAt: Ms,
  proposedBy: AccountId,
  seconds: Seconds.nullable().describe('null: put up before they were kept'),
  state: z.enum(['proposed', 'approved', 'declined', 'done']),
  decidedAt: Ms.nullable(),
  decidedBy: AccountId.nullable(),
  certificate: Certificate.nullable(),
})
export type ErasureList = z.infer<typeof ErasureList>

export const Hold = z.object({
  holdId: Id,
  subject: Subject,
  covers: z.array(Subject),
  reason: z.string(),
  at: Ms,
  by: AccountId,
  lifted: z.object({ at: Ms, by: AccountId, reason: z.string() }).nullable(),
})
export type Hold = z.infer<typeof Hold>

const AddedKeepingRow = KeepingRow.extend({ addedAt: Ms, by: AccountId })

const Held = z.object({
  holdId: Id,
  subject: Subject,
  covers: z.array(Subject).max(2000).describe('what belongs to it: its citizens, the visit of a case'),
  reason: text(1000),
})
const Lifted = z.object({ holdId: Id, reason: text(1000) })
const Proposed = z.object({
  listId: Id,
  ground: ErasureGround,
  reason: text(1000),
  items: z.array(Erasable).min(1).max(maximumListed),
  // Lists of earlier releases do not say it: whether two are needed was counted when they were decided on.
  seconds: Seconds.optional(),
})
const OfList = z.object({ listId: Id })
const OfItem = OfList.extend({ item: z.string() })
const Begun = OfItem.extend({ what: z.array(Erased) })
const Ended = OfItem.extend({ outcome: z.enum(['erased', 'stopped', 'held']) })
const Certified = OfList.extend(Certificate.omit({ at: true }).shape)

const Recalled = z.object({
  ...{ listId: Id, ground: ErasureGround, reason: z.string(), items: z.array(Erasable).min(1) },
  ...{ proposedAt: Ms, proposedBy: AccountId, decidedAt: Ms, decidedBy: AccountId },
  certificate: Certificate,
})

export const retention = defineModule('retention', {
  commands: {
    addRow: command('Says how long a class is kept from a day on.', accountOnly, KeepingRow, ['retention.row-history']),
    hold: command('Keeps everything of a session or case until it is lifted.', accountOnly, Held, ['retention.held']),
    lift: command('Lifts a hold.', accountOnly, Lifted, ['retention.no-hold']),
    propose: command('Puts up a list of what is to be erased.', accountOnly, Proposed.extend({ today: z.iso.date() }), [
      'retention.listed',
      'retention.on-hold',
      'retention.unconfirmed',
      'retention.twice',
    ]),
    approve: command(
      'Decides that a list is erased.',
      accountOnly,
      OfList.extend({
        isSecondNeeded: z
          .boolean()
          .describe('there are two administrators: the other one decides; of a list that does not say who'),
      }),
      ['retention.no-list', 'retention.second-needed'],
    ),
    decline: command('Gives up a list that was put up.', accountOnly, OfList.extend({ reason: text(1000) }), [
      'retention.no-list',
    ]),
    begin: command('What there is of an item, before any of it goes.', systemOnly, Begun, [
      'retention.no-list',
      'retention.on-hold',
    ]),
    end: command('An item is gone, or a hold has stopped it.', systemOnly, Ended, ['retention.no-list']),
    recall: command(
      'Decided and certified before, and there again since an older backup was restored: it goes again.',
      systemOnly,
      Recalled,
      ['retention.listed'],
    ),
    certify: command('The certificate of a list, signed.', systemOnly, Certified, [
      'retention.no-list',
      'retention.not-finished',
      'retention.number-taken',
    ]),
  },
  events: {
    rowAdded: event('nobody', KeepingRow),
    held: event('nobody', Held),
    lifted: event('nobody', Lifted),
    proposed: event('nobody', Proposed),
    approved: event('nobody', OfList),
    declined: event('nobody', OfList.extend({ reason: z.string() })),
    begun: event('nobody', Begun),
    ended: event('nobody', Ended),
    certified: event('nobody', Certified),
    recalled: event('nobody', Recalled),
  },
  state: z.object({
    rows: z.array(AddedKeepingRow),
    holds: z.array(Hold),
    lists: z.array(ErasureList),
  }),
  initial: { rows: [], holds: [], lists: [] },
})

type State = { readonly holds: readonly Hold[]; readonly lists: readonly ErasureList[] }

/** The hold that keeps it; null: none. */
export function holdOn({ holds }: Pick<State, 'holds'>, { subject, related }: Omit<Erasable, 'class'>): Hold | null {
  const keys = new Set([subject, ...related].map(subjectKey))
  return holds.find((hold) => hold.lifted === null && hold.covers.some((one) => keys.has(subjectKey(one)))) ?? null
}

/** What of a session or case is gone, or partly gone, by class: the last time that it was. */
export function goneOf(
  { lists }: Pick<State, 'lists'>,
  subject: Subject,
): ReadonlyMap<ErasableClass, { readonly list: ErasureList; readonly item: Item }> {
  const key = subjectKey(subject)
  const gone = new Map<ErasableClass, { list: ErasureList; item: Item }>()
  for (const list of lists)
    for (const item of list.items)
      if (item.what.length > 0 && subjectKey(item.subject) === key) gone.set(item.class, { list, item })
  return gone
}

/** What was printed of a session and went with a citizen who was named in it, by its hash. */
export function printsGone(
  { lists }: Pick<State, 'lists'>,
  subject: Subject,
): ReadonlyMap<string, { readonly list: ErasureList; readonly item: Item }> {
  const key = subjectKey(subject)
  const gone = new Map<string, { list: ErasureList; item: Item }>()
  for (const list of lists)
    for (const item of list.items)
      if (item.class === 'citizens' && item.related.some((one) => subjectKey(one) === key))
        for (const { sha256 } of item.what) if (sha256 !== null) gone.set(sha256, { list, item })
  return gone
}

/**
 * Whoever was a second person when the list was put up; where there was none, anybody. Who is made or disabled later changes
 * nothing of it. `isSecondNeeded`: of a list that does not say who.
 */
export function mayApprove(
  { seconds, proposedBy }: Pick<ErasureList, 'seconds' | 'proposedBy'>,
  accountId: AccountId,
  isSecondNeeded: boolean,
): boolean {
  if (seconds === null) return !isSecondNeeded || accountId !== proposedBy
  return seconds.length === 0 || seconds.includes(accountId)
}
