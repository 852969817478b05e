import { expect, it } from 'vitest'
import type { SessionId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import { given, inFullSession } from '../../../tests/harness/given.ts'
import { eraseWhereNotAllowed } from './erasing.ts'

const { state } = given(inFullSession)
const silent = { debug() {}, info() {}, warn() {}, error() {} }

function erasedAfter(changes: Partial<SessionState['session']>): SessionId[] {
  const erased: SessionId[] = []
  const after = eraseWhereNotAllowed({ erase: async (sessionId) => void erased.push(sessionId) }, silent)
  after({ ...state, session: { ...state.session, ...changes } })
  return erased
}

it('keeps the transcript of a session that is running, or closed but not sealed', () => {
  expect(erasedAfter({})).toEqual([])
  expect(erasedAfter({ status: 'closed' })).toEqual([])
})

it('erases the transcript when a visit becomes protected', () => {
  expect(erasedAfter({ isProtected: true })).toEqual([state.session.sessionId])
})

it('erases the transcript when the session is sealed or cancelled', () => {
  expect(erasedAfter({ status: 'sealed' })).toEqual([state.session.sessionId])
  expect(erasedAfter({ status: 'cancelled' })).toEqual([state.session.sessionId])
})
