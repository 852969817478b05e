import { describe, expect, it } from 'vitest'
import {
  aSubmission,
  atReception,
  by,
  closes,
  given,
  inFullSession,
  pageOf,
  type Step,
} from '../../../tests/harness/given.ts'
import { maximumSubmitted } from './contract.ts'

const sends = (...given: Parameters<typeof aSubmission>): Step => by('system', 'submission.add', aSubmission(...given))
const hash = (index: number) => index.toString(16).padStart(64, '0')
const lists = (participantId = 'citizen1'): Step =>
  by('secretary', 'receipt.add', {
    participantId,
    name: 'Quyết định',
    pages: 2,
    condition: 'photocopy',
    documentId: 'photo',
  })

describe('a paper that a citizen sends', () => {
  it('is visible to staff and to that citizen only', () => {
    const session = atReception(inFullSession)
    session.when('system', 'submission.add', aSubmission('photo')).isSeenBy('chair', 'secretary', 'citizen1')
    for (const who of ['chair', 'secretary', 'citizen1'])
      expect(pageOf(who, session.state).submission.papers).toMatchObject([{ documentId: 'photo' }])
    for (const who of ['citizen2', 'siteA']) expect(pageOf(who, session.state).submission.papers).toEqual([])
  })

  it('requires a citizen in the room of a reception that is not over', () => {
    given(inFullSession).when('system', 'submission.add', aSubmission('photo')).isRejected('submission.not-reception')
    const session = atReception(inFullSession)
    session
      .when('system', 'submission.add', aSubmission('photo', { participantId: 'siteA' }))
      .isRejected('submission.not-citizen')
    session.when('citizen1', 'submission.add', aSubmission('photo')).isRejected('forbidden')
    atReception(
      inFullSession,
      by('secretary', 'admission.returnToWaiting', { participantId: 'citizen1', reason: 'Chờ gọi lại' }),
    )
      .when('system', 'submission.add', aSubmission('photo'))
      .isRejected('submission.not-present')
    atReception(inFullSession, closes).when('system', 'submission.add', aSubmission('photo')).isRejected('session.over')
  })

  it('is limited in number and total size for each citizen separately', () => {
    const many = Array.from({ length: maximumSubmitted }, (_, index) => sends(`photo${index}`, { sha256: hash(index) }))
    const full = atReception(inFullSession, ...many)
    full
      .when('system', 'submission.add', aSubmission('more'))
      .isRejected('submission.too-many', { maximum: maximumSubmitted })
    full
      .when('system', 'submission.add', aSubmission('more', { participantId: 'citizen2' }))
      .isSeenBy('chair', 'secretary', 'citizen2')
    const heavy = atReception(inFullSession, sends('heavy', { bytes: 60 * 1024 * 1024 }))
    heavy
      .when('system', 'submission.add', aSubmission('heavier', { bytes: 50 * 1024 * 1024, sha256: hash(1) }))
      .isRejected('submission.too-large', { megabytes: 100 })
    heavy.when('system', 'submission.add', aSubmission('again')).isRejected('submission.same')
  })

  it('can be removed by its sender and by staff, not by another citizen', () => {
    const session = atReception(inFullSession, sends('photo'))
    session.when('citizen2', 'submission.remove', { documentId: 'photo' }).isRejected('submission.unknown')
    session.when('siteA', 'submission.remove', { documentId: 'photo' }).isRejected('forbidden')
    for (const who of ['citizen1', 'secretary'] as const)
      atReception(inFullSession, sends('photo'))
        .when(who, 'submission.remove', { documentId: 'photo' })
        .leaves(({ submission }) => expect(submission.papers).toEqual([]))
  })

  it('can be put on the receipt of that citizen only, with its hash, and is then not removable', () => {
    const session = atReception(inFullSession, sends('photo'), lists())
    expect(session.state.receipt.pending).toMatchObject([{ name: 'Quyết định', sha256: 'b'.repeat(64) }])
    session.when('citizen1', 'submission.remove', { documentId: 'photo' }).isRejected('submission.listed')
    atReception(inFullSession, sends('photo'))
      .when('secretary', 'receipt.add', {
        participantId: 'citizen2',
        name: 'Quyết định',
        pages: 2,
        condition: 'photocopy',
        documentId: 'photo',
      })
      .isRejected('receipt.unknown-document')
  })
})
