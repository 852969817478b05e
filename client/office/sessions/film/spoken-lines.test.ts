import { describe, expect, it } from 'vitest'
import { askedOf } from '../../../../shared/search/words.ts'
import type { MinutesTextLine } from '../../../../shared/wire/hearing/minutes-text.ts'
import { found, spokenSections } from './spoken-lines.ts'

const line = (at: number, clause: string, amendment: MinutesTextLine['amendment'] = null): MinutesTextLine => ({
  source: { from: 'count' },
  at,
  moment: '08 giờ, ',
  clause,
  amendment,
})
const text = {
  commits: 1,
  sha256: '',
  sections: [
    { heading: null, reporter: null, lines: [line(5, 'chủ tọa khai mạc.'), line(6, 'bỏ đi.', { text: null })] },
    {
      heading: 'Nội dung 1',
      reporter: null,
      lines: [line(50, 'ông Đạo nói.', { text: 'ông Lê Quang Đạo phát biểu.' })],
    },
  ],
}
const film = { durationMs: 100, spans: [{ from: 10, until: 110, startMs: 0 }], omissions: [], asides: [] }

describe('the lines of the minutes beside a film', () => {
  it('use the secretary’s rewording, and omit hidden lines', () => {
    const [opening, first] = spokenSections(text, film)
    expect(opening?.lines.map((one) => one.text)).toEqual(['08 giờ, chủ tọa khai mạc.'])
    expect(first?.lines[0]).toMatchObject({
      text: '08 giờ, ông Lê Quang Đạo phát biểu.',
      place: { isInFilm: true, filmMs: 40 },
    })
    expect(opening?.lines[0]?.place).toMatchObject({ isInFilm: false, why: 'before' })
  })

  it('are found with and without diacritics, under their heading', () => {
    const all = spokenSections(text, film)
    const headings = (typed: string) => found(all, askedOf(typed)).map(({ heading }) => heading)
    expect([headings('quang dao'), headings('Đạo'), headings('khai mạc'), headings('nghị quyết')]).toEqual([
      ['Nội dung 1'],
      ['Nội dung 1'],
      [null],
      [],
    ])
    expect(found(all, null)).toBe(all)
  })
})
