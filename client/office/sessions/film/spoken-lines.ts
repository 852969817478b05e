// The lines of the minutes as the player shows them: in the words they have now, each with its place in the film.
import { type FilmPlace, placeInFilm } from '../../../../shared/projections/film-time.ts'
import { type Asked, holds } from '../../../../shared/search/words.ts'
import type { FilmTimeline } from '../../../../shared/wire/hearing/film.ts'
import type { MinutesText, MinutesTextLine } from '../../../../shared/wire/hearing/minutes-text.ts'

export interface SpokenLine {
  readonly key: string
  readonly at: number
  readonly text: string
  /** Null: there is no film. */
  readonly place: FilmPlace | null
}

export interface SpokenSection {
  readonly key: string
  readonly heading: string | null
  readonly lines: readonly SpokenLine[]
}

export function spokenSections({ sections }: MinutesText, film: FilmTimeline | null): SpokenSection[] {
  return sections.map(({ heading, lines }, position) => ({
    key: `${position}`,
    heading,
    lines: lines.flatMap((line, index): SpokenLine[] => {
      const words = wordsOf(line)
      if (words === null) return []
      const place = film && placeInFilm(film, line.at)
      return [{ key: `${position}-${index}`, at: line.at, text: `${line.moment}${words}`, place }]
    }),
  }))
}

/** Null: the secretary has left the line out. */
const wordsOf = ({ clause, amendment }: MinutesTextLine): string | null => (amendment ? amendment.text : clause)

/** Sections without a line that holds what was asked for are left out. */
export const found = (sections: readonly SpokenSection[], asked: Asked | null): readonly SpokenSection[] =>
  asked === null
    ? sections
    : sections
        .map((section) => ({ ...section, lines: section.lines.filter(({ text }) => holds(text, asked)) }))
        .filter(({ lines }) => lines.length > 0)
