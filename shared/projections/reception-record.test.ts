import { describe, expect, it } from 'vitest'
import { atReception, by, inFullSession, type Step, start } from '../../tests/harness/given.ts'
import { ParticipantId } from '../kernel/ids.ts'
import type { Named } from './minutes.ts'
import { receptionRecord } from './reception-record.ts'

const named = (participantId: string): Named => ({ name: participantId, title: null, role: 'citizen', site: null })
const citizens = [ParticipantId.parse('citizen1'), ParticipantId.parse('citizen2')]
const isConfirmed: Step[] = [
  by('secretary', 'identity.begin', { participantId: 'citizen1' }),
  by('system', 'identity.confirm', {
    participantId: 'citizen1',
    citizenId: 'known1',
    officerId: 'secretary',
    personKind: 'authorised',
    papers: ['identity', 'authorisation'],
    paper: { kind: 'citizenCard', lastDigits: '234' },
  }),
]
const statementOf = (session: { state: { statement: { statements: readonly { statementId: string }[] } } }) =>
  session.state.statement.statements.at(-1)?.statementId ?? 'none'
const isRead: Step[] = [
  by('secretary', 'statement.begin', { participantId: 'citizen1' }),
  (session) => {
    const statementId = statementOf(session)
    by('secretary', 'statement.type', { statementId, revision: 0, from: 0, removed: 0, inserted: 'Nhà tôi' })(session)
    by('secretary', 'statement.readBack', { statementId })(session)
  },
]

describe('the record of a reception', () => {
  it('contains who was identified by which papers, and how their statement was acknowledged', () => {
    const read = atReception(inFullSession, ...isConfirmed, ...isRead)
    const of = ({ state }: typeof read) => receptionRecord(state, named, citizens).citizens
    expect(of(read)).toMatchObject([
      { confirmed: { personKind: 'authorised', paper: { lastDigits: '234' }, at: start }, signed: 'unanswered' },
      { confirmed: null, signed: null },
    ])
    const refuses: Step = (session) =>
      by('secretary', 'statement.noteNotSigned', {
        statementId: statementOf(session),
        version: 1,
        reason: 'Không đồng ý',
      })(session)
    expect(of(atReception(inFullSession, ...isConfirmed, ...isRead, refuses))[0]?.signed).toBe('notSigned')
  })

  it('contains competence, refusals and papers handed in', () => {
    const { state } = atReception(
      inFullSession,
      ...isConfirmed,
      by('chair', 'visit.settleCompetence', { isOwn: false, competentUnit: 'Sở Tài chính' }),
      by('chair', 'visit.explainRefusal', { participantId: 'citizen2', groundId: 'law-9-2', words: 'Nhắc hai lần.' }),
      by('secretary', 'receipt.add', {
        participantId: 'citizen1',
        name: 'Đơn',
        pages: 2,
        condition: 'original',
        documentId: null,
      }),
      by('system', 'receipt.issue', {
        receiptId: '019b0000-0000-7000-8000-000000000001',
        participantId: 'citizen1',
        officerId: 'secretary',
        number: 7,
        year: 2026,
      }),
    )
    expect(receptionRecord(state, named, citizens)).toMatchObject({
      competence: { isOwn: false, competentUnit: 'Sở Tài chính' },
      refusals: [{ who: { name: 'citizen2' }, groundId: 'law-9-2', at: start }],
      receipts: [{ number: 7, papers: [{ name: 'Đơn', pages: 2 }] }],
    })
  })
})
