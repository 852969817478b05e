// A program as if taken over by a hostile file: tries every way out of the sandbox, and prints the result of each: null
// where it succeeded.
import { createSocket } from 'node:dgram'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

const { port, socket, folder, server } = JSON.parse(process.argv[2] ?? '')
const codeOf = (error: unknown) => (error as { code?: string }).code ?? String(error)

function tried(act: () => void): string | null {
  try {
    act()
    return null
  } catch (error) {
    return codeOf(error)
  }
}

const connected = (to: { port: number; host: string } | { path: string }) =>
  new Promise<string | null>((resolve) => {
    const one = connect(to)
    one.once('connect', () => resolve(null)).once('error', (error) => resolve(codeOf(error)))
  })

const sent = () =>
  new Promise<string | null>((resolve) => {
    const one = createSocket('udp4')
    one.once('error', (error) => resolve(codeOf(error)))
    one.send('a word', port, '127.0.0.1', (error) => resolve(error ? codeOf(error) : null))
  })

const outcome = {
  connection: await connected({ port, host: '127.0.0.1' }),
  packet: await sent(),
  socketOfMachine: await connected({ path: socket }),
  keyFile: tried(() => readFileSync(join(folder, 'key'))),
  newFile: tried(() => writeFileSync(join(folder, 'new'), '')),
  memoryOfServer: tried(() => closeSync(openSync(`/proc/${server}/mem`, 'r+'))),
  signalToServer: tried(() => process.kill(server, 0)),
}
process.stdout.write(JSON.stringify(outcome), () => process.exit())
