// Takes the place of the server: runs a program in the sandbox and prints its result. `walled-server.fixture.ts WAY
// PROGRAM QUESTION`
import { json } from 'node:stream/consumers'
import { startIntake } from '../media/recording/rtp-intake.ts'
import { ourCode, runConfined } from './confined-program.ts'

const [way = '', program = '', question = ''] = process.argv.slice(2)
const limits = { memoryBytes: 2 ** 46, seconds: 20, writtenBytes: 0, saidBytes: 64 * 1024 }
const command = [process.execPath, program, JSON.stringify({ ...JSON.parse(question), server: process.pid })]
const needs = { reads: [process.execPath, ...ourCode] }

async function answer(): Promise<unknown> {
  if (way === 'file') return JSON.parse((await runConfined(command, { limits, ...needs })).toString())
  const { stdout } = await startIntake(command, needs)
  return stdout && json(stdout)
}

const said = await answer().catch((error: Error) => ({ refused: error.name, why: error.message }))
process.stdout.write(JSON.stringify(said))
