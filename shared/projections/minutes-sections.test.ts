import { describe, expect, it } from 'vitest'
import {
  all,
  by,
  closes,
  given,
  grants,
  inFullSession,
  later,
  minutes,
  type Step,
  suspends,
} from '../../tests/harness/given.ts'
import { aggregate } from '../../tests/harness/session-model.ts'
import { minutesDocument } from './minutes-document.ts'

const minute = later(minutes(1))
const starts = (itemId: string) => by('chair', 'agenda.start', { itemId })
const writes = (text: string, itemId?: string | null) =>
  by('secretary', 'minutes.add', { content: { kind: 'note', text }, ...(itemId !== undefined && { itemId }) })

function documentAfter(...steps: Step[]) {
  const { session } = given(inFullSession, minute, ...steps)
  const agency = { organisation: 'UBND thành phố', parentOrganisation: null, placeName: null, abbreviation: null }
  return minutesDocument(aggregate, session.journal, {}, agency, session.at)
}
/** Each section’s heading and what happened in it, without the arrivals. */
const outline = (...steps: Step[]) =>
  documentAfter(...steps).sections.map(({ part, item, lines }) => [
    item ? `${item.number}${item.isAgain ? ' again' : ''}` : part,
    lines
      .map(({ line }) => (line.kind === 'note' ? line.text : line.kind))
      .filter((kind) => kind !== 'arrived')
      .join(', '),
  ])

describe('the sections of the minutes', () => {
  it('are a single one when no item was taken up', () => {
    expect(outline(writes('một'), minute, suspends)).toEqual([['whole', 'opened, một, suspended']])
  })

  it('follow the items in the order in which they were taken up', () => {
    expect(
      outline(starts('item2'), minute, writes('một'), minute, starts('item1'), minute, writes('hai'), closes),
    ).toEqual([
      ['opening', 'opened'],
      ['2', 'itemStarted, một, itemFinished'],
      ['1', 'itemStarted, hai'],
      ['closing', 'closed'],
    ])
  })

  it('contain one for each time an item was taken up', () => {
    expect(outline(starts('item1'), minute, starts('item2'), minute, starts('item1'))).toEqual([
      ['opening', 'opened'],
      ['1', 'itemStarted, itemFinished'],
      ['2', 'itemStarted, itemFinished'],
      ['1 again', 'itemStarted'],
    ])
  })

  it('assign what happens between two items to the first', () => {
    const finishes = by('chair', 'agenda.finish', { itemId: 'item1' })
    const between = all(starts('item1'), minute, finishes, minute, suspends, minute, by('chair', 'session.resume', {}))
    expect(outline(between, minute, starts('item2'))).toEqual([
      ['opening', 'opened'],
      ['1', 'itemStarted, itemFinished, suspended, resumed'],
      ['2', 'itemStarted'],
    ])
  })

  it('place a later entry in the section of its item', () => {
    const course = all(writes('đầu giờ'), minute, starts('item1'), minute, starts('item2'), minute)
    expect(outline(course, writes('về nội dung 1', 'item1'), writes('chung', null), minute, closes)).toEqual([
      ['opening', 'opened, đầu giờ'],
      ['1', 'itemStarted, itemFinished, về nội dung 1'],
      ['2', 'itemStarted'],
      ['closing', 'chung, closed'],
    ])
  })

  it('place an entry on an item taken up twice by its time', () => {
    const course = all(starts('item1'), minute, starts('item2'), minute, writes('giữa', 'item1'), minute)
    expect(outline(course, starts('item1'), minute, writes('cuối'))).toEqual([
      ['opening', 'opened'],
      ['1', 'itemStarted, itemFinished, giữa'],
      ['2', 'itemStarted, itemFinished'],
      ['1 again', 'itemStarted, cuối'],
    ])
  })

  it('contain one for an item that has entries but was never taken up', () => {
    expect(outline(writes('hoãn', 'item2'), minute, closes)).toEqual([
      ['opening', 'opened'],
      ['2', 'hoãn'],
      ['closing', 'closed'],
    ])
  })

  it('put an entry of a removed item into the main section', () => {
    const removed = by('clerk', 'agenda.remove', { itemId: 'item2' })
    expect(outline(writes('hoãn', 'item2'), removed)).toEqual([['whole', 'opened, hoãn']])
  })
})

describe('an amended line', () => {
  it('keeps its generated content together with the secretary’s text', () => {
    const { session } = given(inFullSession, starts('item1'))
    const seq = session.journal.length
    const amended = documentAfter(
      starts('item1'),
      by('secretary', 'minutes.rewordLine', { seq, index: 0, baseRevision: 0, text: 'Bắt đầu.' }),
    )
    expect(amended.sections[1]?.lines).toEqual([
      {
        source: { from: 'journal', seq, index: 0 },
        line: expect.objectContaining({ kind: 'itemStarted' }),
        amendment: { seq, index: 0, text: 'Bắt đầu.', revision: seq + 1 },
      },
    ])
  })
})

describe('a line computed from the whole journal', () => {
  it('is placed by its time, and cannot be amended', () => {
    const rule = by('chair', 'quorum.setRule', {
      rule: { of: 'sites', bound: 'atLeast', numerator: 2, denominator: 3 },
    })
    const { sections } = documentAfter(starts('item1'), minute, rule)
    const counted = sections.flatMap(({ part, lines }) =>
      lines.filter(({ line }) => line.kind === 'quorum').map(({ source, amendment }) => [part, source.from, amendment]),
    )
    expect(counted).toEqual([['item', 'count', null]])
  })
})

describe('the speaking times', () => {
  const spokenAfter = (...steps: Step[]) =>
    documentAfter(...steps).spoken.map(({ who, site, spokenMs }) => [who?.role ?? site, spokenMs])

  it('are summed for each person and each site', () => {
    const release = by('siteA', 'floor.release', {})
    const again = all(grants('siteA'), later(minutes(2)), release)
    expect(spokenAfter(grants('siteA'), minute, release, grants('citizen1'), minute, again)).toEqual([
      ['Điểm cầu branchA', minutes(3)],
      ['citizen', minutes(1)],
    ])
  })

  it('name the speaker of a site', () => {
    const names = by('chair', 'floor.nameSpeaker', { speakerId: 'person-delegate1' })
    const [first] = documentAfter(grants('siteA'), names, minute, closes).spoken
    expect(first).toMatchObject({ who: { name: '…', site: 'Điểm cầu branchA' }, spokenMs: minutes(1) })
  })
})
