import { describe, expect, it } from 'vitest'
import type { FilmTimeline } from '../wire/hearing/film.ts'
import { cutsOf, filmTime, lineHeardAt, placeInFilm, sessionTime } from './film-time.ts'

/** Recorded from 100 to 200 s, a pause, from 500 to 600 s, where some talk aside from 550 to 560 s. */
const film: FilmTimeline = {
  durationMs: 200_000,
  spans: [
    { from: 100_000, until: 200_000, startMs: 0 },
    { from: 500_000, until: 600_000, startMs: 100_000 },
  ],
  omissions: [{ from: 200_000, until: 500_000, why: 'suspended' }],
  asides: [{ from: 550_000, until: 560_000 }],
}
const empty: FilmTimeline = { durationMs: 0, spans: [], omissions: [], asides: [] }

describe('the time of a film', () => {
  it('is the time of the session minus the omissions; a time in an omission maps to its end', () => {
    const moments = [0, 100_000, 150_000, 200_000, 400_000, 510_000, 600_000, 900_000]
    expect(moments.map((at) => filmTime(film, at))).toEqual([0, 0, 50_000, 100_000, 100_000, 110_000, 200_000, 200_000])
    expect(filmTime(empty, 5)).toBe(0)
  })

  it('is mapped back to the time of the session', () => {
    expect([-5, 0, 50_000, 100_000, 110_000, 999_999].map((at) => sessionTime(film, at))).toEqual([
      100_000, 100_000, 150_000, 500_000, 510_000, 600_000,
    ])
    for (const at of [100_000, 123_456, 500_000, 599_999]) expect(sessionTime(film, filmTime(film, at))).toBe(at)
    expect(sessionTime(empty, 5)).toBeNull()
  })

  it('stays proportional within a span whose clock difference is corrected gradually', () => {
    const spans = [
      { from: 0, until: 60_000, startMs: 0 },
      { from: 60_000, until: 123_000, startMs: 60_000 },
      { from: 123_000, until: 180_000, startMs: 120_000 },
    ]
    const uneven = { ...film, spans, durationMs: 180_000 }
    expect([60_000, 91_500, 123_000, 151_500].map((at) => filmTime(uneven, at))).toEqual([
      60_000, 90_000, 120_000, 150_000,
    ])
    expect([60_000, 90_000, 120_000, 150_000].map((at) => sessionTime(uneven, at))).toEqual([
      60_000, 91_500, 123_000, 151_500,
    ])
    expect(cutsOf(uneven)).toEqual([])
    expect(cutsOf(film)).toEqual([100_000])
  })

  it('gives the reason for a time that is not in the film', () => {
    expect(placeInFilm(film, 150_000)).toEqual({ isInFilm: true, filmMs: 50_000, isAside: false })
    expect(placeInFilm(film, 555_000)).toEqual({ isInFilm: true, filmMs: 155_000, isAside: true })
    expect(placeInFilm(film, 300_000)).toEqual({ isInFilm: false, why: 'suspended', goesOnMs: 100_000 })
    expect(placeInFilm(film, 1)).toEqual({ isInFilm: false, why: 'before', goesOnMs: 0 })
    expect(placeInFilm(film, 600_000)).toEqual({ isInFilm: false, why: 'after', goesOnMs: 200_000 })
  })

  it('finds the current line: the last one that had begun, in any order of the list', () => {
    const lines = [{ at: 10 }, { at: 30 }, { at: 20 }, { at: 30 }, { at: 50 }]
    expect([5, 10, 25, 30, 49, 60].map((at) => lineHeardAt(lines, at))).toEqual([-1, 0, 2, 3, 3, 4])
    expect(lineHeardAt(lines, null)).toBe(-1)
  })
})
