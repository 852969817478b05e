import { isOfIntakeGroup } from '../../intake-group/contract.ts'
import type { Ms, RegisterRowId, TicketId } from '../../kernel/ids.ts'
import { type DecideContext, type EventData, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { appointments, isOfWhoMayDenounce } from '../appointments/contract.ts'
import { isAtDesk, queue } from '../queue/contract.ts'
import {
  type ColumnChange,
  type ColumnName,
  type Columns,
  columnNames,
  columnNumbers,
  maximumCorrections,
  maximumRows,
  missingOf,
  type Row,
  register,
} from './contract.ts'

type State = StateOf<typeof register>
type Visit = EventData<typeof register, 'openedForVisit'>['visit']

const blank: Columns = {
  citizenId: null,
  content: null,
  kind: null,
  people: null,
  settledBy: null,
  isOwn: false,
  guidedTo: null,
  handledBy: null,
  note: null,
  receptionKind: 'regular',
  receivedBy: 'officer',
  isGroup: false,
  isRepeat: null,
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What of it differs from the row. */
function differing(row: Columns, columns: ColumnChange, isWanted: (name: ColumnName) => boolean = () => true) {
  const names = columnNames.filter(
    (name) => columns[name] !== undefined && isWanted(name) && !isSame(row[name], columns[name]),
  )
  return pick(columns, names)
}

const pick = (columns: ColumnChange, names: readonly ColumnName[]): Partial<Columns> =>
  Object.fromEntries(names.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]]])))

const isNothing = (columns: ColumnChange) => Object.keys(columns).length === 0

/** The visit of a ticket: the last call that led to one. */
function visitOf({ read }: DecideContext, ticketId: TicketId): Visit | null {
  const { calls, tickets } = read(queue)
  const call = calls.findLast((one) => one.ticketId === ticketId && one.begunAt !== null)
  const ticket = tickets[ticketId]
  if (!call || !ticket) return null
  return {
    ticket: ticket.number,
    sessionId: call.visit.sessionId,
    accountId: call.accountId,
    isProtected: ticket.isProtected,
    mayDenounce: isOfWhoMayDenounce(read(appointments).appointments, ticket.appointmentId),
  }
}

const isVisitOf = ({ ticket, sessionId, accountId, isProtected }: Row, visit: Visit) =>
  ticket === visit.ticket &&
  sessionId === visit.sessionId &&
  accountId === visit.accountId &&
  (isProtected || !visit.isProtected)

function hindrance({ rows }: State, { year, number }: Pick<Row, 'year' | 'number'>) {
  const all = Object.values(rows)
  if (all.length >= maximumRows) return reject('register.full', { maximum: maximumRows })
  return all.some((row) => row.number === number && row.year === year)
    ? reject('register.number-taken', { number })
    : null
}

/** Of who denounces, or may, a row is written by whoever received them, unless their access is suspended, and by the intake group (ADR 0071). */
const isForOthers = ({ isProtected, isUnsorted, accountId }: Row, { actor }: DecideContext): boolean =>
  (isProtected || isUnsorted) &&
  actor.kind === 'account' &&
  (actor.accountId !== accountId || actor.isSuspended === true) &&
  !isOfIntakeGroup(actor)

function incomplete(columns: Columns) {
  const missing = missingOf(columns)
  if (missing.length === 0) return null
  return reject('register.incomplete', { columns: missing.map((one) => columnNumbers[one]).join(', ') })
}

const isAsSeen = (row: Row, revision: number | null) => revision === null || revision === row.revision

const withRow = (state: State, rowId: RegisterRowId, change: (row: Row) => Partial<Row>): State => {
  const row = state.rows[rowId]
  return row ? { rows: { ...state.rows, [rowId]: { ...row, ...change(row) } } } : state
}

/** Once the matter is a denunciation nobody is named, whatever it is called later. */
const protectedBy = (row: Pick<Row, 'isProtected'>, { kind }: ColumnChange) =>
  row.isProtected || kind === 'denunciation'

interface Opened
  extends Pick<Row, 'ticketId' | 'ticket' | 'sessionId' | 'caseId' | 'accountId' | 'isProtected' | 'isVisitOver'> {
  readonly at: Ms
  readonly mayDenounce: boolean
}
const withoutQueue = {
  ticketId: null,
  ticket: null,
  sessionId: null,
  caseId: null,
  isProtected: false,
  mayDenounce: false,
  isVisitOver: true,
}

function opened(
  state: State,
  { columns, ...opening }: Pick<Row, 'rowId' | 'year' | 'number'> & { columns: ColumnChange },
  { at, mayDenounce, ...visit }: Opened,
): State {
  const row: Row = {
    ...blank,
    ...pick(columns, columnNames),
    ...opening,
    ...visit,
    isProtected: protectedBy(visit, columns),
    isUnsorted: mayDenounce && !columns.kind,
    openedAt: at,
    written: visit.ticketId === null ? columnNames.filter((name) => columns[name] !== undefined) : [],
    revision: 0,
    closed: null,
    corrections: [],
  }
  return { rows: { ...state.rows, [row.rowId]: row } }
}

const changed = (row: Row, columns: ColumnChange): Partial<Row> => ({
  ...pick(columns, columnNames),
  isProtected: protectedBy(row, columns),
  isUnsorted: row.isUnsorted && !columns.kind,
})

