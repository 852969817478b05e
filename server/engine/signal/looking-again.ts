// Checks open sockets again: the login or the account that let somebody in, or its access to protected data, may have
// ended meanwhile (ADR 0074). Covers every socket that depends on an account, on every node, wherever the account was
// changed.
import type { Log } from '../../platform/log.ts'

export interface LookingAgain {
  /** Until it is disconnected, or may not stay: then `end` is called, once. */
  keep(socket: Kept, mayStay: () => Promise<boolean>, end: () => void): void
  close(): void
}

interface Kept {
  readonly connected: boolean
  once(event: 'disconnect', listener: () => void): unknown
}

const usualMs = 5000

export function createLookingAgain({
  lookAgainEveryMs = usualMs,
  log,
}: {
  readonly lookAgainEveryMs?: number | undefined
  readonly log: Pick<Log, 'warn'>
}): LookingAgain {
  const kept = new Map<Kept, { readonly mayStay: () => Promise<boolean>; readonly end: () => void }>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function look(): Promise<void> {
    for (const [socket, { mayStay, end }] of [...kept]) {
      if (await mayStay()) continue
      if (kept.delete(socket)) end()
    }
  }

  function later(): void {
    timer = setTimeout(() => {
      look()
        // While the store is away nobody is sent out, and nothing new is shown to anybody.
        .catch((error: unknown) =>
          log.warn({ err: error }, 'who is behind the sockets could not be asked; it is again'),
        )
        .finally(() => {
          if (!isClosed) later()
        })
    }, lookAgainEveryMs)
    timer.unref()
  }
  later()

  return {
    keep(socket, mayStay, end) {
      if (!socket.connected) return
      kept.set(socket, { mayStay, end })
      socket.once('disconnect', () => kept.delete(socket))
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
