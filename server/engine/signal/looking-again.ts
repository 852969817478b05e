// What let somebody in may end while their socket is open: a login, an account, its access to what is protected (ADR 0074). Every socket
// that rests on an account is asked about again, on every node, whoever changed the account and wherever.
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
