// The result of a reception: who was received with which papers, competence, refusals, papers handed in. For the
// minutes of a reception and the notice of its conclusions.
import type { Ms, ParticipantId } from '../kernel/ids.ts'
import type { PersonKind } from '../law/identity-papers.ts'
import type { SessionState } from '../modules/index.ts'
import type { Named } from './minutes.ts'

export interface ReceivedCitizen {
  readonly participantId: ParticipantId
  readonly who: Named
  /** null: their papers were not confirmed. The number of the paper is in no minutes (ADR 0038), of a denouncer nothing of it. */
  readonly confirmed: {
    readonly personKind: PersonKind
    readonly paper: {
      readonly kind: 'citizenCard' | 'oldIdentityCard' | 'passport'
      readonly lastDigits: string | null
    }
    readonly at: Ms
  } | null
  /** How the last statement of theirs that was read back was acknowledged; null: none was read back. */
  readonly signed: 'drawn' | 'code' | 'spoken' | 'notSigned' | 'unanswered' | null
}

export interface ReceptionRecord {
  readonly citizens: readonly ReceivedCitizen[]
  readonly group: { readonly people: number; readonly hasPaper: boolean } | null
  readonly competence: SessionState['visit']['competence']
  readonly refusals: readonly {
    readonly who: Named
    readonly groundId: string
    readonly words: string
    readonly at: Ms
  }[]
  readonly notices: readonly { readonly who: Named; readonly number: number; readonly year: number }[]
  readonly ownRecording: SessionState['visit']['ownRecording']
  readonly receipts: readonly {
    readonly who: Named
    readonly number: number
    readonly year: number
    readonly papers: SessionState['receipt']['receipts'][number]['papers']
  }[]
}

/** `citizens`: those who were in the room, in the order in which they came. */
export function receptionRecord(
  state: SessionState,
  named: (participantId: ParticipantId) => Named,
  citizens: readonly ParticipantId[],
): ReceptionRecord {
  const { session, visit, identity, statement, receipt, notice } = state
  const { group, competence, ownRecording } = visit
  return {
    citizens: citizens.map((participantId) => {
      const result = identity.results[participantId]
      const read = statement.statements.filter((one) => one.participantId === participantId)
      const last = read.flatMap(({ versions }) => versions).at(-1)
      return {
        participantId,
        who: named(participantId),
        confirmed:
          result?.outcome === 'confirmed'
            ? {
                personKind: result.personKind,
                paper: session.isProtected ? { ...result.paper, lastDigits: null } : result.paper,
                at: result.at,
              }
            : null,
        signed: last ? (last.outcome?.how ?? 'unanswered') : null,
      }
    }),
    group: group && { people: group.people, hasPaper: group.hasPaper },
    competence,
    refusals: visit.refusals.map(({ participantId, groundId, words, explainedAt }) => ({
      who: named(participantId),
      groundId,
      words,
      at: explainedAt,
    })),
    notices: notice.notices.map(({ participantId, number, year }) => ({ who: named(participantId), number, year })),
    ownRecording,
    receipts: receipt.receipts.map(({ participantId, number, year, papers }) => ({
      who: named(participantId),
      number,
      year,
      papers,
    })),
  }
}
