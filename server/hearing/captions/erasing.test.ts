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

it('a session that goes on, or is closed and not yet sealed, keeps its transcript', () => {
  expect(erasedAfter({})).toEqual([])
  expect(erasedAfter({ status: 'closed' })).toEqual([])
})

it('a visit that turns out to be of who denounces loses what was written before', () => {
  expect(erasedAfter({ isProtected: true })).toEqual([state.session.sessionId])
})

it('a session that is sealed or cancelled loses it', () => {
  expect(erasedAfter({ status: 'sealed' })).toEqual([state.session.sessionId])
  expect(erasedAfter({ status: 'cancelled' })).toEqual([state.session.sessionId])
})
