// Looks for a way to the Internet from this machine: tries known public addresses and names. None answering is what a closed
// network looks like; it is no proof for other machines of that network.
import { lookup } from 'node:dns/promises'
import { connect, isIP } from 'node:net'
import type { RouteCheck } from '../../../shared/wire/identity/secrecy.ts'

/** As the journal and the minutes say why a session was suspended. */
export const routeFoundReason =
  'Máy chủ phát hiện đường kết nối ra Internet; phiên có độ mật phải dừng đến khi đường này được ngắt.'

const patienceMs = 2000

/** Whether something answers there. */
export type Reach = (target: string) => Promise<boolean>

export async function checkRoute(targets: readonly string[], reach: Reach, now: () => number): Promise<RouteCheck> {
  const answers = await Promise.all(targets.map((target) => reach(target)))
  return { checkedAt: now(), tried: [...targets], reached: targets.filter((_target, index) => answers[index]) }
}

/** `address:port` by TCP. Of a `name:port` it is enough that the name is found: then DNS leads outside. */
export async function reachOutside(target: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${target}`)
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? isFound(host) : accepts(host, Number(port))
}

async function isFound(name: string): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined
  const tooLong = new Promise<false>((resolve) => {
    patience = setTimeout(() => resolve(false), patienceMs)
  })
  const found = lookup(name).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([found, tooLong])
  } finally {
    clearTimeout(patience)
  }
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const answer = (isReached: boolean) => {
      clearTimeout(patience)
      socket.destroy()
      resolve(isReached)
    }
    const patience = setTimeout(() => answer(false), patienceMs)
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
