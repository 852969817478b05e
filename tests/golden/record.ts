// node tests/golden/record.ts: records the journals that this version writes and the state it folds from each journal.
// It never overwrites: what a released version wrote stays forever. Files of an unreleased version, and states whose
// shape was changed on purpose, are deleted by hand and recorded again.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { journalLines } from '../../server/engine/journal/journal-file.ts'
import { goldenState } from './golden.ts'
import { cancelledHearing, connectedReception, hearing, secretConference } from './hearing.ts'

const folder = import.meta.dirname
const packageFile = readFileSync(join(folder, '..', '..', 'package.json'), 'utf8')
const { version } = z.object({ version: z.string() }).parse(JSON.parse(packageFile))

function keep(name: string, text: () => string): void {
  if (existsSync(join(folder, name))) return
  writeFileSync(join(folder, name), text(), { flag: 'wx' })
  process.stdout.write(`${name} written\n`)
}

for (const [name, { state, journal }] of [
  [`${version}.jsonl`, hearing()],
  [`${version}-cancelled.jsonl`, cancelledHearing()],
  [`${version}-secret.jsonl`, secretConference()],
  [`${version}-connected.jsonl`, connectedReception()],
] as const)
  keep(name, () => [...journalLines(state.session.sessionId, journal)].join(''))
for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl')))
  keep(name.replace(/jsonl$/, 'state.json'), () => `${JSON.stringify(goldenState(name), null, 2)}\n`)
