// CPU time as the kernel counts it: proc_pid_stat(5).
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString())

async function ticks(process: string, first: number): Promise<number> {
  const afterName = (await readFile(`/proc/${process}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(afterName[first]) + Number(afterName[first + 1])) / ticksPerSecond
}

/** User and system time so far, of all threads, in seconds. */
export const cpuSeconds = (pid: number): Promise<number> => ticks(`${pid}`, 11)

/** Of the programs that this one started and that have ended. */
export const childSeconds = (): Promise<number> => ticks('self', 13)