/** Handed over to another desk, or found to be a denunciation: the same row. */
const seenBy = (visit: Visit | null, { isProtected }: Row): Partial<Row> =>
  visit === null
    ? {}
    : {
        ticket: visit.ticket,
        sessionId: visit.sessionId,
        accountId: visit.accountId,
        ...(!isProtected && visit.isProtected && { isProtected: true }),
      }

export const registerRules = rules(register, {
  decide: {
    openForVisit(state, data, context) {
      if (state.rows[data.rowId]) return []
      const visit = visitOf(context, data.ticketId)
      if (!visit) return reject('register.not-begun')
      const others = Object.values(state.rows).filter(({ ticketId }) => ticketId === data.ticketId)
      const isKnown = others.some(({ caseId }) => data.caseId === null || caseId === data.caseId)
      if (isKnown) return reject('register.has-row')
      return hindrance(state, data) ?? [{ type: 'openedForVisit', data: { ...data, visit } }]
    },
    openByHand(state, data) {
      if (state.rows[data.rowId]) return []
      return hindrance(state, data) ?? [{ type: 'openedByHand', data }]
    },
    fill({ rows }, { rowId, columns, isVisitOver }, context) {
      const row = rows[rowId]
      if (!row) return reject('register.unknown')
      const filled = row.closed ? {} : differing(row, columns, (name) => !row.written.includes(name))
      const known = row.closed || !row.ticketId ? null : visitOf(context, row.ticketId)
      const visit = known && !isVisitOf(row, known) ? known : null
      const isOver = row.isVisitOver || isVisitOver
      if (isNothing(filled) && visit === null && isOver === row.isVisitOver) return []
      return [{ type: 'filled', data: { rowId, columns: filled, isVisitOver: isOver, visit } }]
    },
    linkCase({ rows }, data, context) {
      const row = rows[data.rowId]
      if (!row) return reject('register.unknown')
      if (isForOthers(row, context)) return reject('register.for-intake-group')
      if (row.caseId === data.caseId) return []
      return row.caseId === data.insteadOf ? [{ type: 'caseLinked', data }] : reject('register.has-case')
    },
    write({ rows }, { rowId, columns, revision }, context) {
      const row = rows[rowId]
      if (!row) return reject('register.unknown')
      if (isForOthers(row, context)) return reject('register.for-intake-group')
      if (row.closed) return reject('register.closed')
      if (!isAsSeen(row, revision)) return reject('register.changed')
      // What an officer leaves as it stands is theirs from now on, too.
      const names = columnNames.filter(
        (name) => columns[name] !== undefined && (!isSame(row[name], columns[name]) || !row.written.includes(name)),
      )
      return names.length === 0 ? [] : [{ type: 'written', data: { rowId, columns: pick(columns, names) } }]
    },
    close({ rows }, { rowId }, context) {
      const row = rows[rowId]
      if (!row) return reject('register.unknown')
      if (isForOthers(row, context)) return reject('register.for-intake-group')
      if (row.closed) return []
      const ticket = row.ticketId && context.read(queue).tickets[row.ticketId]
      if (ticket && isAtDesk(ticket)) return reject('register.visit-going-on')
      return incomplete(row) ?? [{ type: 'closed', data: { rowId } }]
    },
    correct({ rows }, { rowId, columns, reason, revision }, context) {
      const row = rows[rowId]
      if (!row) return reject('register.unknown')
      if (isForOthers(row, context)) return reject('register.for-intake-group')
      if (!row.closed) return reject('register.open')
      if (!isAsSeen(row, revision)) return reject('register.changed')
      const after = differing(row, columns)
      if (isNothing(after)) return []
      if (row.corrections.length >= maximumCorrections)
        return reject('register.too-many-corrections', { maximum: maximumCorrections })
      const before = pick(row, Object.keys(after) as ColumnName[])
      const data = { rowId, columns: after, reason, before }
      return incomplete({ ...row, ...after }) ?? [{ type: 'corrected', data }]
    },
  },
  evolve: {
    openedForVisit: (state, { visit, ticketId, caseId, ...opening }, { at }) =>
      opened(state, opening, { at, ...visit, ticketId, caseId, isVisitOver: false }),
    openedByHand: (state, opening, { at, actor }) =>
      actor.kind === 'account' ? opened(state, opening, { ...withoutQueue, at, accountId: actor.accountId }) : state,
    filled: (state, { rowId, columns, isVisitOver, visit }) =>
      withRow(state, rowId, (row) => ({ ...changed(row, columns), isVisitOver, ...seenBy(visit, row) })),
    caseLinked: (state, { rowId, caseId }) => withRow(state, rowId, () => ({ caseId })),
    written: (state, { rowId, columns }) =>
      withRow(state, rowId, (row) => ({
        ...changed(row, columns),
        revision: row.revision + 1,
        written: columnNames.filter((name) => columns[name] !== undefined || row.written.includes(name)),
      })),
    closed: (state, { rowId }, { at, actor }) =>
      withRow(state, rowId, () => (actor.kind === 'account' ? { closed: { at, accountId: actor.accountId } } : {})),
    corrected: (state, { rowId, columns, before, reason }, { at, actor }) =>
      withRow(state, rowId, (row) =>
        actor.kind === 'account'
          ? {
              ...changed(row, columns),
              revision: row.revision + 1,
              corrections: [...row.corrections, { before, after: columns, reason, at, accountId: actor.accountId }],
            }
          : {},
      ),
  },
})
