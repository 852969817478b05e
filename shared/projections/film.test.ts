import { describe, expect, it } from 'vitest'
import {
  aDocument,
  all,
  atReception,
  by,
  byTurns,
  closes,
  given,
  grants,
  inFullSession,
  later,
  leaves,
  minutes,
  type Step,
  start,
  suspends,
} from '../../tests/harness/given.ts'
import { aggregate } from '../../tests/harness/session-model.ts'
import { ParticipantId } from '../kernel/ids.ts'
import type { Layout } from '../modules/stage/contract.ts'
import type { MediaSource } from '../wire/engine/media-requests.ts'
import type { Person } from '../wire/engine/socket-events.ts'
import { filmOf, type Picture, type Scene } from './film.ts'
import type { RecordedFile } from './film-files.ts'

const people: Readonly<Record<string, Person>> = {
  'person-chair': { name: 'Nguyễn Văn Hùng', title: 'Phó Chủ tịch UBND thành phố' },
  'person-siteA': { name: 'Lê Quang Đạo', title: null },
  'person-citizen1': { name: 'Phạm Thị Hoa', title: null },
}
const records = all(by('chair', 'recording.request', {}), by('system', 'recording.confirm', {}))
const inRecordedSession = all(inFullSession, records)
const minute = later(minutes(1))
const at = (minute: number) => start + minutes(minute)

/** A file of somebody from one minute to another. */
const file = (who: string, source: MediaSource, from: number, until: number): RecordedFile => ({
  participantId: ParticipantId.parse(who),
  source,
  channel: null,
  file: `${who}-${source}.mkv`,
  from: at(from),
  until: at(until),
})
const always = ['chair', 'siteA', 'siteB', 'citizen1'].flatMap((who) => [
  file(who, 'camera', 0, 60),
  file(who, 'microphone', 0, 60),
])

function filmAfter(steps: readonly Step[], files: readonly RecordedFile[] = always) {
  const { session } = given(...steps)
  return filmOf(aggregate, session.journal, files, people)
}
const names = (pictures: readonly (Picture | null)[]) => pictures.map((one) => one?.who.name ?? null)
const filesOf = (scene: Scene | undefined) => scene?.sounds.flatMap(({ files }) => files.map((one) => one.file))

