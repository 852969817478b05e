import { describe, expect, it } from 'vitest'
import {
  about,
  aDocument,
  by,
  closes,
  event,
  given,
  grants,
  happened,
  inFullSession,
  later,
  pageOf,
  type Step,
  seconds,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import type { SessionState } from '../index.ts'
import { documentOf, maximumDocuments } from './contract.ts'

const adds = (documentId: string, changes: Parameters<typeof aDocument>[1] = {}): Step =>
  by('system', 'documents.add', aDocument(documentId, changes))
const report = adds('report')
const resolution = adds('resolution', { needsAcknowledgement: true })
const presents = (who: string, documentId = 'report', page = 1): Step =>
  by(who, 'documents.present', { documentId, page })
const letsHolder: Step = by('chair', 'documents.letHolderPresent', { isLet: true })
const presentation = (expected: unknown) => (state: SessionState) =>
  expect(state.documents.presentation).toEqual(expected)
const settings = {
  title: 'Báo cáo',
  itemId: null,
  isMarked: false,
  readBefore: true,
  needsAcknowledgement: false,
  secrecy: 'open',
} as const
const readings = (who: string, state: SessionState) => ({ ...pageOf(who, state).documents.readings })

describe('the documents of a session', () => {
  it('are added by the server only, and visible to those inside', () => {
    given(inFullSession)
      .when('system', 'documents.add', aDocument('report'))
      .gives(event('documents.added', aDocument('report')))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
    for (const who of ['chair', 'secretary', 'clerk', 'siteA'])
      given(inFullSession).when(who, 'documents.add', aDocument('report')).isRejected('forbidden')
  })

  it('are added once each, up to a hundred, and not after the session is over', () => {
    const many = Array.from({ length: maximumDocuments }, (_, index) => aDocument(`document${index + 10}`))
    given(happened(...many.map((data) => ({ type: 'documents.added' as const, data }))))
      .when('system', 'documents.add', aDocument('more'))
      .isRejected('documents.too-many', { maximum: maximumDocuments })
    given(report).when('system', 'documents.add', aDocument('report')).isRejected('documents.exists')
    given(inFullSession, closes).when('system', 'documents.add', aDocument('report')).isRejected('session.over')
  })

  it('may belong to an existing agenda item, and to none once it is removed', () => {
    given()
      .when('system', 'documents.add', aDocument('report', { itemId: 'nothing' }))
      .isRejected('documents.unknown-item')
    given(adds('report', { itemId: 'item1' }))
      .when('clerk', 'agenda.remove', { itemId: 'item1' })
      .leaves(({ documents }) => expect(documentOf(documents.documents, 'report' as never)?.itemId).toBeNull())
  })

  it('can have their settings changed by staff and by accounts', () => {
    const change = { documentId: 'report', ...settings }
    given(report, staffAndSitesArrive)
      .when('secretary', 'documents.change', change)
      .gives(event('documents.changed', change))
    given(report, by('clerk', 'documents.change', change))
      .when('clerk', 'documents.change', change)
      .givesNothing()
    given(report, staffAndSitesArrive).when('siteA', 'documents.change', change).isRejected('forbidden')
    given().when('clerk', 'documents.change', change).isRejected('documents.unknown')
  })

  it('can be marked only if they have pages', () => {
    const unshown = { shown: null, isMarked: true }
    given().when('system', 'documents.add', aDocument('table', unshown)).isRejected('documents.mark-needs-pages')
    given(adds('table', { shown: null }))
      .when('clerk', 'documents.change', { documentId: 'table', ...settings, isMarked: true })
      .isRejected('documents.mark-needs-pages')
  })

  it('can be removed, together with their reading records and their presentation', () => {
    given(
      resolution,
      inFullSession,
      by('siteA', 'documents.open', { documentId: 'resolution' }),
      presents('chair', 'resolution'),
    )
      .when('secretary', 'documents.remove', { documentId: 'resolution' })
      .gives(
        event('documents.presentationEnded', { documentId: 'resolution' }),
        event('documents.removed', { documentId: 'resolution' }),
      )
      .leaves(({ documents }) => {
        expect(documentOf(documents.documents, 'resolution' as never)).toBeUndefined()
        expect(documents.readings).toEqual({})
        expect(documents.presentation).toBeNull()
      })
    given(report, inFullSession, presents('chair', 'report'))
      .when('chair', 'documents.remove', { documentId: 'document1' })
      .leaves(presentation({ documentId: 'report', page: 1, presenterId: 'chair' }))
  })
})

describe('presenting', () => {
  it('shows one page to all, and can be ended', () => {
    const shown = given(report, inFullSession)
      .when('secretary', 'documents.present', { documentId: 'report', page: 3 })
      .gives(event('documents.presented', { documentId: 'report', page: 3, presenterId: 'secretary' }))
      .isSeenBy('chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2', 'observer1')
    expect(shown.session.state.documents.presentation?.page).toBe(3)
    given(report, inFullSession, presents('secretary'))
      .when('secretary', 'documents.turnPage', { documentId: 'report', page: 10 })
      .leaves(presentation({ documentId: 'report', page: 10, presenterId: 'secretary' }))
    given(report, inFullSession, presents('secretary'))
      .when('chair', 'documents.endPresentation', {})
      .leaves(presentation(null))
    given(inFullSession).when('chair', 'documents.endPresentation', {}).isRejected('documents.not-presented')
  })

  it('is allowed before the opening, and ends with the session', () => {
    given(report, staffAndSitesArrive, presents('chair'))
      .when('chair', 'documents.turnPage', { documentId: 'report', page: 2 })
      .leaves(presentation({ documentId: 'report', page: 2, presenterId: 'chair' }))
    given(report, inFullSession, presents('chair')).when('chair', 'session.close', {}).leaves(presentation(null))
    given(report, staffAndSitesArrive, presents('chair'))
      .when('clerk', 'session.cancel', { reason: 'Bão' })
      .leaves(presentation(null))
    given(report, inFullSession, closes)
      .when('chair', 'documents.present', { documentId: 'report', page: 1 })
      .isRejected('session.over')
  })

  it('rejects a page beyond the end, and a document that is not being presented', () => {
    given(report, inFullSession)
      .when('chair', 'documents.present', { documentId: 'report', page: 11 })
      .isRejected('documents.no-such-page', { pages: 10 })
    given(report, inFullSession, presents('chair'))
      .when('chair', 'documents.turnPage', { documentId: 'report', page: 11 })
      .isRejected('documents.no-such-page', { pages: 10 })
    given(report, inFullSession, presents('chair'))
      .when('chair', 'documents.turnPage', { documentId: 'document1', page: 2 })
      .isRejected('documents.not-presented')
    given(adds('table', { shown: null }), inFullSession)
      .when('chair', 'documents.present', { documentId: 'table', page: 1 })
      .isRejected('documents.no-pages')
    given(inFullSession)
      .when('chair', 'documents.present', { documentId: 'nothing', page: 1 })
      .isRejected('documents.unknown')
  })

  it('is taken over by staff who turn a page', () => {
    given(report, inFullSession, presents('secretary'))
      .when('chair', 'documents.turnPage', { documentId: 'report', page: 2 })
      .gives(event('documents.pageTurned', { documentId: 'report', page: 2, presenterId: 'chair' }))
    given(report, inFullSession, presents('secretary'))
      .when('secretary', 'documents.turnPage', { documentId: 'report', page: 1 })
      .givesNothing()
  })

  it('is allowed for the holder of the floor if staff let them, as long as they hold it', () => {
    const present = { documentId: 'report', page: 1 }
    const turn = { documentId: 'report', page: 2 }
    given(report, inFullSession, grants('siteA'))
      .when('siteA', 'documents.present', present)
      .isRejected('documents.not-presenter')
    given(report, inFullSession, letsHolder)
      .when('siteA', 'documents.present', present)
      .isRejected('documents.not-presenter')
    const holds = [report, inFullSession, letsHolder, grants('siteA'), presents('siteA')]
    given(...holds)
      .when('siteA', 'documents.turnPage', turn)
      .leaves(presentation({ documentId: 'report', page: 2, presenterId: 'siteA' }))
    given(...holds, by('siteA', 'floor.release', {}))
      .when('siteA', 'documents.turnPage', turn)
      .isRejected('documents.not-presenter')
    given(...holds, by('chair', 'floor.revoke', { reason: null }))
      .when('siteA', 'documents.endPresentation', {})
      .isRejected('documents.not-presenter')
    given(...holds, by('chair', 'documents.letHolderPresent', { isLet: false }))
      .when('siteA', 'documents.turnPage', turn)
      .isRejected('documents.not-presenter')
  })

  it.each([
    ['leaves', 'siteA', 'admission.leave', {}],
    ['is removed', 'chair', 'admission.remove', about('siteA')],
    ['is sent back to the waiting room', 'chair', 'admission.returnToWaiting', about('siteA')],
  ] as const)('continues without a presenter when the presenter %s: staff turn the pages', (_what, who, type, data) => {
    given(report, inFullSession, letsHolder, grants('siteA'), presents('siteA'))
      .when(who, type, data)
      .leaves(presentation({ documentId: 'report', page: 1, presenterId: null }))
    given(report, inFullSession, presents('chair'))
      .when(who, type, data)
      .leaves(presentation({ documentId: 'report', page: 1, presenterId: 'chair' }))
  })
})

describe('opening a document', () => {
  it('is recorded once for each participant, visible to staff and to that participant', () => {
    given(report, inFullSession, later(seconds(5)))
      .when('siteA', 'documents.open', { documentId: 'report' })
      .gives(event('documents.opened', { documentId: 'report', participantId: 'siteA' }))
      .isSeenBy('chair', 'secretary', 'siteA')
    const twice = given(
      report,
      inFullSession,
      by('siteA', 'documents.open', { documentId: 'report' }),
      later(seconds(5)),
    )
    twice.when('siteA', 'documents.open', { documentId: 'report' }).givesNothing()
    expect(readings('chair', twice.state)).toMatchObject({ report: { openedAt: { siteA: start } } })
    expect(readings('siteA', twice.state)).toMatchObject({ report: { openedAt: { siteA: start } } })
    expect(readings('siteB', twice.state)).toEqual({})
    given(inFullSession).when('siteA', 'documents.open', { documentId: 'nothing' }).isRejected('documents.unknown')
  })
})

describe('reading before the session', () => {
  const agendaPaper = adds('agenda-paper', { readBefore: true, needsAcknowledgement: true })
  const opens = { documentId: 'agenda-paper' }
  const studies = { documentId: 'agenda-paper', delegateIds: [] }

  it.each(['chair', 'siteA', 'citizen1'])(
    'is recorded for %s before they arrive, with the same events as inside',
    (who) => {
      given(agendaPaper)
        .when(who, 'documents.open', opens)
        .gives(event('documents.opened', { ...opens, participantId: who }))
        .isSeenBy()
      const read = given(agendaPaper, by(who, 'documents.open', opens), by(who, 'documents.acknowledge', studies))
      expect(read.state.documents.readings).toMatchObject({
        'agenda-paper': { openedAt: { [who]: start }, acknowledgedAt: { [who]: start } },
      })
    },
  )

  it('is visible to staff inside, and to the reader once inside, but not in the waiting room', () => {
    const waiting = given(agendaPaper, inFullSession, by('chair', 'admission.returnToWaiting', about('citizen1')))
    const read = waiting.when('citizen1', 'documents.open', opens)
    read.isSeenBy('chair', 'secretary')
    const after = given(
      agendaPaper,
      inFullSession,
      by('chair', 'admission.returnToWaiting', about('citizen1')),
      by('citizen1', 'documents.open', opens),
    )
    expect(readings('citizen1', after.state)).toEqual({})
    const inside = given(agendaPaper, by('siteA', 'documents.open', opens), inFullSession)
    expect(readings('siteA', inside.state)).toMatchObject({ 'agenda-paper': { openedAt: { siteA: start } } })
  })

  it('can be acknowledged for delegates by the operator of their site', () => {
    given(agendaPaper)
      .when('siteA', 'documents.acknowledge', { ...studies, delegateIds: ['delegate1'] })
      .gives(event('documents.acknowledged', { ...studies, participantId: 'siteA', delegateIds: ['delegate1'] }))
    given(agendaPaper)
      .when('siteB', 'documents.acknowledge', { ...studies, delegateIds: ['delegate1'] })
      .isRejected('documents.other-site')
  })

  it('is rejected for documents that are not marked to be read before', () => {
    const room = { documentId: 'resolution', delegateIds: [] }
    given(resolution).when('siteA', 'documents.open', { documentId: 'resolution' }).isRejected('documents.unknown')
    given(resolution).when('siteA', 'documents.acknowledge', room).isRejected('documents.unknown')
  })

  it('is rejected for observers, for removed or withdrawn participants, and after the session is over', () => {
    given(agendaPaper).when('observer1', 'documents.open', opens).isRejected('documents.unknown')
    given(agendaPaper, inFullSession, by('chair', 'admission.remove', about('citizen1')))
      .when('citizen1', 'documents.open', opens)
      .isRejected('documents.unknown')
    given(agendaPaper, by('clerk', 'admission.withdrawInvitation', about('siteA')))
      .when('siteA', 'documents.open', opens)
      .isRejected('documents.unknown')
    given(agendaPaper, staffAndSitesArrive, by('chair', 'session.open', {}), closes)
      .when('citizen1', 'documents.open', opens)
      .isRejected('session.over')
  })
})

describe('the acknowledgement of study', () => {
  const acknowledge = { documentId: 'resolution', delegateIds: [] }

  it('is given once, with its time, for a document that asks for it', () => {
    const done = given(
      resolution,
      inFullSession,
      later(seconds(30)),
      by('citizen1', 'documents.acknowledge', acknowledge),
    )
    expect(done.state.documents.readings).toMatchObject({
      resolution: { acknowledgedAt: { citizen1: start + seconds(30) } },
    })
    expect(readings('citizen2', done.state)).toEqual({})
    done.when('citizen1', 'documents.acknowledge', acknowledge).givesNothing()
    given(report, inFullSession)
      .when('citizen1', 'documents.acknowledge', { documentId: 'report', delegateIds: [] })
      .isRejected('documents.no-acknowledgement')
    given(resolution, inFullSession, closes)
      .when('chair', 'documents.acknowledge', acknowledge)
      .isRejected('session.over')
  })

  it('is given for the delegates of a site by its operator, who can add more delegates later', () => {
    const first = given(
      resolution,
      inFullSession,
      by('siteA', 'documents.acknowledge', { ...acknowledge, delegateIds: ['delegate1'] }),
    )
    first
      .when('siteA', 'documents.acknowledge', { ...acknowledge, delegateIds: ['delegate1', 'delegate2', 'delegate2'] })
      .gives(
        event('documents.acknowledged', {
          documentId: 'resolution',
          participantId: 'siteA',
          delegateIds: ['delegate2'],
        }),
      )
      .leaves(({ documents }) =>
        expect(documents.readings).toMatchObject({
          resolution: {
            delegates: { delegate1: { byParticipantId: 'siteA' }, delegate2: { byParticipantId: 'siteA' } },
          },
        }),
      )
  })

  it.each(['siteB', 'citizen1', 'chair'])('is rejected for others when given by %s', (who) => {
    given(resolution, inFullSession)
      .when(who, 'documents.acknowledge', { ...acknowledge, delegateIds: ['delegate1'] })
      .isRejected('documents.other-site')
  })
})

it('no document is visible in the waiting room', () => {
  const waiting = given(
    report,
    inFullSession,
    presents('chair'),
    by('chair', 'admission.returnToWaiting', about('citizen1')),
  )
  expect(pageOf('citizen1', waiting.state).documents).toMatchObject({ documents: [], presentation: null, readings: {} })
})
