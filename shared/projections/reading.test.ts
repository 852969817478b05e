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

describe('who has studied a document', () => {
  it('is told site by site, participants and delegates, with the time', () => {
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

  it('is counted: those with a page of their own may open it, all may study it; observers are not asked', () => {
    expect(countsOf(sites.flatMap(({ readers }) => readers))).toEqual({
      opened: 2,
      openers: 6,
      acknowledged: 2,
      readers: 9,
    })
  })
})

describe('what the minutes tell', () => {
  it('is how many have studied a document, at how many sites, as of the last', () => {
    expect(studied(session.state)).toEqual([{ at: start, title: 'Tài liệu resolution', people: 2, sites: 1 }])
  })
})

describe('what is still asked of somebody', () => {
  it('is to read what is to be read, and to say so where it is asked', () => {
    const waits = (who: string) => waitingFor(session.state.documents, who as never)
    // document1 of the model asks for both, document2 to be read.
    expect([waits('siteA'), waits('chair'), waits('siteB')]).toEqual([2, 3, 3])
  })
})

describe('what is to be read before the session', () => {
  const titles = (state: typeof session.state, who: string) =>
    toReadBefore(state, who as never).map(({ documentId }) => documentId)
  const before = given(
    by('system', 'documents.add', aDocument('resolution', { readBefore: true })),
    by('system', 'documents.add', aDocument('slides')),
  ).state

  it('are the documents that say so, for everybody invited but observers', () => {
    expect(titles(before, 'siteA')).toContain('resolution')
    expect(titles(before, 'siteA')).not.toContain('slides')
    expect(titles(before, 'citizen1')).toEqual(titles(before, 'siteA'))
    expect(titles(before, 'observer1')).toEqual([])
    expect(titles(before, 'nobody')).toEqual([])
  })

  it('is nothing any more once the session is over', () => {
    expect(titles(given(inFullSession, closes).state, 'siteA')).toEqual([])
  })
})
