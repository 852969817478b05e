// The columns of the register that are filled automatically: from the session of the visit, from its case, from the
// appointment. Pure; a denunciation is entered without its identity.
import type { CaseState } from '../cases/index.ts'
import { isProtected as isProtectedCase, levelOf } from '../cases/readers.ts'
import { groundOf } from '../law/refusal-grounds.ts'
import { calendarDayOf, startOf } from '../law/working-days.ts'
import type { SessionState } from '../modules/index.ts'
import { lastVersion } from '../modules/statement/contract.ts'
import type { PlannedSitting, SittingKind } from '../reception/appointments/contract.ts'
import type { ReceptionDayState } from '../reception/index.ts'
import type { Ticket } from '../reception/queue/contract.ts'
import { type ColumnChange, type ReceivedBy, RegisterKind, type Row } from '../reception/register/contract.ts'
import { isStateSecret } from '../secrecy/levels.ts'
import { labelOf, registerColumns } from './cases.ts'
import { type Leaving, mayLeave } from './leaving.ts'

/** A row as lists keep it: with the day of its reception. */
export interface RegisterRow extends Row {
  readonly day: string
}

const longestContent = 4000
const longestNote = 2000

const minuteMs = 60_000

/** Of the sittings that were going on then (epoch ms), called off or not there aside; undefined: none, or of several kinds. */
function kindOfSittingAt(sittings: readonly PlannedSitting[], at: number): SittingKind | undefined {
  const midnight = startOf(calendarDayOf(at))
  const kinds = sittings.flatMap(({ cancelled, kind, slots, slotMinutes }) => {
    const begins = slots.map(({ time }) => midnight + minutesOf(time) * minuteMs)
    const isGoingOn = Math.min(...begins) <= at && at < Math.max(...begins) + slotMinutes * minuteMs
    return !cancelled && isGoingOn ? [kind] : []
  })
  return new Set(kinds).size === 1 ? kinds[0] : undefined
}

/** 08:30 → 510 */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/**
 * `position`: of an officer in the roster; null: nobody of this id. `begunAt`: of the visit, epoch ms: who came without an appointment
 * is received in the sitting that is going on then.
 */
export function bookedColumns(
  { appointments: { appointments, sittings } }: Pick<ReceptionDayState, 'appointments'>,
  { appointmentId }: Pick<Ticket, 'appointmentId'>,
  position: (officerId: string) => ReceivedBy | null,
  begunAt: number,
): ColumnChange {
  const booked = appointments.find((one) => one.appointmentId === appointmentId)
  const sitting = booked && sittings.find((one) => one.sittingId === booked.sittingId)
  if (!booked || !sitting) {
    const receptionKind = kindOfSittingAt(sittings, begunAt)
    return receptionKind ? { receptionKind } : {}
  }
  const officerId = sitting.heldBy ?? sitting.substitution?.officerId ?? sitting.officerId
  const kind = RegisterKind.safeParse(booked.matter)
  return {
    receptionKind: sitting.kind,
    receivedBy: position(officerId) ?? 'officer',
    ...(kind.success && { kind: kind.data }),
    ...(booked.party.kind === 'group' && { people: booked.party.people, isGroup: true }),
  }
}

/** From the visit as a session, for whoever came to it. */
export function visitColumns(state: SessionState, { isProtected }: Pick<Row, 'isProtected'>): ColumnChange {
  const { session, identity, visit, receipt } = state
  const [citizenId] = Object.values(identity.citizenIds)
  const { competence, group } = visit
  // In their own words whoever denounces may have said who they are.
  const words = !isProtected && mayLeave(state) ? settledWords(state) : []
  const notes = [
    ...receipt.receipts.map(({ number, year }) => `Giấy biên nhận số ${number}/${year}.`),
    ...visit.refusals.map(({ groundId }) => `Đã giải thích lý do từ chối: ${groundOf(groundId)?.source ?? groundId}.`),
  ]
  return {
    ...(citizenId !== undefined && { citizenId }),
    ...(words.length > 0 && { content: words.join('\n').slice(0, longestContent).toWellFormed().trim() }),
    // What was filled in before it turned out goes again; officers may write another.
    ...(session.protectedAt !== null && {
      kind: 'denunciation',
      content: 'Nội dung được bảo vệ: xem biên bản buổi tiếp.',
    }),
    ...(competence?.isOwn && { isOwn: true, guidedTo: null }),
    ...(competence && !competence.isOwn && { isOwn: false }),
    ...(competence?.competentUnit && { guidedTo: { body: competence.competentUnit, paperNumber: null } }),
    ...(group && { people: group.people, isGroup: true }),
    ...(notes.length > 0 && { note: notes.join(' ').slice(0, longestNote).trim() }),
  }
}

const settledWords = ({ statement: { statements } }: Leaving): string[] =>
  statements.flatMap((one) => {
    const version = lastVersion(one)
    return version?.outcome ? [version.text] : []
  })

/** The register lies in clear: of a denunciation (ADR 0047) and of a secret of the state it says where the words are. */
function listedContent(state: CaseState, subject: string): string {
  if (isProtectedCase(state)) return `Nội dung được bảo vệ: xem hồ sơ số ${labelOf(state)}.`
  return isStateSecret(levelOf(state)) ? `Nội dung có độ mật: xem hồ sơ số ${labelOf(state)}.` : subject
}

/** From the case; what it does not say yet is left out. */
export function caseColumns(state: CaseState): ColumnChange {
  const { receipt, competence } = state.intake
  if (!receipt) return {}
  const { people, isOwn, guidedTo, handledBy } = registerColumns(state)
  const kind = RegisterKind.safeParse(receipt.kind)
  return {
    content: listedContent(state, receipt.subject),
    people,
    ...(kind.success && { kind: kind.data }),
    ...(competence && { isOwn, guidedTo }),
    ...(handledBy && { handledBy }),
  }
}
