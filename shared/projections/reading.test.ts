import { describe, expect, it } from 'vitest'
import { aDocument, by, closes, given, inFullSession, start } from '../../tests/harness/given.ts'
import { countsOf, readingBySite, studied, toReadBefore, waitingFor } from './reading.ts'

const session = given(
  by('system', 'documents.add', aDocument('resolution', { needsAcknowledgement: true, readBefore: true })),
  inFullSession,
  by('siteA', 'documents.open', { documentId: 'resolution' }),
  by('siteA', 'documents.acknowledge', { documentId: 'resolution', delegateIds: ['delegate2'] }),
  by('chair', 'documents.open', { documentId: 'resolution' }),
)
const sites = readingBySite(session.state, { documentId: 'resolution' as never })

describe('the readers of a document', () => {
  it('are listed by site, participants and delegates, with the time', () => {
    expect(sites.map(({ name }) => name)).toEqual(['Điểm cầu centre', 'Điểm cầu branchA', 'Điểm cầu branchB', null])
    expect(sites[1]?.readers).toEqual([
      {
        id: 'siteA',
        personId: 'person-siteA',
        isDelegate: false,
        openedAt: start,
        acknowledgedAt: start,
        spokenForBy: null,
      },
      {
        id: 'delegate1',
        personId: 'person-delegate1',
        isDelegate: true,
        openedAt: null,
        acknowledgedAt: null,
        spokenForBy: null,
      },
      {
        id: 'delegate2',
        personId: 'person-delegate2',
        isDelegate: true,
        openedAt: null,
        acknowledgedAt: start,
        spokenForBy: 'siteA',
      },
    ])
  })

  it('are counted: participants can open it, participants and delegates can acknowledge it, observers are excluded', () => {
    expect(countsOf(sites.flatMap(({ readers }) => readers))).toEqual({
      opened: 2,
      openers: 6,
      acknowledged: 2,
      readers: 9,
    })
  })
})

describe('the line in the minutes about reading', () => {
  it('states how many have acknowledged a document, at how many sites, at the time of the last', () => {
    expect(studied(session.state)).toEqual([{ at: start, title: 'Tài liệu resolution', people: 2, sites: 1 }])
  })
})

describe('the reading tasks of a participant', () => {
  it('are documents to open, and to acknowledge where asked', () => {
    const waits = (who: string) => waitingFor(session.state.documents, who as never)
    // document1 of the model asks for both, document2 to be read.
    expect([waits('siteA'), waits('chair'), waits('siteB')]).toEqual([2, 3, 3])
  })
})

describe('the documents to be read before the session', () => {
  const titles = (state: typeof session.state, who: string) =>
    toReadBefore(state, who as never).map(({ documentId }) => documentId)
  const before = given(
    by('system', 'documents.add', aDocument('resolution', { readBefore: true })),
    by('system', 'documents.add', aDocument('slides')),
  ).state

  it('are those marked so, for everybody invited but observers', () => {
    expect(titles(before, 'siteA')).toContain('resolution')
    expect(titles(before, 'siteA')).not.toContain('slides')
    expect(titles(before, 'citizen1')).toEqual(titles(before, 'siteA'))
    expect(titles(before, 'observer1')).toEqual([])
    expect(titles(before, 'nobody')).toEqual([])
  })

  it('are none after the session is over', () => {
    expect(titles(given(inFullSession, closes).state, 'siteA')).toEqual([])
  })
})
