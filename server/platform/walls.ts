// The sandbox of a program that reads untrusted files: no network, no files but those it is given, no access to other
// processes (ADR 0072). Detects which mechanisms the kernel offers here, and builds the command line for whoever starts
// such a program.
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { delimiter } from 'node:path'
import { promisify } from 'node:util'
import type { Log } from './log.ts'

/** What a program needs besides the programs and typefaces of this machine. */
export interface Needs {
  /** Files and folders. What is not there is left out. */
  readonly reads?: readonly string[]
  /** Folders. */
  readonly writes?: readonly string[]
  /** It is run also where nothing keeps it from the network: without it something would be lost that is owed. */
  readonly isOwed?: boolean
}

/** Each as the beginning of a command; empty: not open here. */
interface Walls {
  /** A network of its own, in which nothing is. */
  readonly namespace: readonly string[]
  /** System calls that fail: as if this kernel had no network, and as if there were no other process. */
  readonly noSockets: readonly string[]
  readonly noOtherProcess: readonly string[]
  readonly hasFileWall: boolean
}

/** Neither way of taking the network away is open: no file of a stranger is read then. Its message says what to do. */
export class NoNetworkWall extends Error {
  override name = 'NoNetworkWall'

  constructor() {
    super(noNetworkWallText)
  }
}

export const noNetworkWallText =
  'This server cannot keep the programs that read handed-in files from the network, so no such file is read: install the Debian package util-linux-extra (its program enosys), or let this user make network namespaces.'

/** An io_uring makes sockets without `socket`; what is inherited could be connected anew. */
const socketCalls = ['socket', 'socketcall', 'connect', 'bind', 'listen', 'accept', 'accept4']
const ringCalls = ['io_uring_setup', 'io_uring_enter', 'io_uring_register']
/** The server runs under the same user: its memory has every key, and its sockets are open. */
const processCalls = [
  ...['ptrace', 'process_vm_readv', 'process_vm_writev', 'pidfd_getfd', 'pidfd_send_signal'],
  ...['kill', 'tkill', 'tgkill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo'],
]
/** Whoever awaits packets at ports of this machine needs sockets, and connects to nobody. */
const callsBesidePorts = ['connect', 'listen', 'accept', 'accept4', ...ringCalls, ...processCalls]

const namespaces = [
  ['unshare', '--net'],
  ['unshare', '--user', '--map-current-user', '--net'],
]

let looked: Promise<Walls> | null = null

/** Found once. Where no wall against the network is open, somebody looks again the next time: it may have been installed meanwhile. */
export async function wallsHere(): Promise<Walls> {
  looked ??= look()
  const walls = await looked
  if (!keepsFromNetwork(walls)) looked = null
  return walls
}

/** At start, for whoever runs the server. */
export async function sayWalls(log: Pick<Log, 'info' | 'warn' | 'error'>): Promise<void> {
  const walls = await wallsHere()
  if (!keepsFromNetwork(walls)) return log.error({}, noNetworkWallText)
  const { namespace, noSockets, hasFileWall } = walls
  const ways = { namespace: namespace.length > 0, systemCalls: noSockets.length > 0, files: hasFileWall }
  log.info(ways, 'programs that read strangers’ files are kept from the network')
  if (!hasFileWall)
    log.warn(
      {},
      'programs that read strangers’ files may see the files of this user: the kernel has no Landlock (Linux 6.2 and later have)',
    )
}

export const keepsFromNetwork = ({ namespace, noSockets }: Walls): boolean =>
  namespace.length > 0 || noSockets.length > 0

async function look(): Promise<Walls> {
  const known = await knownCalls()
  const [namespace, noSockets, noOtherProcess, hasFileWall] = await Promise.all([
    firstThatRuns(namespaces),
    firstThatRuns(shutting(known, [...socketCalls, ...ringCalls, ...processCalls])),
    firstThatRuns(shutting(known, callsBesidePorts)),
    runs(['setpriv', '--no-new-privs', ...fileRules({ reads: [] })]),
  ])
  return { namespace, noSockets, noOtherProcess, hasFileWall }
}

/**
 * The command that runs `command` without network, and behind every other wall that is open here.
 * @throws {NoNetworkWall}
 */
