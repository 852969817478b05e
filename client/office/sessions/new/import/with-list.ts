// The form with a list taken over: its sites and people take the place of those typed before. Pure.
import { delegateLine } from '../delegate-lines.ts'
import { emptyBranch, type GuestDraft, nobody, type PersonDraft, type SessionDraft } from '../session-draft.ts'
import type { BookingList, ListedPerson } from './read-sheet.ts'

const draftOf = ({ name, title, email }: ListedPerson): PersonDraft => ({
  name,
  title: title ?? '',
  email: email ?? '',
})

export function withList(draft: SessionDraft, { sites, people }: BookingList, newKey: () => string): SessionDraft {
  const chair = people.find(({ role }) => role === 'chair')
  const secretary = people.find(({ role }) => role === 'secretary')
  const [centre = '', ...branches] = sites
  const operatorOf = (site: string) => people.find((one) => one.role === 'siteOperator' && one.site === site)
  const placed = new Set([chair, secretary, ...branches.map(operatorOf)])
  const linesAt = (site: string) =>
    people
      .filter((one) => one.role === 'delegate' && one.site === site)
      .map(delegateLine)
      .join('\n')
  const guest = (person: ListedPerson): GuestDraft[] => {
    if (person.role === 'delegate' || person.role === 'chair' || placed.has(person)) return []
    const site = person.site === null ? null : String(sites.indexOf(person.site))
    return [{ ...draftOf(person), key: newKey(), role: person.role, site }]
  }
  return {
    ...draft,
    chair: chair ? draftOf(chair) : draft.chair,
    secretary: secretary ? draftOf(secretary) : draft.secretary,
    centre: { name: centre, delegates: linesAt(centre) },
    branches: branches.map((site) => {
      const operator = operatorOf(site)
      return {
        ...emptyBranch(newKey()),
        name: site,
        operator: operator ? draftOf(operator) : nobody,
        delegates: linesAt(site),
      }
    }),
    guests: people.flatMap(guest),
  }
}
