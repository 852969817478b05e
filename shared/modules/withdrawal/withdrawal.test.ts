import { describe, expect, it } from 'vitest'
import {
  atReception,
  by,
  type Commands,
  closes,
  event,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  seals,
  start,
} from '../../../tests/harness/given.ts'

const issued: Step[] = [
  by('chair', 'visit.explainRefusal', { participantId: 'citizen1', groundId: 'decree-4-1-h', words: 'Đã trả lời.' }),
  by('system', 'notice.issue', {
    noticeId: '019b0000-0000-7000-8000-000000000001',
    participantId: 'citizen1',
    explainedAt: start,
    matter: 'Khiếu nại việc thu hồi đất',
    reason: 'Đã được trả lời, không có tình tiết mới.',
    citation: 'điểm h khoản 1 Điều 4 Nghị định số 154/2026/NĐ-CP',
    signatoryId: 'head',
    dueOn: '2026-11-27',
    number: 3,
    year: 2026,
    byParticipantId: null,
  }),
]
const paper: Commands['withdrawal.declare'] = {
  kind: 'refusalNotice',
  number: 3,
  year: 2026,
  reason: 'Sai tên',
  replacedBy: { number: 4, year: 2026 },
}

describe('the withdrawal of an issued paper', () => {
  it('is recorded in the session that issued the paper: who, when, why, and the replacement', () => {
    const session = atReception(inFullSession, ...issued, later(minutes(3)))
    session.when('clerk', 'withdrawal.declare', paper).gives(event('withdrawal.declared', paper))
    expect(session.state.withdrawal.withdrawals).toEqual([{ ...paper, at: start + minutes(3) }])
    expect(pageOf('secretary', session.state).withdrawal.withdrawals).toHaveLength(1)
    for (const who of ['citizen1', 'citizen2']) expect(pageOf(who, session.state).withdrawal.withdrawals).toEqual([])
    expect(pageOf('citizen2', session.state).withdrawal.issued).toEqual([])
  })

  it('is also allowed for a sealed session, because mistakes are found then', () => {
    atReception(inFullSession, ...issued, closes, seals)
      .when('clerk', 'withdrawal.declare', paper)
      .leaves(({ session, withdrawal }) => {
        expect(session.status).toBe('sealed')
        expect(withdrawal.withdrawals).toHaveLength(1)
      })
  })

  it('is declared once, for a paper of this session, by an account', () => {
    const session = atReception(inFullSession, ...issued)
    session.when('clerk', 'withdrawal.declare', { ...paper, number: 4 }).isRejected('withdrawal.unknown-paper')
    session.when('clerk', 'withdrawal.declare', { ...paper, kind: 'receipt' }).isRejected('withdrawal.unknown-paper')
    session
      .when('clerk', 'withdrawal.declare', { ...paper, replacedBy: { number: 3, year: 2026 } })
      .isRejected('withdrawal.by-itself')
    for (const who of ['chair', 'citizen1']) session.when(who, 'withdrawal.declare', paper).isRejected('forbidden')
    session.when('clerk', 'withdrawal.declare', paper)
    session.when('clerk', 'withdrawal.declare', { ...paper, reason: 'Nữa' }).isRejected('withdrawal.stands-no-more')
  })
})
