import { defineConfig } from 'vitest/config'
import { INTEGRATION_SUITES } from './scripts/suites.mjs'

/** As long as tests/harness/wait.ts: Vitest’s own second is short on a busy machine. */
const expecting = { poll: { timeout: 10_000 } }

/** One project per suite (scripts/suites.mjs); `npm run check` runs unit, `npm test` runs the others one after another. */
function integration(
  name: (typeof INTEGRATION_SUITES)[number],
  options: { testTimeout: number; fileParallelism?: boolean; maxWorkers?: number },
) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      // Real media workers and faults: two such files at once would measure each other.
      fileParallelism: false,
      hookTimeout: 60_000,
      expect: expecting,
      ...options,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Some start a process; on a busy machine that takes many times as long as on a quiet one.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: expecting,
          // Whatever no other suite has: a new folder of tests is not forgotten.
          include: ['{shared,server,client,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: INTEGRATION_SUITES.map((name) => `tests/${name}/**`),
        },
      },
      integration('journal', { testTimeout: 60_000 }),
      // They wait for the clock more than for the machine.
      integration('signalling', { testTimeout: 60_000, fileParallelism: true, maxWorkers: 2 }),
      integration('media', { testTimeout: 60_000 }),
      integration('leak', { testTimeout: 120_000 }),
      integration('chaos', { testTimeout: 120_000 }),
    ],
  },
})
