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
import { createEventEncryption } from './journal/event-encryption.ts'
import type { Draft, EventEncryption } from './journal/journal.ts'

/** What is said before a visit is protected names nobody: how it is booked, or what stood in clear already. */
export const sessionEncryption = (redis: Redis, masterKey: Uint8Array): EventEncryption<SessionState> =>
  createEventEncryption(redis, masterKey, { kind: 'session', isSecret: ({ session }) => session.isProtected })

/** Of a case the first commit has the words of the petition already. */
export const caseEncryption = (
  redis: Redis,
  masterKey: Uint8Array,
  aggregate: Aggregate<CaseState>,
): EventEncryption<CaseState> =>
  createEventEncryption<CaseState>(redis, masterKey, {
    kind: 'case',
    isSecret: (before, draft) => isProtected(before) || isProtected(aggregate.evolve(before, draft)),
  })

/** Of a day what happens to a ticket of who denounces, with what desks write to each other about it, and the row of its visit. */
export const receptionDayEncryption = (
  redis: Redis,
  masterKey: Uint8Array,
  aggregate: Aggregate<ReceptionDayState>,
): EventEncryption<ReceptionDayState> =>
  createEventEncryption<ReceptionDayState>(redis, masterKey, {
    kind: 'receptionDay',
    isSecret: (before, draft) => isOfDenouncer(aggregate.evolve(before, draft), draft),
  })

/** What becomes of an assignment whose words stay in its session (ADR 0075); others are read by the same, and never encrypted. */
export const followUpEncryption = (
  redis: Redis,
  masterKey: Uint8Array,
  isHeld: boolean,
): EventEncryption<ConclusionState> =>
  createEventEncryption<ConclusionState>(redis, masterKey, { kind: 'followUp', isSecret: () => isHeld })

const isOfDenouncer = ({ queue: { tickets }, register: { rows } }: ReceptionDayState, { events }: Draft): boolean =>
  events.some(({ data }) => {
    const { ticketId, rowId } = data as { ticketId?: TicketId | null; rowId?: RegisterRowId }
    return (ticketId && tickets[ticketId]?.isProtected) || (rowId && rows[rowId]?.isProtected)
  })
