// Requests of people about their data, and the data kept about them, as administrators see them.

import type { CaseState } from '../../../shared/cases/index.ts'
import { levelOf } from '../../../shared/cases/readers.ts'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { standingOn } from '../../../shared/law/dated-rows.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { lastDayOf, requestClockOn, shippedClocks } from '../../../shared/personal-data/clocks.ts'
import type { PersonalRequestState } from '../../../shared/personal-data/index.ts'
import { labelOf, statusOf } from '../../../shared/projections/cases.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import type {
  PersonalCopy,
  PersonalRequest,
  PersonalRequestDetail,
  ShownRequestClock,
} from '../../../shared/wire/custody/personal-data.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { InstalledAgency } from '../../papers/agency/agency.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { notFound } from '../../platform/http/errors.ts'
import type { Register } from '../../reception/register/register.ts'
import type { Retention } from '../retention/retention.ts'
import { type KeptOfPerson, keptOf, keptUntil, obstaclesOf } from './kept-of.ts'
import type { AddedClocks } from './request-clocks.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly agency: InstalledAgency
  readonly law: LawData
  readonly retention: Retention
  readonly personalRequests: Aggregates<{ readonly personalRequest: PersonalRequestState }>
  readonly requestClocks: AddedClocks
  readonly cases: Cases
  readonly now: () => number
}

export type StandingRequest = PersonalRequestState & { request: NonNullable<PersonalRequestState['request']> }

const mostRequests = 200
const mostLooks = 200

/** @throws HttpError */
export async function requestAt({ personalRequests }: Dependencies, requestId: string): Promise<StandingRequest> {
  const { personalRequest } = await personalRequests.state(requestId)
  const { request } = personalRequest
  if (!request) throw notFound('request')
  return { ...personalRequest, request }
}

async function shower(dependencies: Dependencies) {
  const [added, calendar, nameOf, retention] = await Promise.all([
    dependencies.requestClocks.added(),
    dependencies.law.calendar(),
    namesOfStaff(dependencies),
    dependencies.retention.state(),
  ])
  const today = calendarDayOf(dependencies.now())
  return (requestId: string, { request, status, checked, answered, refused }: StandingRequest): PersonalRequest => {
    const { kind, receivedOn } = request
    const [reply, answer] = [requestClockOn(added, 'reply', receivedOn), requestClockOn(added, kind, receivedOn)]
    const answerBy = lastDayOf(answer, receivedOn, calendar)
    const list = retention.lists.find(({ listId }) => listId === answered?.listId)
    return {
      requestId,
      kind,
      status,
      receivedOn,
      replyBy: lastDayOf(reply, receivedOn, calendar),
      answerBy,
      isToBeChecked: reply.mark !== 'read' || answer.mark !== 'read',
      isLate: (status === 'received' || status === 'identityChecked') && answerBy < today,
      identity: checked && { means: checked.means, at: checked.at, by: nameOf(checked.by) },
      answered: answered && { at: answered.at, by: nameOf(answered.by), isErased: list?.state === 'done' },
      refused: refused && { ...refused, by: nameOf(refused.by) },
    }
  }
}

/** The rows that came with the software, then those of the agency. Throws Unavailable. */
export async function shownClocks(dependencies: Dependencies): Promise<ShownRequestClock[]> {
  const [added, nameOf] = await Promise.all([dependencies.requestClocks.added(), namesOfStaff(dependencies)])
  const rows = [
    ...shippedClocks.map((row) => ({ ...row, added: null })),
    ...added.map(({ addedAt, byAccountId, ...row }) => ({ ...row, added: { at: addedAt, by: nameOf(byAccountId) } })),
  ]
  const standing = standingOn(
    rows.map(({ clock, validFrom }) => ({ name: clock, validFrom })),
    calendarDayOf(dependencies.now()),
  )
  return rows.flatMap((row, index) => {
    const stands = standing[index]
    return stands ? [{ ...row, ...stands }] : []
  })
}

/** Throws Unavailable. */
export async function listedRequests(dependencies: Dependencies): Promise<PersonalRequest[]> {
  const { personalRequests } = dependencies
  const show = await shower(dependencies)
  const ids = (await personalRequests.ids()).slice(0, mostRequests)
  const shown = await Promise.all(
    ids.map((id) => unlessBroken(requestAt(dependencies, id).then((state) => show(id, state)))),
  )
  return shown.filter((one) => one !== null)
}

