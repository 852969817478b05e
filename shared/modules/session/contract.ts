// The life cycle of a session: scheduled, open, suspended, closed, sealed.
import { z } from 'zod'
import { accountOnly, orAccount, orSystem, presentRoles, staffPresent } from '../../kernel/actor.ts'
import { line, Ms, SeriesId, SessionId, TicketId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { isStateSecret, SecrecyLevel } from '../../secrecy/levels.ts'

export const SessionKind = z
  .enum(['conference', 'reception'])
  .describe('hội nghị trực tuyến, or tiếp công dân and đối thoại')
export type SessionKind = z.infer<typeof SessionKind>

export const SessionStatus = z.enum(['unscheduled', 'scheduled', 'open', 'suspended', 'closed', 'sealed', 'cancelled'])
export type SessionStatus = z.infer<typeof SessionStatus>

/** Whether a session is recorded is settled by its kind when it is booked, never by a default: ADR 0051. */
export const RecordingRule = z
  .enum(['required', 'onDemand', 'never'])
  .describe('phải ghi, ghi khi chủ trì yêu cầu, không ghi')
export type RecordingRule = z.infer<typeof RecordingRule>

/** The ticket of a reception day whose visit the session is (ADR 0034). */
export const VisitOf = z.object({ day: z.iso.date(), ticketId: TicketId })

const Schedule = z.object({
  sessionId: SessionId,
  title: line(300),
  kind: SessionKind,
  scheduledAt: Ms,
  plannedMinutes: z.int().min(5).max(1440),
  place: line(300).describe('where the centre sits, as the minutes print it'),
  seriesId: SeriesId.nullable().default(null).describe('null: it was booked alone'),
  visitOf: VisitOf.nullable().default(null),
  isProtected: z.boolean().default(false).describe('of somebody who denounces: see the module protection'),
  recording: RecordingRule.nullable().default(null).describe('null: as its kind wants it'),
  recordsPictures: z.boolean().default(true).describe('false: the sound alone'),
  speaksByTurns: z
    .boolean()
    .default(false)
    .describe('of a reception: only who has the floor is heard, as at every conference (see the module floor)'),
  secrecy: SecrecyLevel.default('open'),
  advisingUnit: line(200).nullable().default(null).describe('đơn vị tham mưu: who prepares the session and its papers'),
})

/** What of a session can still change until it opens. */
const Change = Schedule.omit({
  sessionId: true,
  seriesId: true,
  kind: true,
  visitOf: true,
  isProtected: true,
  recording: true,
  recordsPictures: true,
  speaksByTurns: true,
  secrecy: true,
})

const Reason = z.object({ reason: text(500) })

export const session = defineModule('session', {
  commands: {
    schedule: command('Creates the session.', accountOnly, Schedule, [
      'session.already-scheduled',
      'secrecy.reception',
      'recording.reception',
    ]),
    reschedule: command('Changes time, place or title of a session that has not been opened.', accountOnly, Change, [
      'session.not-scheduled',
    ]),
    cancel: command(
      'Cancels a session that has not been opened, with the reason. Its journal ends.',
      orSystem(accountOnly),
      Reason,
      ['session.not-scheduled'],
    ),
    open: command('Opens the session.', orAccount(presentRoles('chair')), z.object({}), [
      'session.not-scheduled',
      'readiness.gates-missing',
      'visit.no-note-taker',
      'recording.not-written',
      'recording.no-room',
      'devices.unconfirmed',
    ]),
    suspend: command(
      'Suspends the session, with the reason; the server one that holds secrets, when a way to the Internet appears.',
      orSystem(presentRoles('chair')),
      Reason,
      ['session.not-open'],
    ),
    resume: command('Resumes a suspended session.', presentRoles('chair'), z.object({}), [
      'session.not-suspended',
      'devices.unconfirmed',
    ]),
    close: command(
      'Closes the session. Nobody may speak afterwards; the minutes can still be completed.',
      orSystem(orAccount(presentRoles('chair'))),
      z.object({}),
      ['session.not-open'],
    ),
    protect: command(
      'What was begun as another visit is one of somebody who denounces: protected from now on.',
      orAccount(staffPresent),
      z.object({}),
      [
        'session.over',
        'session.not-scheduled',
        'protection.not-reception',
        'protection.no-reader',
        'protection.outsiders-inside',
        'protection.interpreter-unknown',
        'protection.captioner-unknown',
      ],
    ),
    seal: command(
      'Ends the journal: nothing can be added afterwards. Never before the minutes are issued or waived.',
      orSystem(orAccount(staffPresent)),
      z.object({}),
      ['session.not-closed', 'approval.minutes-owed'],
    ),
  },
  events: {
    scheduled: event('everyone', Schedule),
    rescheduled: event('everyone', Change),
    cancelled: event('everyone', Reason),
    opened: event('everyone', z.object({})),
    suspended: event('everyone', Reason),
    resumed: event('everyone', z.object({})),
    closed: event('everyone', z.object({})),
    protected: event('everyone', z.object({})),
    sealed: event('everyone', z.object({})),
  },
  state: Schedule.extend({
    status: SessionStatus,
    revision: z.int().describe('raised whenever what was announced has changed'),
    cancelledReason: z.string().nullable(),
    openedAt: Ms.nullable(),
    suspendedReason: z.string().nullable(),
    closedAt: Ms.nullable(),
    protectedAt: Ms.nullable().describe(
      'what was written before is not sealed; null: from its beginning, or not at all',
    ),
  }),
  initial: {
    sessionId: SessionId.parse('unscheduled'),
    title: '',
    kind: 'conference',
    scheduledAt: 0,
    plannedMinutes: 60,
    place: '',
    seriesId: null,
    visitOf: null,
    isProtected: false,
    recording: null,
    recordsPictures: true,
    speaksByTurns: false,
    secrecy: 'open',
    advisingUnit: null,
    status: 'unscheduled',
    revision: 0,
    cancelledReason: null,
    openedAt: null,
    suspendedReason: null,
    closedAt: null,
    protectedAt: null,
  },
  view: (state) => state,
})

export const isRunning = (status: SessionStatus): boolean => status === 'open' || status === 'suspended'
/** Nothing can be added to its journal any more. */
export const hasEnded = (status: SessionStatus): boolean => status === 'sealed' || status === 'cancelled'
export const isOver = (status: SessionStatus): boolean => status === 'closed' || hasEnded(status)

/**
 * A reception is recorded, a conference when its chair wants it, unless they were booked otherwise. What is a secret of the state is
 * never recorded, whatever was booked: no reception is one (ADR 0056).
 */
export function recordingRuleOf({
  kind,
  recording,
  secrecy,
}: {
  kind: SessionKind
  recording: RecordingRule | null
  secrecy: SecrecyLevel
}): RecordingRule {
  if (isStateSecret(secrecy)) return 'never'
  return recording ?? (kind === 'reception' ? 'required' : 'onDemand')
}
