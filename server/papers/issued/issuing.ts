// Issues a paper: takes the next number of its year and kind, and sends the command to the session that records the
// issue. Called by minutes-routes.ts.

import type { ActorReference } from '../../../shared/kernel/actor.ts'
import type { ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { approval } from '../../../shared/modules/approval/contract.ts'
import type { IssuedPaper } from '../../../shared/wire/hearing/minutes-text.ts'
import type { IssueWish } from '../../../shared/wire/papers/issuing.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import type { Numbers } from '../numbering/numbers.ts'
import type { Extension } from './issued-papers.ts'
import type { LastSignatory } from './last-signatory.ts'
import { registerSignatory, rememberSignatory } from './signatories.ts'

export interface Issuer {
  readonly by: ActorReference
  readonly byParticipantId: ParticipantId | null
}

/** Of these nobody knows whether the command has taken effect. */
export const isUncertain = (code: string) => code === 'unavailable' || code === 'internal' || code === 'conflict'

/** Issues a paper, once: whoever asks again is told its number. A number that the session refuses is given to the next paper. */
export async function issuePaper(
  dependencies: {
    readonly sessions: Sessions
    readonly numbers: Numbers
    readonly lastSignatory: LastSignatory
    readonly now: () => number
    readonly newId: () => string
  },
  sessionId: SessionId,
  { paper, signatory, recipients }: IssueWish,
  { by, byParticipantId }: Issuer,
): Promise<IssuedPaper> {
  const { sessions, numbers, now, newId } = dependencies
  const stateNow = async () => {
    const state = await sessions.state(sessionId)
    if (!state) throw notFound('session')
    return state
  }
  const approvalNow = async () => (await stateNow()).approval
  const { version, issues } = await approvalNow()
  const issued = issues[paper]
  if (issued) return { paper, number: issued.number, year: issued.year }

  const signed = signatory && {
    personId: await registerSignatory(sessions, sessionId, signatory),
    signing: signatory.signing,
  }
  const said = { ...(signed && { signatory: signed }), ...(recipients && { recipients }) }
  const year = yearInVietnam(now())
  const answer = await numbers.allot({ year, kind: paper }, `${sessionId}:${version}`, async (number) => {
    const issuing = wish(approval, 'issue', { paper, number, year, byParticipantId, ...said })
    const reply = await sessions.dispatch(sessionId, by, { id: newId(), ...issuing })
    const done = { used: true, value: { paper, number, year } } as const
    if (reply.ok) return done
    const { code } = reply.rejection
    if (isUncertain(code)) throw rejected(reply.rejection)
    // An earlier attempt whose answer was lost.
    const known = (await approvalNow()).issues[paper]
    if (known?.number === number && known.year === year) return done
    return { used: false, why: rejected(reply.rejection) }
  })
  if (signatory) await rememberSignatory(dependencies, await stateNow(), signatory)
  return answer
}

export const yearInVietnam = (at: number): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' }).format(at))

export const extensions = ['pdf', 'docx'] as const satisfies readonly Extension[]
