// What the value of a variable may look like: shapes that several variables have, and those that take more than a
// regular expression. Used by variables.ts.
import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'

export const LAST_PORT = 65_535
export const ANY_ADDRESS = ['0.0.0.0', '::']

export const text = z.string().trim().min(1)
export const wholeNumber = (least: number, most: number) =>
  z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
export const yesOrNo = z.stringbool()
const hostName = text.regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i)
export const address = text.refine((value) => isIP(value) !== 0 || hostName.safeParse(value).success)

export const origin = text
  .refine((value) => {
    const url = URL.parse(value)
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  })
  .transform((value) => new URL(value).origin)

export const webAddress = text.refine((value) => {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
})

/** `Name <address>`, or the address alone. */
export function senderOf(value: string): { name: string; address: string } {
  const [, name = '', address = value] = /^(.*)<([^<>]*)>$/.exec(value) ?? []
  return { name: name.trim(), address: address.trim() }
}

/** What Fastify takes as trustProxy: a count of hops would let whoever reaches this port directly forge them. */
export function isProxyAddress(value: string): boolean {
  if (value === 'loopback' || value === 'uniquelocal' || value === 'linklocal') return true
  const [address = '', prefix, ...rest] = value.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return bits > 0 && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

/** IPv6 addresses stand in brackets. */
export function isTarget(value: string): boolean {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(value) ?? []
  const isHost = isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0 || hostName.safeParse(host).success
  return isHost && Number(port) > 0 && Number(port) <= LAST_PORT
}

export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
