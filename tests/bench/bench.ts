// npm run bench -- NAME [--quick]: measures one thing and prints it as a table and as JSON. Never part of a test: machines are noisy.
import { parseArgs } from 'node:util'
import { attacksBench } from './attacks.ts'
import { audience } from './audience.ts'
import { command } from './command.ts'
import { deadlines } from './deadlines.ts'
import { film } from './film.ts'
import { journal } from './journal.ts'
import { queue } from './queue.ts'
import { recording } from './recording.ts'
import { register } from './register.ts'
import { reports } from './reports.ts'
import { roster } from './roster.ts'
import { seal } from './seal.ts'
import { search } from './search.ts'
import { store } from './store.ts'
import { ttff } from './ttff.ts'
import { wall } from './wall.ts'
import { workerLoss } from './worker-loss.ts'

export interface Measurement {
  readonly name: string
  readonly unit: 'ms' | 'MB' | 'per second' | '%' | '% of a core' | 'kbit/s' | 'MB/s'
  readonly samples: readonly number[]
}

export interface Bench {
  readonly about: string
  /** `minutes`: of what is measured, where a bench takes that. */
  run(options: { quick: boolean; minutes: number | null }): Promise<Measurement[]>
}

const benches: Readonly<Record<string, Bench>> = {
  ttff,
  'worker-loss': workerLoss,
  command,
  audience,
  roster,
  wall,
  queue,
  recording,
  film,
  register,
  reports,
  search,
  seal,
  journal,
  store,
  deadlines,
  attacks: attacksBench,
}

const {
  positionals: [name = ''],
  values: { quick, minutes },
} = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, minutes: { type: 'string' } },
})
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (!bench) {
  console.error(
    `Usage: npm run bench -- NAME [--quick]\n${Object.entries(benches)
      .map(([key, { about }]) => `  ${key.padEnd(12)} ${about}`)
      .join('\n')}`,
  )
  process.exit(2)
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
const measurements = await bench.run({ quick, minutes: minutes === undefined ? null : Number(minutes) })
console.log(`\n| ${name} | n | min | median | p95 | max |\n| --- | --- | --- | --- | --- | --- |`)
const summary = measurements.map(({ name: what, unit, samples }) => {
  const sorted = samples.toSorted((a, b) => a - b)
  const figures = {
    n: sorted.length,
    min: at(sorted, 0),
    median: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    max: at(sorted, 1),
  }
  const { n, ...values } = figures
  console.log(
    `| ${what} (${unit}) | ${n} | ${Object.values(values)
      .map((value) => value.toFixed(1))
      .join(' | ')} |`,
  )
  return { what, unit, ...figures }
})
console.log(`\n${JSON.stringify(summary)}`)
