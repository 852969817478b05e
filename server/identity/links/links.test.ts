import { randomBytes } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { expect, it } from 'vitest'
import { LinkId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import { createLinks } from './links.ts'

const key = randomBytes(32)
let now = 1_790_000_000_000
const inAnHour = now + 60 * 60 * 1000
const links = createLinks({ key, publicUrl: () => 'https://diemcau.example.gov.vn', now: () => now })
const caller = {
  sessionId: SessionId.parse('session'),
  participantId: ParticipantId.parse('chair'),
  linkId: LinkId.parse('link-1'),
}
const claims = { sid: 'session', sub: 'chair', jti: 'link-1', aud: 'diemcau:link', exp: inAnHour / 1000 }

const signed = (changes: object, alg = 'HS256', signingKey = key) =>
  new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg }).sign(signingKey)

it('returns the caller of a valid link', async () => {
  expect(await links.verify(await links.sign(caller, inAnHour))).toEqual({ kind: 'valid', caller })
  expect(await links.verify(await signed({}))).toEqual({ kind: 'valid', caller })
})

it('puts the token into the fragment, which reaches no server log', async () => {
  const address = new URL(await links.address(caller, inAnHour))
  expect(address.href.split('#')[0]).toBe('https://diemcau.example.gov.vn/join')
  expect(await links.verify(address.hash.slice(1))).toEqual({ kind: 'valid', caller })
})

it('reports an expired link as expired, not as invalid', async () => {
  const token = await links.sign(caller, inAnHour)
  now = inAnHour
  expect(await links.verify(token)).toEqual({ kind: 'expired' })
  now = inAnHour - 1000
  expect(await links.verify(token)).toEqual({ kind: 'valid', caller })
})

it.each([
  ['nothing', () => ''],
  ['no token', () => 'a.b.c'],
  ['alg none', () => new UnsecuredJWT(claims).encode()],
  ['another key', () => signed({}, 'HS256', randomBytes(32))],
  ['another key, and expired', () => signed({ exp: 1 }, 'HS256', randomBytes(32))],
  ['another algorithm with the same key', () => signed({}, 'HS512', key)],
  ['another audience', () => signed({ aud: 'diemcau:else' })],
  ['no audience', () => signed({ aud: undefined })],
  ['no expiry', () => signed({ exp: undefined })],
  ['no session', () => signed({ sid: undefined })],
  ['a session that is no id', () => signed({ sid: '../../other' })],
  ['no participant', () => signed({ sub: undefined })],
  ['no link id', () => signed({ jti: undefined })],
  [
    'claims changed after signing',
    async () => {
      const [header, , signature] = (await signed({})).split('.')
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'secretary' })).toString('base64url')
      return `${header}.${forged}.${signature}`
    },
  ],
])('reports a link as invalid: %s', async (_what, token) => {
  expect(await links.verify(await token())).toEqual({ kind: 'invalid' })
})