export async function withoutNetwork(command: readonly string[], needs: Needs): Promise<string[]> {
  const walls = await wallsHere()
  if (!keepsFromNetwork(walls) && !needs.isOwed) throw new NoNetworkWall()
  return [...walls.namespace, ...behind(walls, needs, 'KILL'), ...walls.noSockets, ...command]
}

/** The command that runs `command`, which awaits packets at ports of this machine, behind every wall that is open here. */
export async function withPorts(
  command: readonly string[],
  needs: Needs,
  endSignal: 'KILL' | 'INT',
): Promise<string[]> {
  const walls = await wallsHere()
  return [...behind(walls, needs, endSignal), ...walls.noOtherProcess, ...command]
}

/** What begins the command of a program that speaks with browsers: no file but its own, no way into another process. */
export async function withNetwork(needs: Needs): Promise<string[]> {
  return behind(await wallsHere(), needs, 'KILL')
}

/** Ends with the server, and gains no rights, by a program with the set-user-ID bit say. */
function behind({ hasFileWall }: Walls, needs: Needs, endSignal: string): string[] {
  return ['setpriv', '--pdeathsig', endSignal, '--no-new-privs', ...(hasFileWall ? fileRules(needs) : [])]
}

const toRead = { folder: 'execute,read-file,read-dir', file: 'execute,read-file' }
const toWrite = {
  folder: 'read-file,read-dir,write-file,truncate,make-reg,make-dir,remove-file,remove-dir,refer',
  file: 'read-file,write-file,truncate',
}

/** Of the machine: programs with what they load, typefaces, and what they ask the kernel about it. */
const ofMachine = [
  ...['/usr', '/lib', '/lib64', '/bin', '/etc/fonts', '/etc/alternatives', '/var/cache/fontconfig'],
  ...['/etc/ld.so.cache', '/etc/localtime', '/etc/ssl/openssl.cnf', '/proc/meminfo', '/proc/cpuinfo'],
  ...['/dev/zero', '/dev/random', '/dev/urandom'],
]

/** Landlock: what no rule names cannot be opened, and no process outside can be looked into (landlock(7)). */
function fileRules({ reads = [], writes = [] }: Needs): string[] {
  const programFolders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [
    ...['--landlock-access', 'fs'],
    ...[...ofMachine, ...programFolders, ...reads].flatMap((path) => ruleFor(path, toRead)),
    ...['/dev/null', ...writes].flatMap((path) => ruleFor(path, toWrite)),
  ]
}

function ruleFor(path: string, { folder, file }: typeof toRead): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  return [`--landlock-rule=path-beneath:${found.isDirectory() ? folder : file}:${path}`]
}

/** Where x86 has a second table of the same calls (x32), they stand there under this mark. */
const x32 = process.arch === 'x64' ? 0x4000_0000 : null

/** None where the calls have no known number: a filter that shuts nothing would run, too. */
function shutting(known: ReadonlyMap<string, number>, calls: readonly string[]): string[][] {
  if (!known.has('socket')) return []
  const numbers = calls.flatMap((name) => known.get(name) ?? [])
  const all = x32 === null ? numbers : numbers.flatMap((number) => [number, number + x32])
  return [['enosys', ...all.flatMap((number) => ['--syscall', `${number}`]), '--']]
}

/** The calls of this kind of processor. Empty: enosys is not installed. */
async function knownCalls(): Promise<ReadonlyMap<string, number>> {
  try {
    const { stdout } = await run('enosys', ['--list'], { timeout: patienceMs })
    const lines = stdout.split('\n').map((line) => line.trim().split(' '))
    return new Map(lines.flatMap(([number, name]) => (name ? [[name, Number(number)] as const] : [])))
  } catch {
    return new Map()
  }
}

const run = promisify(execFile)
const patienceMs = 5000

/** Of commands that run another; empty: none. */
export async function firstThatRuns(ways: readonly (readonly string[])[]): Promise<readonly string[]> {
  for (const way of ways) if (await runs(way)) return way
  return []
}

async function runs([program = '', ...args]: readonly string[]): Promise<boolean> {
  try {
    await run(program, [...args, 'true'], { timeout: patienceMs })
    return true
  } catch {
    // Not open here.
    return false
  }
}
