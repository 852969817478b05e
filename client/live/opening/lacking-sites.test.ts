import { expect, it } from 'vitest'
import { SiteId } from '../../../shared/kernel/ids.ts'
import { lackingSites } from './lacking-sites.ts'

const sites = ['centre', 'branch'].map((id) => ({ siteId: SiteId.parse(id), name: `Điểm cầu ${id}` }))
const [centre, branch] = sites.map(({ siteId }) => ({ siteId }))
if (!centre || !branch) throw new Error('two sites')
const evidence = {
  tests: [
    { ...centre, hasPassed: true },
    { ...branch, hasPassed: false },
  ],
  connections: [branch],
}

it('lists the sites without evidence for a gate, until the gate is passed', () => {
  const lacking = (gate: 'notice' | 'connectionTest' | 'allConnected', passedAt: number | null = null) =>
    lackingSites({ gate, passedAt }, evidence, sites).map(({ name }) => name)
  expect(lacking('notice')).toEqual([])
  expect(lacking('connectionTest')).toEqual(['Điểm cầu branch'])
  expect(lacking('allConnected')).toEqual(['Điểm cầu centre'])
  expect(lacking('allConnected', 1000)).toEqual([])
})