describe('the plan of a film', () => {
  it('shows the holder of the floor large, otherwise the chair, each picture with name and site', () => {
    const speech = all(minute, grants('siteA'), minute, by('chair', 'floor.revoke', { reason: 'Hết giờ' }))
    const { scenes } = filmAfter([inRecordedSession, speech, minute, closes])
    expect(names(scenes.map(({ large }) => large))).toEqual(['Nguyễn Văn Hùng', 'Lê Quang Đạo', 'Nguyễn Văn Hùng'])
    expect(scenes[1]?.large).toEqual({
      who: { name: 'Lê Quang Đạo', title: null, role: 'siteOperator', site: 'Điểm cầu branchA' },
      pieces: [{ file: 'siteA-camera.mkv', from: at(1), until: at(2) }],
    })
    expect(names(scenes[1]?.strip ?? [])[0]).toBe('Nguyễn Văn Hùng')
    expect(names(scenes[1]?.strip ?? [])).not.toContain('Lê Quang Đạo')
  })

  it('shows officer and citizen equally at a reception where all are heard, until staff spotlight one', () => {
    const spotlights = by('chair', 'stage.spotlight', { participantId: 'citizen1' })
    const { session } = atReception(
      inFullSession,
      records,
      minute,
      spotlights,
      minute,
      byTurns,
      grants('siteA'),
      closes,
    )
    const { scenes } = filmOf(aggregate, session.journal, always, people)
    expect(scenes[0]?.large).toBeNull()
    expect(names(scenes[0]?.tiles ?? [])).toEqual(expect.arrayContaining(['Nguyễn Văn Hùng', 'Phạm Thị Hoa']))
    expect(filesOf(scenes[0])).toEqual(expect.arrayContaining(['chair-microphone.mkv', 'citizen1-microphone.mkv']))
    expect(names([scenes[1]?.large ?? null])).toEqual(['Phạm Thị Hoa'])
  })

  it('starts with the first file and ends with the closing', () => {
    const steps = [inRecordedSession, later(minutes(10)), closes, later(minutes(5))]
    const { scenes, durationMs } = filmAfter(steps, [file('chair', 'microphone', 2, 14)])
    expect([scenes[0]?.from, scenes.at(-1)?.until, durationMs]).toEqual([at(2), at(10), minutes(8)])
  })

  it('omits a suspension of the session, lists the omission, and continues after it', () => {
    const pause = all(minute, suspends, later(minutes(20)), by('chair', 'session.resume', {}))
    const film = filmAfter([inRecordedSession, pause, minute, closes])
    expect(film.omissions).toEqual([{ from: at(1), until: at(21), why: 'suspended' }])
    expect(film.durationMs).toBe(minutes(2))
    expect(film.scenes.some(({ from, until }) => from < at(21) && until > at(1))).toBe(false)
    expect(film.spans).toEqual([
      { from: at(0), until: at(1), startMs: 0 },
      { from: at(21), until: at(22), startMs: minutes(1) },
    ])
  })

  it('omits paused recording and what the recorder could not write', () => {
    const paused = all(
      minute,
      by('chair', 'recording.pause', { reason: 'Nội dung riêng' }),
      minute,
      by('chair', 'recording.resume', {}),
      by('system', 'recording.confirm', {}),
    )
    const lost = all(
      minute,
      by('system', 'recording.interrupt', { track: null, cause: 'diskFull' }),
      minute,
      by('system', 'recording.restore', { track: null }),
    )
    const { omissions, durationMs } = filmAfter([inRecordedSession, paused, lost, minute, closes])
    expect(omissions).toEqual([
      { from: at(1), until: at(2), why: 'paused' },
      { from: at(3), until: at(4), why: 'gap' },
    ])
    expect(durationMs).toBe(minutes(3))
  })

  it('omits pictures and sound of participants in a consultation, even if a file contains them', () => {
    const aside = by('secretary', 'consultation.start', { participantIds: ['chair', 'siteA'] })
    const { scenes } = filmAfter([inRecordedSession, minute, aside, minute, closes])
    expect(filesOf(scenes[0])).toContain('siteA-microphone.mkv')
    const [, during] = scenes
    expect(filesOf(during)).toEqual(['siteB-microphone.mkv', 'citizen1-microphone.mkv'])
    expect(names([during?.large ?? null, ...(during?.strip ?? [])])).not.toContain('Nguyễn Văn Hùng')
    expect(names([during?.large ?? null, ...(during?.strip ?? [])])).not.toContain('Lê Quang Đạo')
  })

  it('joins consecutive files of one voice, unless the clock was set back between them', () => {
    const voice = (name: string, from: number, until: number) => ({
      ...file('chair', 'microphone', from, until),
      file: name,
    })
    const files = [voice('one', 0, 1), voice('two', 1, 2), voice('earlier', 1.5, 2.5)]
    const { scenes } = filmAfter([inRecordedSession, later(minutes(3)), closes], files)
    const [first, second] = scenes.filter(({ sounds }) => sounds.some((one) => one.until > at(1)))
    expect(first?.sounds).toEqual([
      { files: [{ file: 'two', begins: at(1) }], from: at(1), until: at(2) },
      { files: [{ file: 'earlier', begins: at(1.5) }], from: at(1.5), until: at(2) },
    ])
    expect(second?.sounds).toEqual([{ files: [{ file: 'earlier', begins: at(1.5) }], from: at(2), until: at(2.5) }])
    const inSeconds = [voice('one', 0, 0.4), voice('two', 0.4, 0.8)]
    expect(filmAfter([inRecordedSession, minute, closes], inSeconds).scenes[0]?.sounds).toEqual([
      {
        files: [
          { file: 'one', begins: at(0) },
          { file: 'two', begins: at(0.4) },
        ],
        from: at(0),
        until: at(0.8),
      },
    ])
  })

  it('shows the sign language interpreter beside everything, and nowhere else, while they are in the room', () => {
    const signs = by('secretary', 'signLanguage.appoint', { participantId: 'siteA' })
    const { scenes } = filmAfter([inRecordedSession, signs, grants('siteA'), minute, leaves('siteA'), minute, closes])
    const [during, after] = scenes
    expect(during?.signer).toMatchObject({ who: { name: 'Lê Quang Đạo' }, pieces: [{ file: 'siteA-camera.mkv' }] })
    expect(names([during?.large ?? null, ...(during?.strip ?? [])])).not.toContain('Lê Quang Đạo')
    expect(after?.signer).toBeNull()
  })

  it('omits interpretation and uses the original', () => {
    const interpreted = { ...file('siteB', 'microphone', 0, 60), channel: 'en' as const, file: 'english.mkv' }
    const { scenes } = filmAfter([inRecordedSession, minute, closes], [file('chair', 'microphone', 0, 60), interpreted])
    expect(filesOf(scenes[0])).toEqual(['chair-microphone.mkv'])
  })

  it('shows a presented page large, with the speaker first beside it', () => {
    const documents = all(
      by('system', 'documents.add', aDocument('bao-cao')),
      by('chair', 'documents.present', { documentId: 'bao-cao', page: 3 }),
      grants('siteA'),
    )
    const { scenes } = filmAfter([inRecordedSession, minute, documents, minute, closes])
    expect(scenes[1]?.document).toEqual({
      documentId: 'bao-cao',
      title: 'Tài liệu bao-cao',
      page: 3,
      file: { sha256: expect.any(String), format: 'pdf' },
      card: null,
    })
    expect(scenes[1]?.large).toBeNull()
    expect(names(scenes[1]?.strip ?? []).slice(0, 2)).toEqual(['Lê Quang Đạo', 'Nguyễn Văn Hùng'])
  })

  it('shows only the title of a document that was removed or may not be saved', () => {
    const presented = (changes: object) =>
      all(
        by('system', 'documents.add', { ...aDocument('bao-cao'), ...changes }),
        by('chair', 'documents.present', { documentId: 'bao-cao', page: 3 }),
        minute,
      )
    const cardAfter = (...steps: Step[]) => filmAfter([inRecordedSession, ...steps, closes]).scenes[0]?.document
    const takenBack = by('secretary', 'documents.remove', { documentId: 'bao-cao' })
    expect(cardAfter(presented({}), takenBack, minute)).toMatchObject({ file: null, card: 'withdrawn' })
    expect(cardAfter(presented({ isMarked: true }))).toMatchObject({ file: null, card: 'marked' })
  })

  it('omits the time when everybody was in a consultation, and lists when only some were', () => {
    const aside = (...participantIds: string[]) => by('secretary', 'consultation.start', { participantIds })
    const some = filmAfter([inRecordedSession, minute, aside('chair', 'siteA'), minute, closes])
    expect(some.asides).toEqual([{ from: at(1), until: at(2) }])
    const everybody = ['chair', 'secretary', 'siteA', 'siteB', 'citizen1', 'citizen2']
    const all = filmAfter([inRecordedSession, minute, aside(...everybody), minute, closes])
    expect([all.omissions, all.durationMs]).toEqual([[{ from: at(1), until: at(2), why: 'consultation' }], minutes(1)])
  })

  it('follows the layout set by the chair (wall or two sides), but a presented page stays large', () => {
    const lays = (layout: Layout) => all(by('chair', 'stage.setLayout', { layout }), minute)
    const presents = all(
      by('system', 'documents.add', aDocument('bao-cao')),
      by('chair', 'documents.present', { documentId: 'bao-cao', page: 3 }),
      minute,
    )
    const { scenes } = filmAfter([
      inRecordedSession,
      lays('wall'),
      lays('sides'),
      grants('siteB'),
      minute,
      presents,
      closes,
    ])
    const who = (index: number) =>
      scenes[index]?.tiles.map(({ pieces }) => pieces[0]?.file.replace('-camera.mkv', '') ?? null)
    expect(who(0)).toEqual(['chair', null, 'siteA', 'siteB', 'citizen1', null])
    expect([scenes[0]?.large, scenes[0]?.strip, scenes[0]?.others]).toEqual([null, [], 0])
    expect(who(1)).toEqual(['chair', 'siteA'])
    expect(who(2)).toEqual(['chair', 'siteB'])
    expect([who(3), scenes[3]?.document?.page, scenes[3]?.strip.length]).toEqual([[], 3, 3])
  })

  it('has a chapter for each item and each speaker', () => {
    const item = (itemId: string, title: string) =>
      all(
        by('secretary', 'agenda.add', { itemId, title, reporterId: null, plannedMinutes: 10 }),
        by('secretary', 'agenda.start', { itemId }),
      )
    const { chapters } = filmAfter([
      inRecordedSession,
      minute,
      item('one', 'Báo cáo chung'),
      minute,
      grants('siteA'),
      minute,
      by('siteA', 'floor.release', {}),
      minute,
      item('two', 'Thảo luận'),
      minute,
      closes,
    ])
    expect(chapters.map(({ startMs, endMs, item, speaker }) => [startMs, endMs, item, speaker?.name ?? null])).toEqual([
      [0, minutes(1), null, null],
      [minutes(1), minutes(2), 'Báo cáo chung', null],
      [minutes(2), minutes(4), 'Báo cáo chung', 'Lê Quang Đạo'],
      [minutes(4), minutes(5), 'Thảo luận', null],
    ])
  })

  it('consists of scenes of at most one minute, each starting on a whole frame', () => {
    const uneven = all(later(90_013), grants('siteA'), later(77_777))
    const { scenes, durationMs } = filmAfter([inRecordedSession, uneven, closes])
    for (const [index, scene] of scenes.entries()) {
      expect(scene.until - scene.from).toBeLessThanOrEqual(minutes(1))
      const before = scenes[index - 1]
      expect(scene.startFrame).toBe(before ? before.startFrame + before.frames : 0)
    }
    expect(Math.abs(durationMs - 167_790)).toBeLessThanOrEqual(20)
  })

  it('is empty for a session that was not recorded', () => {
    expect(filmAfter([inFullSession, minute, closes], [])).toMatchObject({ durationMs: 0, scenes: [], chapters: [] })
  })
})

