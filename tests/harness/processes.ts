// The processes that a server has started, for tests that kill them.
import { readdirSync, readFileSync } from 'node:fs'

interface Process {
  readonly pid: number
  readonly name: string
  readonly parent: number
  /** In clock ticks. */
  readonly cpuTime: number
}

/** proc_pid_stat(5); null when the process has ended meanwhile. */
function read(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid, name, parent: Number(fields[1]), cpuTime: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return null
  }
}

/** The busiest first. `name` as the kernel keeps it: fifteen characters. */
function childrenOf(parent: number, name: string): Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => read(Number(entry)) ?? [])
    .filter((one) => one.parent === parent && one.name === name.slice(0, 15))
    .sort((one, other) => other.cpuTime - one.cpuTime)
}

/** As `kill -SIGNAL`, to the busiest child of that name. */
export function signalChild(parent: number, name: string, signal: 'SIGKILL' | 'SIGSTOP'): void {
  const [busiest] = childrenOf(parent, name)
  if (!busiest) throw new Error(`process ${parent} has no child called ${name}`)
  process.kill(busiest.pid, signal)
}
