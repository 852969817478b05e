// What the state of a session is called: a reception is not opened and closed as a conference is (khai mạc, bế mạc).
import type { SessionKind, SessionStatus } from '../../../shared/modules/session/contract.ts'

export function statusWords({ kind, status }: { kind: SessionKind; status: SessionStatus }, isCitizen: boolean) {
  if (kind === 'reception' && status === 'scheduled')
    return isCitizen ? 'receptionStatus.awaited' : 'receptionStatus.scheduled'
  return kind === 'reception' && status === 'closed' ? 'receptionStatus.closed' : (`sessionStatus.${status}` as const)
}
