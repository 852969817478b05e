import { describe, expect, it } from 'vitest'
import {
  aDocument,
  atReception,
  by,
  type Commands,
  closes,
  event,
  given,
  inFullSession,
  later,
  minutes,
  pageOf,
  type Step,
  start,
} from '../../../tests/harness/given.ts'

const paper = (changes: Partial<Commands['receipt.add']> = {}): Commands['receipt.add'] => ({
  participantId: 'citizen1',
  name: 'Đơn khiếu nại',
  pages: 2,
  condition: 'original',
  documentId: null,
  ...changes,
})
const handsIn = (changes: Partial<Commands['receipt.add']> = {}): Step => by('secretary', 'receipt.add', paper(changes))
const isKnown: Step[] = [
  by('secretary', 'identity.begin', { participantId: 'citizen1' }),
  by('system', 'identity.confirm', {
    participantId: 'citizen1',
    citizenId: 'known1',
    officerId: 'secretary',
    personKind: 'citizen',
    papers: ['identity'],
    paper: { kind: 'citizenCard', lastDigits: '234' },
  }),
]
const issue = {
  receiptId: '019b0000-0000-7000-8000-000000000001',
  participantId: 'citizen1',
  officerId: 'secretary',
  number: 7,
  year: 2026,
}
const issues: Step = by('system', 'receipt.issue', issue)

describe('papers handed in', () => {
  it('are listed with pages and condition, visible to staff and to the citizen who handed them in', () => {
    const session = atReception(inFullSession)
    session.when('secretary', 'receipt.add', paper()).isSeenBy('chair', 'secretary', 'citizen1')
    expect(session.state.receipt.pending).toMatchObject([{ name: 'Đơn khiếu nại', pages: 2, sha256: null }])
    expect(pageOf('citizen1', session.state).receipt.pending).toHaveLength(1)
    for (const who of ['citizen2', 'siteA']) expect(pageOf(who, session.state).receipt.pending).toEqual([])
  })

  it('store the hash of their file if it is a document of the session', () => {
    const adds = by('system', 'documents.add', aDocument('photo'))
    atReception(inFullSession, adds)
      .when('secretary', 'receipt.add', paper({ documentId: 'photo' }))
      .leaves(({ receipt }) => expect(receipt.pending[0]?.sha256).toBe('a'.repeat(64)))
    atReception(inFullSession)
      .when('secretary', 'receipt.add', paper({ documentId: 'photo' }))
      .isRejected('receipt.unknown-document')
  })

  it('are accepted from a citizen only, at a reception that is not over', () => {
    given(inFullSession).when('secretary', 'receipt.add', paper()).isRejected('receipt.not-reception')
    const session = atReception(inFullSession)
    session.when('secretary', 'receipt.add', paper({ participantId: 'siteA' })).isRejected('receipt.not-citizen')
    session.when('citizen1', 'receipt.add', paper()).isRejected('forbidden')
    atReception(inFullSession, closes).when('secretary', 'receipt.add', paper()).isRejected('session.over')
  })

  it('can be removed from the list until a receipt is issued', () => {
    const session = atReception(inFullSession, handsIn())
    const paperId = session.state.receipt.pending[0]?.paperId ?? ''
    session.when('chair', 'receipt.remove', { paperId }).leaves(({ receipt }) => expect(receipt.pending).toEqual([]))
    session.when('chair', 'receipt.remove', { paperId }).isRejected('receipt.unknown-paper')
    const issued = atReception(inFullSession, ...isKnown, handsIn(), issues)
    const [kept] = issued.state.receipt.receipts[0]?.papers ?? []
    issued.when('chair', 'receipt.remove', { paperId: kept?.paperId ?? '' }).isRejected('receipt.unknown-paper')
  })
})

describe('a receipt', () => {
  it('lists everything that citizen handed in since the last receipt, with its number', () => {
    const session = atReception(
      inFullSession,
      ...isKnown,
      handsIn(),
      handsIn({ name: 'Giấy chứng nhận', condition: 'certifiedCopy' }),
      handsIn({ participantId: 'citizen2' }),
      later(minutes(9)),
    )
    session.when('system', 'receipt.issue', issue).gives(event('receipt.issued', issue))
    const { pending, receipts } = session.state.receipt
    expect(receipts).toMatchObject([{ number: 7, issuedAt: start + minutes(9) }])
    expect(receipts[0]?.papers.map(({ name }) => name)).toEqual(['Đơn khiếu nại', 'Giấy chứng nhận'])
    expect(pending.map(({ participantId }) => participantId)).toEqual(['citizen2'])
    session.when('system', 'receipt.issue', issue).isRejected('receipt.nothing')
  })

  it('is issued to a citizen whose identity is confirmed, by an officer in the room', () => {
    atReception(inFullSession, handsIn()).when('system', 'receipt.issue', issue).isRejected('receipt.unconfirmed')
    atReception(inFullSession, ...isKnown, handsIn())
      .when('system', 'receipt.issue', { ...issue, officerId: 'siteA' })
      .isRejected('receipt.not-officer')
  })
})
