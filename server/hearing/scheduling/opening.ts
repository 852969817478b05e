// Opens a session from outside the room, with the statements that belong to it: the reason for opening without all
// gates, and the equipment that records in place of this server. Called by its route only.

import type { Aggregate, Wish } from '../../../shared/kernel/aggregate.ts'
import { PersonId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { openGates, readiness } from '../../../shared/modules/readiness/contract.ts'
import { isWritten, recording } from '../../../shared/modules/recording/contract.ts'
import { session } from '../../../shared/modules/session/contract.ts'
import type { SessionOpening } from '../../../shared/wire/hearing/readiness.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { LawData } from '../../casework/deadlines/law-data.ts'
import type { NewPerson, Sessions } from '../../engine/session/sessions.ts'
import type { Links } from '../../identity/links/links.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { byAccount } from '../../platform/http/route-access.ts'
import { perform, register, rehearse } from './scheduling.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly aggregate: Aggregate<SessionState>
  readonly links: Links
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
}

/** Of somebody by name, who is kept with the people of the session. */
interface Said {
  readonly person: NewPerson
  readonly as: (personId: PersonId) => Wish
}

export const nothingSaid: SessionOpening = { reason: null, equipment: null }

/** @throws HttpError */
export async function openSession(
  dependencies: Dependencies,
  account: Account,
  state: SessionState,
  opening: SessionOpening,
): Promise<void> {
  const { sessions, newId } = dependencies
  const { sessionId } = state.session
  const by = byAccount(account)
  const said = saidWith(state, account, opening)
  const stepsFor = (personIds: readonly PersonId[]) => [
    ...said.map(({ as }, index) => ({ wish: as(personIds[index] as PersonId) })),
    { wish: wish(session, 'open', {}) },
  ]
  const madeUp = said.map(() => PersonId.parse(newId()))
  // Equipment that was said to record and does not open anything must not stand in the journal. A reception that nothing records is
  // refused by the session itself, which knows the disk as well.
  if (opening.equipment !== null) await rehearse(dependencies, state, by, stepsFor(madeUp))
  const personIds = await register(
    sessions,
    sessionId,
    said.map(({ person }) => person),
  )
  await perform(dependencies, sessionId, by, stepsFor(personIds))
}

function saidWith(
  { session: asIs, readiness: gates, sites, recording: running }: SessionState,
  account: Account,
  opening: SessionOpening,
) {
  const { reason, equipment } = opening
  const said: Said[] = []
  const siteIds = sites.sites.map(({ siteId }) => siteId)
  if (reason !== null && openGates(gates, asIs, siteIds).length > 0)
    said.push({
      person: { name: account.displayName, title: null },
      as: (personId) => wish(readiness, 'override', { reason, personId }),
    })
  if (equipment !== null && !isWritten(running)) {
    const { recorder, ...words } = equipment
    said.push({
      person: { name: recorder, title: null },
      as: (recorderId) => wish(recording, 'start', { ...words, recorderId }),
    })
  }
  return said
}
