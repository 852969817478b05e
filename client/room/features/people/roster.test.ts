import { describe, expect, it } from 'vitest'
import { ParticipantId, PersonId, type Role, SiteId } from '../../../../shared/kernel/ids.ts'
import type { Participant } from '../../../../shared/modules/admission/contract.ts'
import type { Site } from '../../../../shared/modules/sites/contract.ts'
import { roster, rosterRows, waitingEntries } from './roster.ts'

const site = (id: string, rank: Site['rank']): Site => ({
  siteId: SiteId.parse(id),
  name: `Điểm cầu ${id}`,
  rank,
  delegates: [],
})

function participant(id: string, role: Role, changes: Partial<Participant> = {}): Participant {
  return {
    participantId: ParticipantId.parse(id),
    personId: PersonId.parse(id),
    role,
    siteId: null,
    waits: role === 'citizen',
    linkId: null,
    status: 'present',
    isAdmitted: true,
    connectionId: null,
    since: 0,
    identifiedBy: 'link',
    reason: null,
    ...changes,
  }
}

const byId = (list: readonly Participant[]) => Object.fromEntries(list.map((one) => [one.participantId, one]))
const people = {
  [PersonId.parse('chair')]: { name: 'Nguyễn Văn Hùng', title: 'Chủ tịch' },
  [PersonId.parse('operator')]: { name: 'Lê Thị Đào', title: null },
  [PersonId.parse('citizen')]: { name: 'Phạm Anh', title: null },
}
const sites = [site('branch', 'branch'), site('centre', 'centre')]
const participants = byId([
  participant('citizen', 'citizen'),
  participant('operator', 'siteOperator', { siteId: SiteId.parse('branch') }),
  participant('chair', 'chair', { siteId: SiteId.parse('centre') }),
])

const shape = (groups: ReturnType<typeof roster>) =>
  groups.map(({ site, entries }) => [site?.siteId ?? null, entries.map(({ name }) => name)])

describe('the list of people', () => {
  it('is grouped by site, the centre first, those without a site last', () => {
    expect(shape(roster({ participants, sites, people, query: '' }))).toEqual([
      ['centre', ['Nguyễn Văn Hùng']],
      ['branch', ['Lê Thị Đào']],
      [null, ['Phạm Anh']],
    ])
  })

  it('is flat, with the heading of each site before its people', () => {
    const rows = rosterRows(roster({ participants, sites, people, query: '' }))
    expect(rows.map((row) => ('entry' in row ? row.entry.name : `# ${row.heading.site?.name}`))).toEqual([
      '# Điểm cầu centre',
      'Nguyễn Văn Hùng',
      '# Điểm cầu branch',
      'Lê Thị Đào',
      '# undefined',
      'Phạm Anh',
    ])
  })

  it('shows an empty site, except during a search', () => {
    const alone = byId([participant('citizen', 'citizen')])
    expect(shape(roster({ participants: alone, sites, people, query: '' }))).toContainEqual(['branch', []])
    expect(shape(roster({ participants: alone, sites, people, query: 'anh' }))).toEqual([[null, ['Phạm Anh']]])
  })

  it('finds people by name, title and site, without diacritics', () => {
    const found = (query: string) =>
      roster({ participants, sites, people, query }).flatMap(({ entries }) => entries.map(({ name }) => name))
    expect(found('dao')).toEqual(['Lê Thị Đào'])
    expect(found('chu tich')).toEqual(['Nguyễn Văn Hùng'])
    expect(found('branch')).toEqual(['Lê Thị Đào'])
  })
})

describe('the waiting list', () => {
  it('is in the order of arrival, and keeps those whose connection was lost while waiting', () => {
    const knocking = byId([
      participant('late', 'citizen', { status: 'waiting', isAdmitted: false, since: 30 }),
      participant('early', 'citizen', { status: 'waiting', isAdmitted: false, since: 10 }),
      participant('lost', 'citizen', { status: 'lost', isAdmitted: false, since: 20 }),
      participant('inside', 'citizen', { status: 'lost', isAdmitted: true, since: 5 }),
    ])
    const ids = waitingEntries({ participants: knocking, people: {} }).map((entry) => entry.participant.participantId)
    expect(ids).toEqual(['early', 'lost', 'late'])
  })
})
