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
import { aggregate, participant } from '../../../tests/harness/session-model.ts'
import { type EntryContent, maximumEntries } from './contract.ts'

const note = { kind: 'note', text: 'Điểm cầu A đề nghị bổ sung số liệu.' } as const
const decision = { kind: 'decision', text: 'Thống nhất gia hạn đến hết quý IV.' } as const
const assignment = {
  kind: 'assignment',
  text: 'Trả lời kiến nghị của công dân.',
  unit: 'Sở Xây dựng',
  supportingUnits: ['Sở Tài chính'],
  ground: 'Thông báo số 12 của Chủ tịch thành phố',
  dueOn: '2026-12-31',
} satisfies EntryContent

const entryId = '019b0000-0000-7000-8000-000000000001'
/** The secretary writes an entry whose id the test knows. */
const writes =
  (content: EntryContent): Step =>
  (session) => {
    session.commit(participant('secretary'), 'minutes.add', [
      { type: 'minutes.added', v: 2, data: { entryId, itemId: null, content } },
    ])
  }
const room = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'observer1']

describe('an entry', () => {
  it.each([note, decision, assignment])('of the kind $kind is written by the secretary', (content) => {
    const { session } = given(inFullSession, later(min(8))).when('secretary', 'minutes.add', { content })
    expect(session.state.minutes.entries).toEqual([
      {
        entryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        itemId: null,
        content,
        at: start + min(8),
        byParticipantId: 'secretary',
        revisedAt: null,
        revision: 1,
      },
    ])
  })

  it.each(['chair', 'siteA', 'citizen1'])('is rejected from the %s', (who) => {
    given(inFullSession).when(who, 'minutes.add', { content: note }).isRejected('forbidden')
  })

  it.each([
    ['a note', note, ['chair', 'secretary']],
    ['a decision', decision, room],
    ['an assignment', assignment, room],
  ])('that is %s is visible to its audience only', (_what, content, readers) => {
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
  ])('%s is invalid', (_what, content, field) => {
    given(inFullSession).whenSent('secretary', 'minutes.add', { content }).isRejected('invalid', { field })
  })

  it('that is an assignment may have no due day', () => {
    given(inFullSession)
      .when('secretary', 'minutes.add', { content: { ...assignment, dueOn: null } })
      .leaves((state) => expect(state.minutes.entries).toMatchObject([{ content: { dueOn: null } }]))
  })

  it(`is rejected beyond ${maximumEntries} entries`, () => {
    const full = Array.from({ length: maximumEntries }, (_, n) =>
      event('minutes.added', {
        entryId: `019b0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        itemId: null,
        content: note,
      }),
    )
    given(staffAndSitesArrive, happened(...full))
      .when('secretary', 'minutes.add', { content: note })
      .isRejected('minutes.too-many', { maximum: maximumEntries })
  })
})

describe('the item an entry belongs to', () => {
  const starts = by('chair', 'agenda.start', { itemId: 'item1' })

  it('is the running one, unless the secretary names another', () => {
    const itemOf = (data: { itemId?: string | null }) => {
      const { events } = given(inFullSession, starts).when('secretary', 'minutes.add', { content: note, ...data })
      return events[0]?.data
    }
    expect(itemOf({})).toMatchObject({ itemId: 'item1' })
    expect(itemOf({ itemId: 'item2' })).toMatchObject({ itemId: 'item2' })
    expect(itemOf({ itemId: null })).toMatchObject({ itemId: null })
  })

  it('is none while no item is running', () => {
    given(inFullSession)
      .when('secretary', 'minutes.add', { content: note })
      .leaves(({ minutes }) => expect(minutes.entries).toMatchObject([{ itemId: null }]))
  })

  it('must be on the agenda', () => {
    const elsewhere = { itemId: 'item9', content: note }
    given(inFullSession).when('secretary', 'minutes.add', elsewhere).isRejected('agenda.unknown')
    given(inFullSession, writes(note))
      .when('secretary', 'minutes.revise', { entryId, baseRevision: 1, ...elsewhere })
      .isRejected('agenda.unknown')
  })

  it('may have been removed since: the entry can still be reworded', () => {
    const written = by('secretary', 'minutes.add', { itemId: 'item2', content: note })
    const gone = by('clerk', 'agenda.remove', { itemId: 'item2' })
    const { state, session } = given(inFullSession, written, gone)
    const id = state.minutes.entries[0]?.entryId ?? ''
    by('secretary', 'minutes.revise', { entryId: id, baseRevision: 1, itemId: 'item2', content: note })(session)
  })
})

describe('rewording', () => {
  const reworded = { ...decision, text: 'Thống nhất gia hạn đến hết ngày 31 tháng 12.' }

  it('keeps the entry’s place, time and author, and records when it was reworded', () => {
    given(inFullSession, writes(decision), later(min(3)))
      .when('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: reworded })
      .gives(event('minutes.revised', { entryId, itemId: null, content: reworded }))
      .leaves(({ minutes }) =>
        expect(minutes.entries).toEqual([
          {
            entryId,
            itemId: null,
            content: reworded,
            at: start,
            byParticipantId: 'secretary',
            revisedAt: start + min(3),
            revision: 2,
          },
        ]),
      )
      .isSeenBy(...room, 'citizen2')
  })

  it('cannot turn a note into a decision: what staff alone saw is not published', () => {
    given(inFullSession, writes(note))
      .when('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: decision })
      .isRejected('minutes.other-kind')
    given(inFullSession, writes(note))
      .when('secretary', 'minutes.revise', {
        entryId,
        itemId: null,
        baseRevision: 1,
        content: { ...note, text: 'Đã bổ sung.' },
      })
      .isSeenBy('chair', 'secretary')
  })

  it('requires an entry', () => {
    given(inFullSession)
      .when('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: note })
      .isRejected('minutes.unknown')
  })
})

describe('two secretaries who edit the same entry at once', () => {
  const ofOne = { ...decision, text: 'Gia hạn đến hết tháng 11.' }
  const ofOther = { ...decision, text: 'Gia hạn đến hết tháng 12.' }
  const one = by('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: ofOne })

  it('do not overwrite each other: the later command is rejected', () => {
    given(inFullSession, writes(decision), one)
      .when('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: ofOther })
      .isRejected('minutes.changed-meanwhile')
    given(inFullSession, writes(decision), one)
      .when('secretary', 'minutes.strike', { entryId, baseRevision: 1 })
      .isRejected('minutes.changed-meanwhile')
  })

  it('can save on top of the newest revision', () => {
    given(inFullSession, writes(decision), one)
      .when('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 2, content: ofOther })
      .leaves(({ minutes }) => expect(minutes.entries).toMatchObject([{ content: ofOther, revision: 3 }]))
  })
})

describe('a line of the minutes that is generated from the journal', () => {
  const line = { seq: 30, index: 0 }
  const untouched = { ...line, baseRevision: 0 }
  const rewords = (text: string) => by('secretary', 'minutes.rewordLine', { ...untouched, text })
  const hides = by('secretary', 'minutes.hideLine', untouched)
  /** The line as it was amended last. */
  const amended = (...steps: Step[]) => {
    const { session } = given(inFullSession, ...steps)
    return { ...line, baseRevision: session.journal.length }
  }

  it('can be reworded, hidden and restored by the secretary, visible to staff only', () => {
    const text = 'Đoàn công tác có mặt.'
    given(inFullSession)
      .when('secretary', 'minutes.rewordLine', { ...untouched, text })
      .gives(event('minutes.lineReworded', { ...line, text }))
      .leaves(({ minutes }) => expect(minutes.amendments).toMatchObject([{ ...line, text }]))
      .isSeenBy('chair', 'secretary')
    given(inFullSession, rewords(text))
      .when('secretary', 'minutes.hideLine', amended(rewords(text)))
      .leaves(({ minutes }) => expect(minutes.amendments).toMatchObject([{ ...line, text: null }]))
      .isSeenBy('chair', 'secretary')
    expect(pageOf('siteA', given(inFullSession, hides).state).minutes.amendments).toEqual([])
    given(inFullSession, hides)
      .when('secretary', 'minutes.restoreLine', amended(hides))
      .leaves(({ minutes }) => expect(minutes.amendments).toEqual([]))
      .isSeenBy('chair', 'secretary')
  })

  it('writes nothing when a command repeats the current state', () => {
    given(inFullSession, hides).when('secretary', 'minutes.hideLine', amended(hides)).givesNothing()
    given(inFullSession, rewords('Có mặt.'))
      .when('secretary', 'minutes.rewordLine', { ...amended(rewords('Có mặt.')), text: 'Có mặt.' })
      .givesNothing()
    given(inFullSession).when('secretary', 'minutes.restoreLine', untouched).givesNothing()
  })

  it('rejects an amendment based on an older revision', () => {
    const meanwhile = () => given(inFullSession, rewords('Đoàn công tác có mặt.'))
    meanwhile()
      .when('secretary', 'minutes.rewordLine', { ...untouched, text: 'Có mặt.' })
      .isRejected('minutes.changed-meanwhile')
    meanwhile().when('secretary', 'minutes.hideLine', untouched).isRejected('minutes.changed-meanwhile')
    meanwhile().when('secretary', 'minutes.restoreLine', untouched).isRejected('minutes.changed-meanwhile')
  })

  it('is amended by the secretary only', () => {
    given(inFullSession).when('chair', 'minutes.hideLine', untouched).isRejected('forbidden')
  })
})

describe('an entry from an old journal, without item and supporting units', () => {
  it('is read with no item and no supporting units', () => {
    const { supportingUnits: _units, ground: _ground, ...old } = assignment
    for (const type of ['minutes.added', 'minutes.revised'])
      expect(aggregate.readEvent({ type, v: 1, data: { entryId, content: old } }).data).toEqual({
        entryId,
        itemId: null,
        content: { ...old, supportingUnits: [], ground: null },
      })
    expect(aggregate.readEvent({ type: 'minutes.added', v: 1, data: { entryId, content: note } }).data).toEqual({
      entryId,
      itemId: null,
      content: note,
    })
  })
})

describe('striking out an entry', () => {
  it('removes it from the minutes, visible to everybody in the room', () => {
    given(inFullSession, writes(decision))
      .when('secretary', 'minutes.strike', { entryId, baseRevision: 1 })
      .gives(event('minutes.struck', { entryId, kind: 'decision' }))
      .leaves(({ minutes }) => expect(minutes.entries).toEqual([]))
      .isSeenBy(...room, 'citizen2')
  })

  it('that is a note is visible to staff only', () => {
    given(inFullSession, writes(note))
      .when('secretary', 'minutes.strike', { entryId, baseRevision: 1 })
      .isSeenBy('chair', 'secretary')
  })

  it('requires an entry, and is rejected a second time', () => {
    given(inFullSession, writes(note), by('secretary', 'minutes.strike', { entryId, baseRevision: 1 }))
      .when('secretary', 'minutes.strike', { entryId, baseRevision: 1 })
      .isRejected('minutes.unknown')
  })
})

describe('when the session is over, the minutes', () => {
  it('can still be completed after closing', () => {
    given(inFullSession, writes(decision), closes)
      .when('secretary', 'minutes.strike', { entryId, baseRevision: 1 })
      .leaves(({ minutes }) => expect(minutes.entries).toEqual([]))
  })

  it('cannot be changed after sealing', () => {
    const sealed = given.bind(null, inFullSession, writes(decision), closes, seals)
    sealed().whenStillPresent('secretary', 'minutes.add', { content: note }).isRejected('minutes.sealed')
    sealed()
      .whenStillPresent('secretary', 'minutes.revise', { entryId, itemId: null, baseRevision: 1, content: decision })
      .isRejected('minutes.sealed')
    for (const type of ['minutes.hideLine', 'minutes.restoreLine'] as const)
      sealed().whenStillPresent('secretary', type, { seq: 30, index: 0, baseRevision: 0 }).isRejected('minutes.sealed')
    sealed()
      .whenStillPresent('secretary', 'minutes.rewordLine', { seq: 30, index: 0, baseRevision: 0, text: 'Có mặt.' })
      .isRejected('minutes.sealed')
    sealed().whenStillPresent('secretary', 'minutes.strike', { entryId, baseRevision: 1 }).isRejected('minutes.sealed')
  })
})