async function looksAt(dependencies: Dependencies, { ids }: KeptOfPerson) {
  const nameOf = await namesOfStaff(dependencies)
  const looks = await Promise.all(ids.map((id) => dependencies.citizens.accesses(id, mostLooks)))
  return looks
    .flat()
    .sort((one, other) => other.at - one.at)
    .slice(0, mostLooks)
    .map(({ at, act, purpose, by }) => ({ at, act, purpose, by: nameOf(by) }))
}

const papersOf = ({ cases }: Pick<KeptOfPerson, 'cases'>) =>
  cases.flatMap(({ intake }) => intake.receipt?.attachments ?? [])

const isSecret = (state: CaseState) => isStateSecret(levelOf(state))

/** What is kept of the person, without opening it. Throws HttpError. */
export async function requestDetail(dependencies: Dependencies, requestId: string): Promise<PersonalRequestDetail> {
  const standing = await requestAt(dependencies, requestId)
  const [show, kept, retention] = await Promise.all([
    shower(dependencies),
    keptOf(dependencies, standing.request.citizenIds),
    dependencies.retention.state(),
  ])
  const names = await dependencies.citizens.namesOf(kept.ids)
  const entries = names.filter((marks) => marks.length > 0).length
  const looks = await looksAt(dependencies, kept)
  const today = calendarDayOf(dependencies.now())
  const days = [
    ...kept.visits.map(({ day }) => day),
    ...kept.cases.map(({ intake }) => intake.receipt?.receivedOn ?? today),
  ]
  const since = days.toSorted()[0] ?? null
  const until = keptUntil(kept, retention, today)
  const line = (category: PersonalRequestDetail['kept'][number]['category'], count: number) => ({
    category,
    count,
    since,
    keptUntil: category === 'contact' ? until : null,
  })
  return {
    request: show(requestId, standing),
    entries,
    kept: [
      line('contact', entries),
      line('visits', kept.visits.length),
      line('cases', kept.cases.length),
      line('papers', papersOf(kept).length),
      line('looks', looks.length),
    ].filter(({ count }) => count > 0),
    obstacles: entries === 0 ? [] : obstaclesOf(kept, retention, today),
    looks,
  }
}

/** That it is read is written down first. Throws Unavailable. */
export async function personalCopy(
  dependencies: Dependencies,
  { request }: StandingRequest,
  accountId: AccountId,
): Promise<PersonalCopy> {
  const kept = await keptOf(dependencies, request.citizenIds)
  const purpose = 'Cung cấp dữ liệu cá nhân theo yêu cầu'
  const citizens = await dependencies.citizens.read(kept.ids, { accountId, purpose })
  const looks = await looksAt(dependencies, kept)
  // A copy leaves the house: of a case of Mật and above it has the number, neither words nor papers.
  const secret = kept.cases.filter(isSecret)
  const secretIds = new Set<string | null>(secret.map(({ intake }) => intake.receipt?.caseId ?? null))
  return {
    format: 'diemcau-personal-data',
    version: 1,
    organisation: await dependencies.agency.organisation(),
    madeAt: new Date(dependencies.now()).toISOString(),
    entries: [...citizens].map(([citizenId, { name, address, phone, email, identity }]) => ({
      citizenId,
      name,
      address,
      phone,
      email,
      identity: identity && { kind: identity.kind, number: identity.number },
    })),
    visits: kept.visits.map(({ day, number, content, caseId }) => ({
      ...{ day, number },
      content: caseId !== null && secretIds.has(caseId) ? null : content,
    })),
    cases: kept.cases.flatMap((state) => {
      const { receipt } = state.intake
      if (!receipt) return []
      const { receivedOn, subject } = receipt
      const shown = isSecret(state) ? 'Nội dung có độ mật' : subject
      return [{ number: labelOf(state), receivedOn, subject: shown, status: statusOf(state) }]
    }),
    papers: papersOf({ cases: kept.cases.filter((state) => !isSecret(state)) }).map(({ title, bytes, sha256 }) => ({
      title,
      bytes,
      sha256,
    })),
    looks: looks.map(({ at, ...look }) => ({ ...look, at: new Date(at).toISOString() })),
  }
}
