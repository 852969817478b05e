// Decides who may open a paper of one participant of a session, and whose access is recorded.
import type { FastifyRequest } from 'fastify'
import type { AccountId, ParticipantId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { readerBehind } from '../../../shared/modules/protection/contract.ts'
import { HttpError } from '../../platform/http/errors.ts'

/** Staff, and the participant it is about. Throws HttpError with `refusal` for everybody else. */
export function demandOwnOrStaff(
  { caller }: FastifyRequest,
  { admission }: SessionState,
  participantId: ParticipantId,
  refusal: string,
): void {
  if (!caller) return
  const participant = admission.participants[caller.participantId]
  const isStaff = participant?.role === 'chair' || participant?.role === 'secretary'
  if (!isStaff && participant?.participantId !== participantId) throw new HttpError(403, 'forbidden', refusal)
}

/** null: whose paper it is, or nobody with an account. */
export const readerOf = ({ account, caller }: FastifyRequest, { protection }: SessionState): AccountId | null =>
  account?.accountId ?? readerBehind(protection, caller?.participantId)
