// The three gates before a session opens: notice given, connection tested with every site, all sites connected; with the
// evidence of each. Until when, the dated law says (shared/law); here the moments are kept that applied to this session.
import { z } from 'zod'
import { ActorReference, accountOnly, orAccount, presentRoles, seenActor, staffPresent } from '../../kernel/actor.ts'
import { Ms, SiteId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const Gate = z
  .enum(['notice', 'connectionTest', 'allConnected'])
  .describe('thông báo, kiểm tra kết nối, các điểm cầu đã kết nối')
export type Gate = z.infer<typeof Gate>

const Deadlines = z.object({ notice: Ms, connectionTest: Ms, allConnected: Ms })
const Tested = z.object({ siteId: SiteId, hasPassed: z.boolean(), note: text(300).nullable() })
const Overridden = z.object({ reason: text(500), gates: z.array(Gate) })

const ConnectionTest = Tested.extend({ at: Ms, by: ActorReference })

const State = z.object({
  deadlines: Deadlines.nullable().describe('null: nobody has planned'),
  noticeAt: Ms.nullable(),
  tests: z.array(ConnectionTest).describe('the newest of each site'),
  connectedAt: Ms.nullable(),
  override: Overridden.nullable(),
})
const nothing: z.infer<typeof State> = { deadlines: null, noticeAt: null, tests: [], connectedAt: null, override: null }

export const readiness = defineModule('readiness', {
  commands: {
    plan: command('Sets until when each gate must be passed.', accountOnly, Deadlines, ['session.over']),
    recordNotice: command('Notes that everybody was notified.', orAccount(staffPresent), z.object({}), [
      'session.over',
    ]),
    recordConnectionTest: command('Notes how the test with a site went.', orAccount(staffPresent), Tested, [
      'session.over',
      'readiness.unknown-site',
    ]),
    recordAllConnected: command(
      'Notes that every site is connected, and that each sees and hears the others.',
      staffPresent,
      z.object({}),
      ['session.over', 'readiness.site-missing'],
    ),
    override: command(
      'Opens the way although gates are not passed, with the reason.',
      presentRoles('chair'),
      z.object({ reason: text(500) }),
      ['session.not-scheduled', 'readiness.all-passed'],
    ),
  },
  events: {
    planned: event('present', Deadlines),
    noticeRecorded: event('present', z.object({})),
    connectionTested: event('present', Tested),
    allConnected: event('present', z.object({})),
    overridden: event('present', Overridden),
  },
  state: State,
  initial: nothing,
  view: (state, { standing }) =>
    standing === 'present'
      ? { ...state, tests: state.tests.map((test) => ({ ...test, by: seenActor(test.by) })) }
      : nothing,
})

export interface GateState {
  readonly gate: Gate
  readonly dueAt: Ms
  /** null: not yet. */
  readonly passedAt: Ms | null
}

type State = z.infer<typeof State>

/** Empty where nobody has planned. */
export function gatesOf({ deadlines, noticeAt, tests, connectedAt }: State, siteIds: readonly SiteId[]): GateState[] {
  if (deadlines === null) return []
  const passed = siteIds.map((siteId) => tests.find((test) => test.siteId === siteId && test.hasPassed)?.at ?? null)
  const testedAt = passed.length > 0 && passed.every((at) => at !== null) ? Math.max(0, ...passed) : null
  return [
    { gate: 'notice', dueAt: deadlines.notice, passedAt: noticeAt },
    { gate: 'connectionTest', dueAt: deadlines.connectionTest, passedAt: testedAt },
    { gate: 'allConnected', dueAt: deadlines.allConnected, passedAt: connectedAt },
  ]
}

/** In time, that is. */
export const isPassed = ({ passedAt, dueAt }: GateState): boolean => passedAt !== null && passedAt <= dueAt
