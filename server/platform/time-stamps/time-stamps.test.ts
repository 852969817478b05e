import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../tests/harness/free-port.ts'
import { checkedByOpenssl, TestTimeStampAuthority } from '../../../tests/harness/time-stamp-authority.ts'
import { createTimeStamps } from './time-stamps.ts'
import { readTimeStamp, TimeStampError } from './token.ts'

let authority: TestTimeStampAuthority
let stranger: TestTimeStampAuthority
const content = Buffer.from('niêm phong')

beforeAll(async () => {
  authority = await TestTimeStampAuthority.start()
  stranger = await TestTimeStampAuthority.start()
})
afterEach(() => {
  authority.says = null
})
afterAll(async () => {
  await authority.close()
  await stranger.close()
})

const rootOf = async ({ root }: TestTimeStampAuthority) => [new X509Certificate(await readFile(root))]

function stampsOf({ url }: { url: string }, authorities: readonly X509Certificate[] | null = null, skewMs = 0) {
  const said: Record<string, unknown>[] = []
  const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line)) })
  return { said, ...createTimeStamps({ url, authorities, now: () => Date.now() + skewMs, log }) }
}

const offline = { nonce: null, authorities: null }

describe('a time stamp', () => {
  it('has its authority and time, and verifies with openssl', async () => {
    const from = Math.floor(Date.now() / 1000) * 1000
    const { at, by, reply, token } = await stampsOf(authority).stamp(content)
    expect(by).toBe('Dau thoi gian thu nghiem')
    expect(at).toBeGreaterThanOrEqual(from)
    expect(at).toBeLessThanOrEqual(Date.now())
    expect(await checkedByOpenssl(reply, content, authority.root)).toContain('Verification: OK')
    expect(await checkedByOpenssl(token, content, authority.root, true)).toContain('Verification: OK')
  })

  it('can be read years later without the authority', async () => {
    const { reply, at, by } = await stampsOf(authority).stamp(content)
    expect(await readTimeStamp(reply, content, offline)).toMatchObject({ at, by })
    expect(await readTimeStamp(reply, content, { nonce: null, authorities: await rootOf(authority) })).toMatchObject({
      at,
    })
  })

  it.each([
    ['RSA and SHA-512', ['rsa:3072'], 'sha512'],
    ['P-256', ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'], 'sha256'],
    ['P-384', ['ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1'], 'sha384'],
  ])('is accepted from an authority that signs with %s', async (_how, key, digest) => {
    const other = await TestTimeStampAuthority.start({ key, digest })
    const { by } = await stampsOf(other, await rootOf(other)).stamp(content)
    expect(by).toBe('Dau thoi gian thu nghiem')
    await other.close()
  })

  it('is valid for its own content only', async () => {
    const { reply } = await stampsOf(authority).stamp(content)
    await expect(readTimeStamp(reply, Buffer.from('niem phong'), offline)).rejects.toThrow('no stamp of this content')
  })

  it('is invalid when one byte of its time was changed', async () => {
    const { reply, at } = await stampsOf(authority).stamp(content)
    const altered = Buffer.from(reply)
    const hour = altered.indexOf(new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, ''))
    expect(hour).toBeGreaterThan(0)
    altered[hour + 3] = (altered[hour + 3] ?? 0) ^ 1
    await expect(readTimeStamp(altered, content, offline)).rejects.toThrow(TimeStampError)
  })

  it('of another authority is refused when the trusted authorities are given', async () => {
    await expect(stampsOf(stranger, await rootOf(authority)).stamp(content)).rejects.toThrow(
      'which no authority that was given has certified',
    )
    expect((await stampsOf(authority, await rootOf(authority)).stamp(content)).by).toBe('Dau thoi gian thu nghiem')
  })

  it('is logged when the clocks of authority and server differ', async () => {
    const { stamp, said } = stampsOf(authority, null, 10 * 60_000)
    await stamp(content)
    expect(said).toMatchObject([{ msg: expect.stringContaining('apart') }])
  })
})

describe('requesting a time stamp', () => {
  it.each([
    ['answers with a page', { status: 200, body: Buffer.from('<html>') }, 'no answer of a time stamp authority'],
    ['answers with a fault', { status: 503, body: Buffer.of() }, 'answers with 503'],
    ['sends elsewhere', { status: 302, body: Buffer.of() }, /answers with 302|does not answer/],
  ])('fails when the authority %s', async (_what, says, message) => {
    authority.says = says
    await expect(stampsOf(authority).stamp(content)).rejects.toThrow(message)
  })

  it('rejects a reply to a different request', async () => {
    authority.says = { status: 200, body: (await stampsOf(authority).stamp(content)).reply }
    await expect(stampsOf(authority).stamp(content)).rejects.toThrow('to another question')
  })

  it('reports the reason for which the authority refuses', async () => {
    const other = await TestTimeStampAuthority.start({ digests: 'sha512' })
    await expect(stampsOf(other).stamp(content)).rejects.toThrow(/refuses \(status 2\): .+/)
    await other.close()
  })

  it('reports a fault to the operator until the authority answers again', async () => {
    const { stamp, fault } = stampsOf(authority)
    expect(fault()).toBeNull()
    authority.says = { status: 503, body: Buffer.of() }
    await expect(stamp(content)).rejects.toThrow()
    expect(fault()).toBe(`${authority.url} answers with 503`)
    authority.says = null
    await stamp(content)
    expect(fault()).toBeNull()
  })

  it('fails when nothing listens at the address', async () => {
    const url = `http://127.0.0.1:${await freePort()}/tsa`
    await expect(stampsOf({ url }).stamp(content)).rejects.toThrow('does not answer')
  })

  it.each(['emailProtection', 'timeStamping,emailProtection'])('rejects a certificate for %s', async (purpose) => {
    const { reply } = await stampsOf(authority).stamp(content)
    const rightful = await authority.signedAnew(reply, 'timeStamping')
    expect((await readTimeStamp(rightful, content, offline)).by).toBe('Dau thoi gian thu nghiem')
    const other = await authority.signedAnew(reply, purpose)
    await expect(readTimeStamp(other, content, offline)).rejects.toThrow('is not one for time stamps')
  })
})
