// The conclusions tracker as staff see it: assignments, their progress, and the reminders sent to their units.

import type { ConclusionState, FollowUpState } from '../../../shared/conclusions/index.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { type Assignment, assignmentsWithin, isOverdue } from '../../../shared/projections/conclusions.ts'
import { nextReminder } from '../../../shared/projections/reminders.ts'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../../engine/lists/session-lists.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Units } from '../../identity/units/units.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { notFound } from '../../platform/http/errors.ts'
import type { LawData } from '../deadlines/law-data.ts'
import type { KeptReminderPlan } from './reminder-plan.ts'
import type { Reminders } from './reminders.ts'

interface Dependencies {
  readonly sessionLists: SessionLists
  readonly accounts: Accounts
  readonly followUps: Aggregates<ConclusionState>
  /** The same journals, for assignments whose words stay in their session: what is written here is encrypted (ADR 0075). */
  readonly heldFollowUps: Aggregates<ConclusionState>
  readonly reminders: Reminders
  readonly reminderPlan: KeptReminderPlan
  readonly units: Units
  readonly law: LawData
  readonly now: () => number
}

/** @throws HttpError */
export async function assignmentAt(dependencies: Dependencies, entryId: string): Promise<Assignment> {
  const found = (await dependencies.sessionLists.assignments()).find((assignment) => assignment.entryId === entryId)
  if (!found) throw notFound('assignment')
  return found
}

/** What is due first stands first; what has no day, last. */
const inOrder = (found: readonly Conclusion[]): Conclusion[] =>
  found.toSorted(
    (one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') || other.heldAt - one.heldAt,
  )

/** Of one session, as those see them who may open it. No unit is written to of what stays inside, so none is to be reminded. */
export async function conclusionsWithin(
  dependencies: Pick<Dependencies, 'heldFollowUps' | 'accounts' | 'now'>,
  session: SessionState,
): Promise<Conclusion[]> {
  const nameOf = await namesOfStaff(dependencies)
  const today = calendarDayOf(dependencies.now())
  const found = assignmentsWithin(session).map(async (assignment): Promise<Conclusion> => {
    const { status, steps } = (await dependencies.heldFollowUps.state(assignment.entryId)).followUp
    return {
      ...assignment,
      unitEmail: null,
      supportingUnits: [...assignment.supportingUnits],
      status,
      isOverdue: isOverdue(assignment.dueOn, status === 'accepted', today),
      steps: steps.map(({ byAccountId, ...step }) => ({ ...step, by: nameOf(byAccountId) })),
      reminders: [],
      nextReminder: null,
      isToRemind: false,
    }
  })
  return inOrder(await Promise.all(found))
}

export async function conclusionsOf(dependencies: Dependencies): Promise<Conclusion[]> {
  const { followUps, reminders, reminderPlan, units, accounts, now, law } = dependencies
  const [staff, plan, calendar, addressOf] = await Promise.all([
    accounts.list(),
    reminderPlan.read(),
    law.calendar(),
    units.addresses(),
  ])
  const names = new Map(staff.map(({ accountId, displayName }) => [accountId, displayName]))
  const nameOf = (accountId: FollowUpState['steps'][number]['byAccountId']) =>
    accountId === null ? null : (names.get(accountId) ?? null)
  const today = calendarDayOf(now())

  async function conclusionOf(assignment: Assignment): Promise<Conclusion> {
    const { entryId, unit, dueOn, supportingUnits } = assignment
    const { followUp: state } = await followUps.state(entryId)
    const { status, steps, reminders: given } = state
    const deliveries = await reminders.deliveries(entryId, given)
    const unitEmail = addressOf(unit)
    const next = nextReminder(assignment, state, { plan, calendar, today })
    return {
      ...assignment,
      unitEmail,
      supportingUnits: [...supportingUnits],
      status,
      isOverdue: isOverdue(dueOn, status === 'accepted', today),
      steps: steps.map(({ byAccountId, ...step }) => ({ ...step, by: nameOf(byAccountId) })),
      reminders: deliveries.map((delivery, index) => {
        const { occasion, at, byAccountId } = given[index] ?? { occasion: 'byHand', at: delivery.at, byAccountId: null }
        return { number: index + 1, occasion, at, by: nameOf(byAccountId), delivery }
      }),
      nextReminder: next,
      isToRemind: next !== null && next.on <= today && (!reminders.isOn || unitEmail === null),
    }
  }

  const assignments = await dependencies.sessionLists.assignments()
  const found = await Promise.all(assignments.map((assignment) => unlessBroken(conclusionOf(assignment))))
  return inOrder(found.filter((one) => one !== null))
}
