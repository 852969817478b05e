import { describe, expect, it } from 'vitest'
import {
  by,
  connect,
  given,
  inFullSession,
  type Step,
  seconds,
  staffAndSitesArrive,
  start,
} from '../../tests/harness/given.ts'
import { ParticipantId } from '../kernel/ids.ts'
import type { Arrived, Flow } from '../wire/hearing/health.ts'
import { advanceConnections, type HoldingSince } from './connection-watch.ts'

const planned = by('clerk', 'readiness.plan', { notice: start, connectionTest: start, allConnected: start })
type Pages = Readonly<Record<string, Arrived>>

const id = (who: string) => ParticipantId.parse(who)
const both = (...who: string[]): Arrived => ({ seen: who.map(id), heard: who.map(id) })
const allLive = ['chair', 'siteA', 'siteB']
const connected: Pages = { chair: both('siteA'), siteA: both('chair') }

/** What is written after looks two seconds apart, at which the pages say this. */
function written(steps: Step[], looks: readonly Pages[], live: readonly string[] = allLive): unknown[] {
  const { state } = given(...steps)
  const pictures = new Map(live.map((who) => [id(who), 'live' as Flow]))
  let holding: HoldingSince = new Map()
  return looks.flatMap((pages, index) => {
    const told = { pictures, arrivedAt: (who: ParticipantId) => pages[who] ?? null }
    const result = advanceConnections(holding, state, told, start + seconds(index * 2))
    holding = result.holding
    return result.facts.map(({ data }) => (data as { siteId: string }).siteId)
  })
}
/** What is not so at one look. */
function lacking(steps: Step[], pages: Pages, live: readonly string[] = allLive) {
  const { state } = given(...steps)
  const pictures = new Map(live.map((who) => [id(who), 'live' as Flow]))
  const told = { pictures, arrivedAt: (who: ParticipantId) => pages[who] ?? null }
  const sites = advanceConnections(new Map(), state, told, start).lacking
  return Object.fromEntries(sites.map(({ siteId, lacks }) => [siteId, lacks]))
}
const times = (count: number, pages: Pages) => Array.from({ length: count }, () => pages)
const prepared = [planned, staffAndSitesArrive]

describe('the evidence that a site and the centre see and hear each other', () => {
  it('is recorded for both after both have reported it for eight seconds', () => {
    expect(written(prepared, times(4, connected))).toEqual([])
    expect(written(prepared, times(5, connected))).toEqual(['centre', 'branchA'])
  })

  it.each<[string, Pages]>([
    ['the site has no picture', { chair: both('siteA'), siteA: { seen: [], heard: [id('chair')] } }],
    ['the site has no sound', { chair: both('siteA'), siteA: { seen: [id('chair')], heard: [] } }],
    ['the centre has no sound', { chair: { seen: [id('siteA')], heard: [] }, siteA: both('chair') }],
    ['only the site reports it', { siteA: both('chair', 'secretary') }],
    ['two branches report only each other', { siteA: both('siteB'), siteB: both('siteA') }],
  ])('is not recorded while %s', (_what, pages) => {
    expect(written(prepared, times(8, pages))).toEqual([])
  })

  it('is not recorded while the server receives no picture from one end, whatever the other reports', () => {
    expect(written(prepared, times(8, connected), ['chair', 'siteB'])).toEqual([])
  })

  it('restarts its eight seconds after one observation without it', () => {
    expect(written(prepared, [...times(4, connected), {}, ...times(4, connected)])).toEqual([])
  })

  it('combines the reports of all participants at each end', () => {
    const pages = {
      secretary: { seen: [id('siteA')], heard: [] },
      chair: { seen: [], heard: [id('siteA')] },
      siteA: { seen: [id('chair')], heard: [id('secretary')] },
    }
    expect(written(prepared, times(5, pages))).toEqual(['centre', 'branchA'])
  })

  it('is not collected once recorded, without a plan, or after the opening', () => {
    const known = by('clerk', 'readiness.recordSiteConnected', {
      siteId: 'branchA',
      reason: 'Không có camera',
      personId: 'clerk',
    })
    expect(written([...prepared, known], times(5, connected))).toEqual(['centre'])
    expect(
      written(
        [...prepared, by('chair', 'readiness.recordAllConnected', { reason: 'Không có camera' })],
        times(5, connected),
      ),
    ).toEqual([])
    expect(written([staffAndSitesArrive], times(5, connected))).toEqual([])
    expect(written([planned, inFullSession], times(5, connected))).toEqual([])
    expect(written([planned, connect('chair')], times(5, connected))).toEqual([])
  })
})

describe('what a site lacks for this evidence', () => {
  it('is listed by direction, picture and sound, and is empty when nothing is missing', () => {
    const pages = { chair: both('siteA'), siteA: { seen: [], heard: [id('chair')] } }
    expect(lacking(prepared, pages, ['siteA'])).toEqual({
      centre: ['noBranch'],
      branchA: ['seesCentre'],
      branchB: ['seesCentre', 'hearsCentre', 'seenByCentre', 'heardByCentre'],
    })
    expect(lacking(prepared, connected)).toMatchObject({ centre: [], branchA: [] })
  })

  it('includes that nobody is connected at the site or at the centre', () => {
    expect(lacking([planned, connect('siteA')], {})).toEqual({
      centre: ['nobodyThere'],
      branchA: ['nobodyAtCentre'],
      branchB: ['nobodyThere'],
    })
  })

  it('is not listed once recorded, and not for an open or unplanned session', () => {
    const known = by('clerk', 'readiness.recordSiteConnected', {
      siteId: 'branchA',
      reason: 'Không có camera',
      personId: 'clerk',
    })
    expect(Object.keys(lacking([...prepared, known], {}))).toEqual(['centre', 'branchB'])
    expect(lacking([planned, inFullSession], {})).toEqual({})
    expect(lacking([staffAndSitesArrive], {})).toEqual({})
  })
})
