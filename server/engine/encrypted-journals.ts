// Decides which journals are encrypted: those of the visits and cases of denouncers. Connects server/engine/journal,
// which knows no modules, with their state (ADR 0047).
import type { Redis } from 'ioredis'
import type { CaseState } from '../../shared/cases/index.ts'
import { isProtected } from '../../shared/cases/readers.ts'
import type { ConclusionState } from '../../shared/conclusions/index.ts'
import type { Aggregate } from '../../shared/kernel/aggregate.ts'
import type { RegisterRowId, TicketId } from '../../shared/kernel/ids.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { ReceptionDayState } from '../../shared/reception/index.ts'
import { createSealing } from './journal/event-encryption.ts'
import type { Draft, Sealing } from './journal/journal.ts'

/** What is said before a visit is protected names nobody: how it is booked, or what stood in clear already. */
export const sessionSealing = (redis: Redis, masterKey: Uint8Array): Sealing<SessionState> =>
  createSealing(redis, masterKey, { kind: 'session', isSecret: ({ session }) => session.isProtected })

/** Of a case the first commit has the words of the petition already. */
export const caseSealing = (redis: Redis, masterKey: Uint8Array, aggregate: Aggregate<CaseState>): Sealing<CaseState> =>
  createSealing<CaseState>(redis, masterKey, {
    kind: 'case',
    isSecret: (before, draft) => isProtected(before) || isProtected(aggregate.evolve(before, draft)),
  })

/** Of a day what happens to a ticket of who denounces, with what desks write to each other about it, and the row of its visit. */
export const receptionDaySealing = (
  redis: Redis,
  masterKey: Uint8Array,
  aggregate: Aggregate<ReceptionDayState>,
): Sealing<ReceptionDayState> =>
  createSealing<ReceptionDayState>(redis, masterKey, {
    kind: 'receptionDay',
    isSecret: (before, draft) => isOfDenouncer(aggregate.evolve(before, draft), draft),
  })

/** What becomes of an assignment whose words stay in its session (ADR 0075); others are read by the same, and never sealed. */
export const followUpSealing = (redis: Redis, masterKey: Uint8Array, isHeld: boolean): Sealing<ConclusionState> =>
  createSealing<ConclusionState>(redis, masterKey, { kind: 'followUp', isSecret: () => isHeld })

const isOfDenouncer = ({ queue: { tickets }, register: { rows } }: ReceptionDayState, { events }: Draft): boolean =>
  events.some(({ data }) => {
    const { ticketId, rowId } = data as { ticketId?: TicketId | null; rowId?: RegisterRowId }
    return (ticketId && tickets[ticketId]?.isProtected) || (rowId && rows[rowId]?.isProtected)
  })
