// Who is listed twice in a booking. Two people may have one name: what tells them apart is the title or, where none is
// given, the site. Pure; for the schema of the request and for the preview of an import.

interface Listed {
  readonly name: string
  readonly title: string | null
  /** Anything that is the same for those at one place. */
  readonly place: unknown
}

/** As people compare them: case, width of spaces and the two ways of writing a diacritic make no difference. */
const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi')

/** Position of each repetition, with the position of the first. */
export function repeatedPeople(people: readonly Listed[]): { index: number; first: number }[] {
  const seen = new Map<string, number>()
  return people.flatMap(({ name, title, place }, index) => {
    const key = JSON.stringify([folded(name), title === null ? place : folded(title)])
    const first = seen.get(key)
    if (first === undefined) seen.set(key, index)
    return first === undefined || name.trim() === '' ? [] : [{ index, first }]
  })
}
