import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../project.mjs'

/** Of mediasoup's subprojects, those that a Linux build without tests leaves alone. */
const NOT_BUILT = ['catch2', 'wingetopt']

const standIns = readdirSync(inProject('scripts/worker/subprojects'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const wraps = inProject('node_modules/mediasoup/worker/subprojects')

test('every source that mediasoup would download has a stand-in', () => {
  const needed = readdirSync(wraps)
    .filter((name) => name.endsWith('.wrap'))
    .map((name) => name.slice(0, -'.wrap'.length))
    .filter((name) => !NOT_BUILT.includes(name))
  expect(standIns.toSorted()).toEqual(needed.toSorted())
})

test.each(standIns)('%s defines the variables that mediasoup reads', (name) => {
  const workerBuild = readFileSync(inProject('node_modules/mediasoup/worker/meson.build'), 'utf8')
  const standIn = readFileSync(join(inProject('scripts/worker/subprojects'), name, 'meson.build'), 'utf8')
  const subproject = name.replaceAll('-', '_')
  const wanted = [...workerBuild.matchAll(new RegExp(`\\b${subproject}_proj\\.get_variable\\('(\\w+)'\\)`, 'g'))]
  for (const [, variable] of wanted) expect(standIn).toMatch(new RegExp(`^${variable} = `, 'm'))
})
