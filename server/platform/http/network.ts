// The unit that a rate limit counts: an IPv4 address, or the IPv6 /64 network within which one host may take any
// address.
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import proxyAddr from '@fastify/proxy-addr'

const mappedIPv4 = '::ffff:'

export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? address
  if (plain.startsWith(mappedIPv4) && plain.includes('.')) return plain.slice(mappedIPv4.length)
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** As Fastify takes them: without one nobody is believed. */
export const trustedProxies = (trustProxy: readonly string[]): string[] | false =>
  trustProxy.length > 0 && [...trustProxy]

/** Of a request that Fastify does not see, such as the handshake of a WebSocket: as its request.ip. */
export function networkOfRequests(trustProxy: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddr.compile([...trustProxy])
  return (request) => networkOf(proxyAddr(request, isTrusted) ?? '')
}
