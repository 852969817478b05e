// npm run verify -- FILE: checks an exported journal offline. Exit code 0: whole; 1: not; 2: not readable.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { verifyArchive } from './archive.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('Usage: npm run verify -- FILE   (a journal downloaded as journal.jsonl)')
  process.exit(2)
}

try {
  const verdict = await verifyArchive(
    createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
  )
  if (verdict.ok) {
    console.log(
      `The journal of session ${verdict.sessionId} is whole: ${verdict.commits} commits, ${verdict.sealed ? 'sealed' : 'not sealed yet'}.`,
    )
    console.log(`Last hash: ${verdict.headHash}`)
  } else {
    console.error(`${file}: line ${verdict.line} is wrong: ${verdict.fault}.`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
