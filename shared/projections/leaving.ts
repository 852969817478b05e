// Decides whether text of a session may be copied out of it: to a list, letter, figure, notice or transcript. Pure.
// Code that copies text requires a value of type `Leaving`, which only this check returns (ADR 0075).
import type { SessionState } from '../modules/index.ts'
import { isStateSecret } from '../secrecy/levels.ts'

declare const asked: unique symbol

/** A session of which it was asked, and the answer was yes. */
export type Leaving = SessionState & { readonly [asked]: true }

/** Not of somebody who denounces (ADR 0045, 0047), and no secret of the state (ADR 0056, 0066). */
export const mayLeave = (state: SessionState): state is Leaving =>
  !state.session.isProtected && !isStateSecret(state.session.secrecy)

/** What lists and letters call it; empty: its title stays inside. The title of a visit is made by the server, of its kind and its number. */
export function titleOutside(state: SessionState): string {
  const { title, visitOf, secrecy } = state.session
  return mayLeave(state) || (visitOf !== null && !isStateSecret(secrecy)) ? title : ''
}

/** As `titleOutside`, for those who need a word for it. */
export const calledOutside = (state: SessionState): string =>
  titleOutside(state) || (isStateSecret(state.session.secrecy) ? 'Phiên họp có độ mật' : 'Phiên được bảo vệ')
