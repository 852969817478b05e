import { defineConfig } from 'vitest/config'

/** One project per kind of test; `npm run check` runs unit, `npm test` runs the others one after another. */
function integration(name: string, options: { testTimeout: number }) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      // Real workers, sockets and Redis: two such files at once would measure each other.
      fileParallelism: false,
      testTimeout: options.testTimeout,
      hookTimeout: 60_000,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Some start a process: on a busy machine that takes longer than Vitest's five seconds.
          testTimeout: 20_000,
          include: [
            '{shared,server,scripts}/**/*.test.ts',
            'client/**/*.test.{ts,tsx}',
            'tests/{laws,golden,deployment}/**/*.test.ts',
          ],
        },
      },
      integration('journal', { testTimeout: 30_000 }),
      integration('signalling', { testTimeout: 30_000 }),
      integration('media', { testTimeout: 60_000 }),
      integration('leak', { testTimeout: 120_000 }),
      integration('chaos', { testTimeout: 120_000 }),
    ],
  },
})
