// What a program taken over by a hostile file can do: on a machine, in a container that cannot create namespaces, and
// where neither sandbox is available.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)
const fixture = (name: string) => fileURLToPath(new URL(`./${name}.fixture.ts`, import.meta.url))
let folder: string
let listeners: Server[] = []
let question: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diemcau-walls-'))
  await writeFile(join(folder, 'key'), 'the key of the agency')
  const socket = join(folder, 'socket')
  const ofNetwork = await listening(0)
  listeners = [ofNetwork, await listening(socket)]
  const { port } = ofNetwork.address() as AddressInfo
  question = JSON.stringify({ port, socket, folder, server: process.pid })
})
afterAll(async () => {
  for (const one of listeners) one.close()
  await rm(folder, { recursive: true })
})

const listening = (at: number | string) =>
  new Promise<Server>((resolve) => {
    const server = createServer((connection) => connection.destroy())
    const done = () => resolve(server)
    if (typeof at === 'number') server.listen(at, '127.0.0.1', done)
    else server.listen(at, done)
  })

/** What the program says that a server has run, which runs behind `around` itself. */
async function outcome(around: readonly string[], path = process.env.PATH, way: 'file' | 'packets' = 'file') {
  const [program = '', ...args] = [
    ...around,
    process.execPath,
    fixture('walled-server'),
    way,
    fixture('walled-in'),
    question,
  ]
  const { stdout } = await run(program, args, { env: { PATH: path } })
  return JSON.parse(stdout)
}

it('without a sandbox the hostile program succeeds in every way out it tries', async () => {
  const { stdout } = await run(process.execPath, [fixture('walled-in'), question])
  // Whether processes of one user look into each other's memory is a setting of the machine.
  const { memoryOfServer: _, ...others } = JSON.parse(stdout)
  expect(new Set(Object.values(others))).toEqual(new Set([null]))
})

const nothing = {
  connection: 'ENOSYS',
  packet: 'ENOSYS',
  socketOfMachine: 'ENOSYS',
  keyFile: 'EACCES',
  newFile: 'EACCES',
  memoryOfServer: 'EACCES',
  signalToServer: 'ENOSYS',
}

it('on a machine the sandbox blocks the network, all files but its own, and other processes', async () => {
  expect(await outcome([])).toEqual(nothing)
})

it('in a container without namespaces the sandbox blocks the same', async () => {
  expect(await outcome(['enosys', '--syscall', 'unshare', '--'])).toEqual(nothing)
})

it('a program that receives packets at a port can send and receive them, but not connect', async () => {
  expect(await outcome([], process.env.PATH, 'packets')).toEqual({ ...nothing, packet: null })
})

it('without enosys the program runs in an empty network namespace', async () => {
  const path = await pathWith(['prlimit', 'nice', 'setpriv', 'unshare', 'true'])
  expect(await outcome([], path)).toMatchObject({
    connection: 'ENETUNREACH',
    keyFile: 'EACCES',
    memoryOfServer: 'EACCES',
  })
})

it('without enosys and unshare the program is not run at all', async () => {
  const path = await pathWith(['prlimit', 'nice', 'setpriv', 'true'])
  expect(await outcome([], path)).toMatchObject({ refused: 'NoNetworkWall' })
})

/** A machine on which these programs alone are installed. */
async function pathWith(names: readonly string[]): Promise<string> {
  const programs = join(folder, `programs-${names.length}`)
  await mkdir(programs)
  for (const name of names) {
    const { stdout } = await run('sh', ['-c', `command -v ${name}`])
    await symlink(stdout.trim() === name ? `/usr/bin/${name}` : stdout.trim(), join(programs, name))
  }
  return programs
}
