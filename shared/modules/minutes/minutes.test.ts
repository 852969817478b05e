import { describe, expect, it } from 'vitest'
import {
  by,
  closes,
  event,
  given,
  happened,
  inFullSession,
  later,
  minutes as min,
  pageOf,
  type Step,
  seals,
  sendsBack,
  staffAndSitesArrive,
  start,
} from '../../../tests/harness/given.ts'
import { participant } from '../../../tests/harness/session-model.ts'
import { type EntryContent, maximumEntries } from './contract.ts'

const note = { kind: 'note', text: 'Điểm cầu A đề nghị bổ sung số liệu.' } as const
const decision = { kind: 'decision', text: 'Thống nhất gia hạn đến hết quý IV.' } as const
const assignment = {
  kind: 'assignment',
  text: 'Trả lời kiến nghị của công dân.',
  unit: 'Sở Xây dựng',
  dueOn: '2026-12-31',
} as const

const entryId = '019b0000-0000-7000-8000-000000000001'
/** The secretary writes an entry whose id the test knows. */
const writes =
  (content: EntryContent): Step =>
  (session) => {
    session.commit(participant('secretary'), 'minutes.add', [
      { type: 'minutes.added', v: 1, data: { entryId, content } },
    ])
  }
const room = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1']

describe('an entry', () => {
  it.each([note, decision, assignment])('of the kind $kind is written by the secretary', (content) => {
    const { session } = given(inFullSession, later(min(8))).when('secretary', 'minutes.add', { content })
    expect(session.state.minutes.entries).toEqual([
      {
        entryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        content,
        at: start + min(8),
        byParticipantId: 'secretary',
        revisedAt: null,
      },
    ])
  })

  it.each(['chair', 'siteA', 'citizen1'])('is not written by the %s', (who) => {
    given(inFullSession).when(who, 'minutes.add', { content: note }).isRejected('forbidden')
  })

  it.each([
    ['a note', note, ['chair', 'secretary']],
    ['a decision', decision, room],
    ['an assignment', assignment, room],
  ])('that is %s is seen by those it is for', (_what, content, readers) => {
    given(inFullSession, sendsBack('citizen2'))
      .when('secretary', 'minutes.add', { content })
      .isSeenBy(...readers)
      .leaves((state) => {
        for (const who of [...room, 'citizen2'])
          expect(pageOf(who, state).minutes.entries, who).toHaveLength(readers.includes(who) ? 1 : 0)
      })
  })

  it.each([
    ['without words', { ...note, text: '' }, 'content.text'],
    ['of another kind', { ...note, kind: 'opinion' }, 'content.kind'],
    ['that assigns to nobody', { ...assignment, unit: ' ' }, 'content.unit'],
    ['due on a day that is not in the calendar', { ...assignment, dueOn: '2026-02-30' }, 'content.dueOn'],
  ])('%s is none', (_what, content, field) => {
    given(inFullSession).whenSent('secretary', 'minutes.add', { content }).isRejected('invalid', { field })
  })

  it('may assign without a day', () => {
    given(inFullSession)
      .when('secretary', 'minutes.add', { content: { ...assignment, dueOn: null } })
      .leaves((state) => expect(state.minutes.entries).toMatchObject([{ content: { dueOn: null } }]))
  })

  it(`is one of ${maximumEntries} at most`, () => {
    const full = Array.from({ length: maximumEntries }, (_, n) =>
      event('minutes.added', { entryId: `019b0000-0000-7000-8000-${String(n).padStart(12, '0')}`, content: note }),
    )
    given(staffAndSitesArrive, happened(...full))
      .when('secretary', 'minutes.add', { content: note })
      .isRejected('minutes.too-many', { maximum: maximumEntries })
  })
})

describe('rewording', () => {
  const reworded = { ...decision, text: 'Thống nhất gia hạn đến hết ngày 31 tháng 12.' }

  it('keeps the entry’s place, time and author, and says when it was reworded', () => {
    given(inFullSession, writes(decision), later(min(3)))
      .when('secretary', 'minutes.revise', { entryId, content: reworded })
      .gives(event('minutes.revised', { entryId, content: reworded }))
      .leaves(({ minutes }) =>
        expect(minutes.entries).toEqual([
          { entryId, content: reworded, at: start, byParticipantId: 'secretary', revisedAt: start + min(3) },
        ]),
      )
      .isSeenBy(...room, 'citizen2')
  })

  it('leaves a note a note: what staff alone saw is not shown by changing its kind', () => {
    given(inFullSession, writes(note))
      .when('secretary', 'minutes.revise', { entryId, content: decision })
      .isRejected('minutes.other-kind')
    given(inFullSession, writes(note))
      .when('secretary', 'minutes.revise', { entryId, content: { ...note, text: 'Đã bổ sung.' } })
      .isSeenBy('chair', 'secretary')
  })

  it('needs an entry', () => {
    given(inFullSession).when('secretary', 'minutes.revise', { entryId, content: note }).isRejected('minutes.unknown')
  })
})

describe('striking out', () => {
  it('takes the entry out of the minutes', () => {
    given(inFullSession, writes(decision))
      .when('secretary', 'minutes.strike', { entryId })
      .gives(event('minutes.struck', { entryId, kind: 'decision' }))
      .leaves(({ minutes }) => expect(minutes.entries).toEqual([]))
      .isSeenBy(...room, 'citizen2')
  })

  it('a note is seen by those who saw the note', () => {
    given(inFullSession, writes(note)).when('secretary', 'minutes.strike', { entryId }).isSeenBy('chair', 'secretary')
  })

  it('needs an entry, and is done once', () => {
    given(inFullSession, writes(note), by('secretary', 'minutes.strike', { entryId }))
      .when('secretary', 'minutes.strike', { entryId })
      .isRejected('minutes.unknown')
  })
})

describe('when the session is over, the minutes', () => {
  it('can still be completed after closing', () => {
    given(inFullSession, writes(decision), closes)
      .when('secretary', 'minutes.strike', { entryId })
      .leaves(({ minutes }) => expect(minutes.entries).toEqual([]))
  })

  it('stay as they are once sealed', () => {
    const sealed = given.bind(null, inFullSession, writes(decision), closes, seals)
    sealed().whenStillPresent('secretary', 'minutes.add', { content: note }).isRejected('minutes.sealed')
    sealed()
      .whenStillPresent('secretary', 'minutes.revise', { entryId, content: decision })
      .isRejected('minutes.sealed')
    sealed().whenStillPresent('secretary', 'minutes.strike', { entryId }).isRejected('minutes.sealed')
  })
})
