// The device cookie a browser gets after a successful sign-in, so that password guesses of others do not lock it out
// (OWASP, “Device cookies”). It does not sign anybody in: it only selects the counter for further attempts.
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export interface DeviceCookies {
  issue(username: string): string
  /** The device, when the cookie was given to it after a sign-in of this name; else null. */
  deviceOf(cookie: string | null, username: string): string | null
}

/** `key`: the one that signs links. A key of its own is derived from it (RFC 5869). */
export function createDeviceCookies(key: Uint8Array): DeviceCookies {
  const own = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'diemcau device cookies', 32))
  const signature = (username: string, device: string) =>
    createHmac('sha256', own).update(`${device}.${username}`).digest()

  return {
    issue(username) {
      const device = randomBytes(16).toString('base64url')
      return `${device}.${signature(username, device).toString('base64url')}`
    },
    deviceOf(cookie, username) {
      const [device = '', given = ''] = (cookie ?? '').split('.')
      const [signed, expected] = [Buffer.from(given, 'base64url'), signature(username, device)]
      return signed.length === expected.length && timingSafeEqual(signed, expected) ? device : null
    },
  }
}
