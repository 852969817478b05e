// A process that seals the session of the fixture and is killed at the given step: node dying-sealer.fixture.ts
// DIRECTORY STEP
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { sealSourceOf, sessionId } from './archive.fixture.ts'
import { createSeals } from './seals.ts'
import { loadSigningKey } from './signature.ts'

const [directory = '', step = ''] = process.argv.slice(2)
const dieAt = (reached: string) => {
  if (reached === step) process.kill(process.pid, 'SIGKILL')
}
const key = await loadSigningKey(directory)
const source = sealSourceOf(async (path) => {
  // They are printed side by side: this one takes longer.
  if (path === 'minutes.pdf') while ((await seals.readPrint(sessionId, 'attendance.csv')) === null) await setImmediate()
  dieAt(path)
  return `${path} as the process printed it that was killed`
})
const seals = createSeals({
  dataDir: directory,
  key: {
    async sign(content) {
      dieAt('sign')
      return key.sign(content)
    },
  },
  secret: Buffer.alloc(32, 7),
  timeStamps: null,
  sourceOf: async () => ({
    ...source,
    files: source.files.map((file) => ({
      ...file,
      async open() {
        dieAt('files')
        return file.open()
      },
    })),
  }),
  printsAhead: async () => [],
  async recorded() {
    dieAt('recorded')
    return true
  },
  sealedBut: async () => [],
  now: Date.now,
  log: pino({ level: 'silent' }),
})
await seals.of(sessionId)
dieAt('written')