describe('the plan of a film recorded while the system clock was changed', () => {
  const aside = by('secretary', 'consultation.start', { participantIds: ['chair', 'siteA'] })
  /** Both speak to the end of the second minute; then the clock is set, and ten minutes more are recorded. */
  function filmed(set: number, madeGood: number) {
    const voices = ['chair', 'citizen1'].flatMap((who) => {
      const before = file(who, 'microphone', 0, 2)
      const ahead = { from: minutes(set), until: minutes(set + madeGood) }
      return [before, { ...file(who, 'microphone', 2 + set, 12 + set), file: `${who}-after.mkv`, ahead }]
    })
    const camera = {
      ...file('chair', 'camera', 2 + set, 12 + set),
      ahead: { from: minutes(set), until: minutes(set + madeGood) },
    }
    // Half of the ten minutes have passed, and half of what is made good.
    const half = 5 - madeGood / 2
    const steps = [
      inRecordedSession,
      later(minutes(2 + half)),
      aside,
      later(minutes(1 - madeGood / 10)),
      by('chair', 'consultation.leave', {}),
    ]
    return { film: filmAfter([...steps, later(minutes(30)), closes], [...voices, camera]), asideAt: at(2 + half), set }
  }

  it.each([
    ['forward by a minute', 1, -0.5],
    ['forward by an hour', 60, -0.5],
    ['back by an hour', -60, 0.5],
  ])('%s: omits participants from the moment they are in a consultation', (_what, set, madeGood) => {
    const { film, asideAt } = filmed(set, madeGood)
    const during = film.scenes.filter(({ sessionFrom, from }) => (sessionFrom ?? from) === asideAt)
    expect(during).toHaveLength(1)
    expect(filesOf(during[0])).toEqual(['citizen1-after.mkv'])
    const pieces = film.scenes.flatMap(({ large }) => large?.pieces ?? [])
    // By the stamps of its packets: five minutes behind the setting of the clock, and again one minute later.
    const stamps = pieces.map(({ from, until, aheadMs = 0 }) => [from + aheadMs, until + aheadMs])
    expect(stamps.some(([, until]) => until === at(7 + set))).toBe(true)
    expect(stamps.some(([from = 0, until = 0]) => from < at(8 + set) && until > at(7 + set))).toBe(false)
    expect(film.asides).toEqual([{ from: asideAt, until: asideAt + minutes(1 - madeGood / 10) }])
  })

  it.each([60, -60])('ends a file at the moment the clock was changed by %i minutes', (set) => {
    // What a program wrote until it was ended for that bears both times.
    const broken = { ...file('chair', 'microphone', 0, 2 + set), ahead: { from: 0, until: minutes(set) } }
    const ahead = { from: minutes(set), until: minutes(set) }
    const after = { ...file('chair', 'microphone', 2 + set, 4 + set), file: 'after.mkv', ahead }
    const { scenes, durationMs, spans } = filmAfter([inRecordedSession, later(minutes(30)), closes], [broken, after])
    expect(durationMs).toBe(minutes(4))
    expect(spans).toEqual([{ from: at(0), until: at(4), startMs: 0 }])
    const sounds = scenes.map((one) => one.sounds.map(({ files, from, until }) => [files[0]?.file, from, until]))
    expect(sounds).toEqual([
      [['chair-microphone.mkv', at(0), at(1)]],
      [['chair-microphone.mkv', at(1), at(2)]],
      [['after.mkv', at(2), at(3)]],
      [['after.mkv', at(3), at(4)]],
    ])
  })

  it('does not join files across the clock change', () => {
    const broken = { ...file('chair', 'microphone', 0, 60.5), ahead: { from: 0, until: minutes(60) } }
    const ahead = { from: minutes(60), until: minutes(60) }
    const after = { ...file('chair', 'microphone', 60.5, 61), file: 'after.mkv', ahead }
    const { scenes } = filmAfter([inRecordedSession, later(minutes(30)), closes], [broken, after])
    expect(scenes[0]?.sounds.map(({ files }) => files.map((one) => one.file))).toEqual([
      ['chair-microphone.mkv'],
      ['after.mkv'],
    ])
  })

  it('is as long as the recording, and maps each position to the time of the session', () => {
    const { film } = filmed(60, -0.5)
    expect(film.durationMs).toBe(minutes(12))
    expect(film.spans[0]).toEqual({ from: at(0), until: at(2), startMs: 0 })
    const { from = 0, until = 0 } = film.spans.at(-1) ?? {}
    expect([Math.round(from), until]).toEqual([at(12.5 - 1.05), at(12.5)])
  })
})
