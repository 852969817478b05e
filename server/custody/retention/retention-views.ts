// What is kept, due, held and erased, as the page of retention shows it: with titles and account names instead of ids.

import { type AccountId, CaseId, SessionId } from '../../../shared/kernel/ids.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { labelOf } from '../../../shared/projections/cases.ts'
import { calledOutside } from '../../../shared/projections/leaving.ts'
import { dueDay, isErasable, keepingOn, keptClasses } from '../../../shared/retention/classes.ts'
import { erasableKey, goneOf, type Hold, holdOn, mayApprove, type Subject } from '../../../shared/retention/contract.ts'
import type { RetentionPage, ShownHold, SubjectRetention } from '../../../shared/wire/custody/retention.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import type { NameOf } from '../../identity/accounts/staff-names.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { unlessBroken } from '../../platform/broken-journal.ts'
import { ErasureCertificate } from './certificate.ts'
import { sessionClasses } from './due.ts'
import type { Retention } from './retention.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly retention: Retention
  readonly cases: Cases
  readonly now: () => number
}

const mostLists = 50

/** Of a citizen nobody's name: the lists are about ids. */
async function titleOf({ sessions, cases }: Dependencies, { kind, id }: Subject): Promise<string> {
  if (kind === 'session') {
    const state = await unlessBroken(sessions.state(SessionId.parse(id)))
    return state ? calledOutside(state) : id
  }
  const state = kind === 'case' ? await unlessBroken(cases.state(CaseId.parse(id))) : null
  return state ? labelOf(state) : id
}

/** Throws Unavailable. */
export async function retentionPage(dependencies: Dependencies, accountId: AccountId): Promise<RetentionPage> {
  const { retention, now } = dependencies
  const [state, due, isSecondNeeded, nameOf] = await Promise.all([
    retention.state(),
    retention.due(),
    retention.isSecondNeeded(),
    namesOfStaff(dependencies),
  ])
  const today = calendarDayOf(now())
  const titles = new Map<string, Promise<string>>()
  const title = (subject: Subject) => {
    const key = `${subject.kind} ${subject.id}`
    const known = titles.get(key) ?? titleOf(dependencies, subject)
    titles.set(key, known)
    return known
  }
  const waiting = new Set(
    state.lists
      .filter((list) => list.state === 'proposed' || list.state === 'approved')
      .flatMap(({ items }) => items.map(erasableKey)),
  )
  const gone = new Set(
    state.lists.flatMap(({ items }) => items.filter((item) => item.state === 'erased').map(erasableKey)),
  )
  return {
    today,
    classes: keptClasses.map((name) => ({
      class: name,
      ...keepingOn(state.rows, name, today),
      isErasable: isErasable(name),
      toCome: state.rows.filter((row) => row.class === name && row.validFrom > today),
    })),
    due: {
      lookedAt: due?.lookedAt ?? null,
      isCut: due?.isCut ?? false,
      items: (due?.items ?? [])
        .filter(({ key }) => !gone.has(key))
        .map(({ related, ...item }) => ({
          ...item,
          isConfirmed: keepingOn(state.rows, item.class, today).isConfirmed,
          isHeld: holdOn(state, { subject: item.subject, related }) !== null,
          isListed: waiting.has(item.key),
        })),
    },
    holds: await Promise.all(
      state.holds.toReversed().map(async (hold) => shownHold(hold, await title(hold.subject), nameOf)),
    ),
    lists: await Promise.all(
      state.lists
        .slice(-mostLists)
        .toReversed()
        .map(async ({ items, certificate, proposedBy, decidedBy, seconds, ...list }) => ({
          ...list,
          proposedBy: nameOf(proposedBy),
          isOwn: proposedBy === accountId,
          mayApprove: mayApprove({ seconds, proposedBy }, accountId, isSecondNeeded),
          decidedBy: decidedBy && nameOf(decidedBy),
          items: await Promise.all(
            items.map(async ({ class: name, subject, state: at, endedAt }) => ({
              class: name,
              subject,
              state: at,
              endedAt,
              title: await title(subject),
            })),
          ),
          certificate: certificate && {
            number: certificate.number,
            year: certificate.year,
            at: certificate.at,
            databaseFiles: ErasureCertificate.parse(JSON.parse(certificate.text)).databaseFiles,
          },
        })),
    ),
  }
}

function shownHold({ covers: _, lifted, by, ...hold }: Hold, title: string, nameOf: NameOf): ShownHold {
  return { ...hold, title, by: nameOf(by), lifted: lifted && { ...lifted, by: nameOf(lifted.by) } }
}

/** `closedOn` null: it is not over, and nothing is counted yet. Throws Unavailable. */
export async function subjectRetention(
  dependencies: Dependencies,
  subject: Subject,
  closedOn: string | null,
): Promise<SubjectRetention> {
  const [state, nameOf] = await Promise.all([dependencies.retention.state(), namesOfStaff(dependencies)])
  const today = calendarDayOf(dependencies.now())
  const gone = goneOf(state, subject)
  const hold = holdOn(state, { subject, related: [] })
  return {
    hold: hold && shownHold(hold, await titleOf(dependencies, hold.subject), nameOf),
    // From when evidence is counted lies after the session: it is said when it is gone.
    classes: (subject.kind === 'session'
      ? sessionClasses.filter((name) => name !== 'evidence' || gone.has(name))
      : (['casePapers'] as const)
    ).map((name) => {
      const { row, isConfirmed } = keepingOn(state.rows, name, today)
      const found = gone.get(name)
      const certificate = found?.list.certificate
      return {
        class: name,
        keptUntil: closedOn === null ? null : dueDay(closedOn, row),
        isConfirmed,
        erased:
          found?.item.state === 'erased' && found.item.endedAt !== null
            ? {
                at: found.item.endedAt,
                certificate: certificate ? { number: certificate.number, year: certificate.year } : null,
              }
            : null,
      }
    }),
  }
}
