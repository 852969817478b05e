import { describe, expect, it } from 'vitest'
import {
  atReception,
  by,
  closes,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  seals,
  start,
} from '../../../tests/harness/given.ts'

const refuses = (groundId: string): Step =>
  by('chair', 'visit.explainRefusal', { participantId: 'citizen1', groundId, words: 'Đã trả lời năm 2025.' })
const notice = {
  noticeId: '019b0000-0000-7000-8000-000000000001',
  participantId: 'citizen1',
  explainedAt: start,
  matter: 'Khiếu nại việc thu hồi đất',
  reason: 'Vụ việc đã được trả lời, không có tình tiết mới.',
  citation: 'điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP',
  signatoryId: 'head',
  dueOn: '2026-11-27',
  number: 3,
  year: 2026,
  byParticipantId: 'secretary',
} as const
const refused = refuses('decree-4-1-h')

describe('the notice of refusal', () => {
  it('is issued with its number, visible to staff and to the citizen concerned', () => {
    const session = atReception(inFullSession, refused, later(minutes(3)))
    session.when('system', 'notice.issue', notice).isSeenBy('chair', 'secretary', 'citizen1')
    expect(session.state.notice.notices).toEqual([{ ...notice, issuedAt: start + minutes(3) }])
    expect(pageOf('citizen2', session.state).notice.notices).toEqual([])
  })

  it('can be issued by an account too, also after the reception, until the session is sealed', () => {
    atReception(inFullSession, refused, closes)
      .when('clerk', 'notice.issue', { ...notice, byParticipantId: null })
      .leaves((state) => expect(state.notice.notices).toHaveLength(1))
    atReception(inFullSession, refused, closes, seals)
      .when('system', 'notice.issue', notice)
      .isRejected('notice.sealed')
  })

  it('requires an explained refusal on a ground that needs a notice, and is issued once', () => {
    atReception(inFullSession).when('system', 'notice.issue', notice).isRejected('notice.unknown-refusal')
    atReception(inFullSession, refuses('decree-4-1-a'))
      .when('system', 'notice.issue', notice)
      .isRejected('notice.not-owed')
    atReception(inFullSession, refused, by('system', 'notice.issue', notice))
      .when('system', 'notice.issue', { ...notice, number: 4 })
      .isRejected('notice.already-issued')
  })

  it('is rejected when a page sends the command itself with a number', () => {
    atReception(inFullSession, refused)
      .when('secretary', 'notice.issue' as never, notice as never)
      .isRejected('forbidden')
  })
})
