// The three gates before the opening, with their evidence: notice given, connection tested with every site, all sites
// connected. The law in shared/law gives the time limits; this module stores the deadlines computed for this session.
import { z } from 'zod'
import {
  ActorReference,
  accountOnly,
  orAccount,
  orSystem,
  presentRoles,
  seenActor,
  staffPresent,
} from '../../kernel/actor.ts'
import { Ms, PersonId, SiteId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import type { session } from '../session/contract.ts'

export const Gate = z
  .enum(['notice', 'connectionTest', 'allConnected'])
  .describe('thông báo, kiểm tra kết nối, các điểm cầu đã kết nối')
export type Gate = z.infer<typeof Gate>

const Plan = z.object({
  notice: Ms,
  connectionTest: Ms,
  allConnected: Ms,
  scheduledAt: Ms.optional().describe('the hour of the session for which it is planned; left out: whatever it is'),
})
const Tested = z.object({ siteId: SiteId, hasPassed: z.boolean(), note: text(300).nullable() })
const Decided = z.object({
  reason: text(500),
  personId: PersonId.nullable()
    .default(null)
    .describe('who decides, where an account does; null: the participant who sends it'),
})
const Overridden = Decided.extend({ gates: z.array(Gate) })

const Override = Overridden.extend({ at: Ms, by: ActorReference })
const ConnectionTest = Tested.extend({ at: Ms, by: ActorReference })
const ByHand = z.object({
  reason: text(500).nullable().default(null).describe('why it is confirmed by hand; null: measured, or noted earlier'),
})
const Connected = ByHand.extend({
  siteId: SiteId,
  personId: PersonId.nullable()
    .default(null)
    .describe('who confirms, where an account does; null: measured, or the participant who sends it'),
})
const Connection = Connected.extend({ at: Ms, by: ActorReference.describe('the system: measured') })

const State = z.object({
  deadlines: Plan.nullable().describe('null: nobody has planned'),
  noticeAt: Ms.nullable(),
  tests: z.array(ConnectionTest).describe('the newest of each site'),
  connections: z
    .array(Connection)
    .describe('the first evidence of each site that it sees and hears the centre, and is seen and heard by it'),
  connectedAt: Ms.nullable().describe('when it was noted of all sites at once'),
  connectedBy: ActorReference.nullable().describe('who noted so'),
  connectedReason: ByHand.shape.reason,
  override: Override.nullable(),
})
const nothing: z.infer<typeof State> = {
  deadlines: null,
  noticeAt: null,
  tests: [],
  connections: [],
  connectedAt: null,
  connectedBy: null,
  connectedReason: null,
  override: null,
}

export const readiness = defineModule('readiness', {
  commands: {
    plan: command('Sets until when each gate must be passed.', accountOnly, Plan, ['session.over']),
    recordNotice: command('Notes that everybody was notified.', orAccount(staffPresent), z.object({}), [
      'session.over',
    ]),
    recordConnectionTest: command('Notes how the test with a site went.', orAccount(staffPresent), Tested, [
      'session.over',
      'readiness.unknown-site',
    ]),
    recordSiteConnected: command(
      'Notes that a site sees and hears the centre, and is seen and heard by it: the server as it was measured, staff by hand.',
      orSystem(orAccount(staffPresent)),
      Connected,
      ['session.over', 'readiness.unknown-site', 'readiness.reason-missing', 'readiness.nobody-named'],
    ),
    recordAllConnected: command(
      'Notes by hand of all sites at once that they are connected, and that each sees and hears the others.',
      staffPresent,
      z.object({ reason: text(500) }),
      ['session.over', 'readiness.site-missing'],
    ),
    override: command(
      'Opens the way although gates are not passed, with the reason and the name of who decides.',
      orAccount(presentRoles('chair')),
      Decided,
      ['session.not-scheduled', 'readiness.all-passed', 'readiness.nobody-named'],
    ),
  },
  events: {
    planned: event('present', Plan),
    noticeRecorded: event('present', z.object({})),
    connectionTested: event('present', Tested),
    siteConnected: event('present', Connected),
    allConnected: event('present', ByHand),
    overridden: event('present', Overridden),
  },
  state: State,
  initial: nothing,
  view: (state, { standing }) =>
    standing === 'present'
      ? {
          ...state,
          tests: state.tests.map((test) => ({ ...test, by: seenActor(test.by) })),
          connections: state.connections.map((connection) => ({ ...connection, by: seenActor(connection.by) })),
          connectedBy: state.connectedBy && seenActor(state.connectedBy),
          override: state.override && { ...state.override, by: seenActor(state.override.by) },
        }
      : nothing,
})

export interface GateState {
  readonly gate: Gate
  readonly dueAt: Ms
  /** null: not yet. */
  readonly passedAt: Ms | null
}

type State = z.infer<typeof State>
type SessionState = Pick<StateOf<typeof session>, 'kind' | 'visitOf' | 'scheduledAt'>

/** For the hour at which it is held now: what was planned for another hour, and not planned anew, is no plan. */
export const isPlanned = ({ deadlines }: State, { scheduledAt }: Pick<SessionState, 'scheduledAt'>): boolean =>
  deadlines !== null && (deadlines.scheduledAt ?? scheduledAt) === scheduledAt

/** Empty where nobody has planned. */
export function gatesOf(
  state: State,
  session: Pick<SessionState, 'scheduledAt'>,
  siteIds: readonly SiteId[],
): GateState[] {
  const { deadlines, noticeAt, tests } = state
  if (deadlines === null || !isPlanned(state, session)) return []
  const passedTests = tests.filter(({ hasPassed }) => hasPassed)
  return [
    { gate: 'notice', dueAt: deadlines.notice, passedAt: noticeAt },
    { gate: 'connectionTest', dueAt: deadlines.connectionTest, passedAt: whole(passedTests, siteIds) },
    { gate: 'allConnected', dueAt: deadlines.allConnected, passedAt: allConnectedAt(state, siteIds) },
  ]
}

export const isKnownOf = ({ connections, connectedAt }: State, siteId: SiteId): boolean =>
  connectedAt !== null || connections.some((one) => one.siteId === siteId)

/** Noted of all at once, or of each; null: not yet. */
export const allConnectedAt = ({ connections, connectedAt }: State, siteIds: readonly SiteId[]): Ms | null =>
  connectedAt ?? whole(connections, siteIds)

/** When the last of the sites had its evidence; null: one of them has none. */
function whole(evidence: readonly { siteId: SiteId; at: Ms }[], siteIds: readonly SiteId[]): Ms | null {
  const moments = siteIds.map((siteId) => evidence.find((one) => one.siteId === siteId)?.at ?? null)
  return moments.length > 0 && moments.every((at) => at !== null) ? Math.max(0, ...moments) : null
}

/** Neither passed nor gone past by an override, which is good for those it was given for, not for what fails afterwards. */
export function openGates(state: State, session: SessionState, siteIds: readonly SiteId[]): Gate[] {
  const isOverridden = (gate: Gate) => state.override?.gates.includes(gate) ?? false
  // Of a reception whose plan was forgotten it is not known whether a gate was passed in time: none was (ADR 0083).
  const notPassed =
    isBound(session) && !isPlanned(state, session)
      ? Gate.options
      : gatesOf(state, session, siteIds).flatMap((one) => (isPassed(one) ? [] : [one.gate]))
  return notPassed.filter((gate) => !isOverridden(gate))
}

/** The decree speaks of receptions. A visit at a desk is never planned. */
const isBound = ({ kind, visitOf }: SessionState): boolean => kind === 'reception' && visitOf === null

/** What keeps a session from being opened. Of a conference the gates are guidance alone. */
export const blockingGates = (state: State, session: SessionState, siteIds: readonly SiteId[]): Gate[] =>
  isBound(session) ? openGates(state, session, siteIds) : []

/** In time, that is. */
export const isPassed = ({ passedAt, dueAt }: GateState): boolean => passedAt !== null && passedAt <= dueAt
