// Programs that hang: stopped, or waiting without end. They neither end nor raise an error, so whoever started one
// watches it, ends it and starts it again; /health names those of the last hour (ADR 0073).
import { readFileSync } from 'node:fs'

/** sound: receives the packets of one microphone for the speech recognition. */
export type WatchedProgram = 'mediaWorker' | 'recorder' | 'film' | 'speech' | 'sound'

/** Thrown where a program was ended for it. The same work may succeed when it is done again. */
export class StoodStill extends Error {
  override name = 'StoodStill'
  readonly pid: number

  constructor(message: string, pid: number) {
    super(message)
    this.pid = pid
  }
}

/** So often within the time that it may use no processor. */
const looks = 4

/**
 * Calls `stoodStill` once when the process has used no processor for so long, and watches it no more. For programs that always have work:
 * one that waits for packets may have none.
 * @returns what ends the watch
 */
export function watchProcessor(pid: number | undefined, withinMs: number, stoodStill: () => void): () => void {
  if (pid === undefined) return () => undefined
  let used = ''
  let same = 0
  const looking = setInterval(() => {
    const now = processorTimeOf(pid)
    same = now === used ? same + 1 : 0
    used = now
    if (same < looks) return
    clearInterval(looking)
    stoodStill()
  }, withinMs / looks)
  looking.unref()
  return () => clearInterval(looking)
}

/** In its own mode and in the kernel's, as the kernel counts (proc_pid_stat(5), fields 14 and 15); that it is gone counts as no change. */
function processorTimeOf(pid: number): string {
  try {
    // Its name, the second field, stands in brackets and may have any sign.
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z] )/)
    return fields.split(' ').slice(11, 13).join(' ')
  } catch {
    return ''
  }
}

/** Whoever looks at /health once in a while is to learn of it. */
const rememberedForMs = 60 * 60_000
const mostRemembered = 10

export interface Standstill {
  readonly program: WatchedProgram
  readonly pid: number
  /** How long ago it was ended. */
  readonly agoMs: number
}

export interface Standstills {
  note(program: WatchedProgram, pid: number): void
  ofLastHour(): Standstill[]
}

export function createStandstills(): Standstills {
  const noted: { program: WatchedProgram; pid: number; at: number }[] = []
  return {
    note(program, pid) {
      noted.push({ program, pid, at: performance.now() })
      if (noted.length > mostRemembered) noted.shift()
    },
    ofLastHour() {
      const now = performance.now()
      return noted
        .filter(({ at }) => now - at < rememberedForMs)
        .map(({ program, pid, at }) => ({ program, pid, agoMs: now - at }))
    },
  }
}
