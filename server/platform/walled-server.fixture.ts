// In the place of the server: has a program run behind walls, and says what became of it.
import { ourCode, runConfined } from './confined-program.ts'

const [program = '', question = ''] = process.argv.slice(2)
const limits = { memoryBytes: 2 ** 46, seconds: 20, writtenBytes: 0, saidBytes: 64 * 1024 }
const command = [process.execPath, program, JSON.stringify({ ...JSON.parse(question), server: process.pid })]
const answer = await runConfined(command, { limits, reads: [process.execPath, ...ourCode] }).then(
  (said) => JSON.parse(said.toString()),
  (error: Error) => ({ refused: error.name, why: error.message }),
)
process.stdout.write(JSON.stringify(answer))
