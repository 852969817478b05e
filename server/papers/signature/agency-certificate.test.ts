import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { ContentInfo, SignedData } from 'pkijs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  checkedByQpdf,
  filePassword,
  inDays,
  signaturesIn,
  TestAuthority,
  textOf,
} from '../../../tests/harness/certificates.ts'
import { checkedByOpenssl, TestTimeStampAuthority } from '../../../tests/harness/time-stamp-authority.ts'
import { createTimeStamps, type TimeStamps } from '../../platform/time-stamps/time-stamps.ts'
import { minutesDocument } from '../kinds/minutes-document.fixture.ts'
import { minutesPaper } from '../kinds/minutes-paper.ts'
import { paperPdf } from '../model/pdf.ts'
import { openAgencyCertificate } from './agency-certificate.ts'

let authority: TestAuthority
let paper: Uint8Array
let directory: string
let skewMs = 0
beforeAll(async () => {
  authority = await TestAuthority.start()
  paper = await paperPdf(minutesPaper(minutesDocument))
})
afterAll(() => authority.close())
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-certificate-'))
  skewMs = 0
})
afterEach(() => rm(directory, { recursive: true }))

const day = 24 * 60 * 60 * 1000
const name = 'Ủy ban nhân dân xã Tân Lập'
const log = pino({ level: 'silent' })
const now = () => Date.now() + skewMs
const opened = (secret = Buffer.alloc(32, 7), timeStamps: Pick<TimeStamps, 'stamp'> | null = null) =>
  openAgencyCertificate({ dataDir: directory, secret, timeStamps, now, log })
async function holding(wanted = {}, timeStamps: Pick<TimeStamps, 'stamp'> | null = null) {
  const certificate = await opened(undefined, timeStamps)
  await certificate.replace(await authority.certificateFile(wanted), filePassword)
  return certificate
}

describe('a paper signed with the certificate of the agency', () => {
  it.each([
    ['RSA', {}],
    ['a curve', { key: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] }],
    ['a file of older programs', { file: ['-legacy'] }],
  ])('is valid PAdES for pdfsig, with %s', async (_what, wanted) => {
    const { pdf, signature } = await (await holding(wanted)).sign(paper)
    expect(signature).toEqual({ is: 'signed', by: name, stampedAt: null })
    const said = await signaturesIn(pdf)
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('ETSI.CAdES.detached')
    expect(said).toContain('Total document signed')
    expect(said).toContain(`Common Name: ${name}`)
  })

  it.each([
    ['that a reader trusts', false],
    ['under one that a reader trusts, which itself is not in the file', true],
  ])('is trusted when its certificate was issued by an authority %s', async (_what, isByIntermediate) => {
    const { pdf } = await (await holding({ isByIntermediate })).sign(paper)
    const said = await signaturesIn(pdf, await authority.trustStore())
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Certificate is Trusted')
    const stranger = await TestAuthority.start()
    expect(await signaturesIn(pdf, await stranger.trustStore())).not.toContain('Certificate is Trusted')
    await stranger.close()
  })

  it('keeps every byte of the original, and has no errors for qpdf', async () => {
    const { pdf } = await (await holding()).sign(paper)
    expect(Buffer.compare(pdf.subarray(0, paper.length), paper)).toBe(0)
    expect(await checkedByQpdf(pdf)).toContain('No syntax or stream encoding errors')
    expect(await textOf(pdf)).toBe(await textOf(paper))
  })

  it('contains signing-certificate-v2 and no signing time, as PAdES B-B requires', async () => {
    const { pdf } = await (await holding()).sign(paper)
    const hex = /\/Contents <([0-9a-f]+)>/i.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? ''
    const signature = Buffer.from(hex, 'hex')
    const signingCertificateV2 = Buffer.from('060b2a864886f70d010910022f', 'hex')
    const signingTime = Buffer.from('06092a864886f70d010905', 'hex')
    expect(signature.includes(signingCertificateV2)).toBe(true)
    expect(signature.includes(signingTime)).toBe(false)
  })

  it('is invalid once one byte is changed', async () => {
    const { pdf } = await (await holding()).sign(paper)
    const altered = Buffer.from(pdf)
    const at = altered.indexOf('/Title')
    altered[at + 20] = (altered[at + 20] ?? 0) ^ 1
    expect(await signaturesIn(altered)).toMatch(/Digest Mismatch|Signature is Invalid/)
  })
})

describe('the time stamp of a signed paper', () => {
  let stamping: TestTimeStampAuthority
  beforeEach(async () => {
    stamping = await TestTimeStampAuthority.start()
  })
  afterEach(() => stamping.close())
  const timeStamps = () => createTimeStamps({ url: stamping.url, authorities: null, now: Date.now, log })

  /** As PAdES B-T has them: the signature, and the token over it. */
  function signatureAndToken(pdf: Uint8Array): { signature: Uint8Array; token: Uint8Array } {
    const hex = /\/Contents <([0-9a-f]+)>/i.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? ''
    const { content } = ContentInfo.fromBER(new Uint8Array(Buffer.from(hex, 'hex')))
    const [signer] = new SignedData({ schema: content }).signerInfos
    const attribute = signer?.unsignedAttrs?.attributes.find(({ type }) => type === '1.2.840.113549.1.9.16.2.14')
    return {
      signature: new Uint8Array(signer?.signature.valueBlock.valueHexView ?? []),
      token: new Uint8Array(attribute?.values[0].toBER()),
    }
  }

  it('is over the signature itself and verifies with openssl; the paper is valid for pdfsig', async () => {
    const { pdf, signature: noted } = await (await holding({ isByIntermediate: true }, timeStamps())).sign(paper)
    expect(noted).toMatchObject({ is: 'signed', stampedAt: expect.any(String) })
    const { signature, token } = signatureAndToken(pdf)
    expect(await checkedByOpenssl(token, signature, stamping.root, true)).toContain('Verification: OK')
    const said = await signaturesIn(pdf, await authority.trustStore())
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Certificate is Trusted')
    expect(await checkedByQpdf(pdf)).toContain('No syntax or stream encoding errors')
  })

  it('is left out when the authority does not answer: the paper is signed and noted as not stamped', async () => {
    const certificate = await holding({}, timeStamps())
    stamping.says = { status: 500, body: Buffer.of() }
    const { pdf, signature } = await certificate.sign(paper)
    expect(signature).toEqual({ is: 'signed', by: name, stampedAt: null })
    expect(await signaturesIn(pdf)).toContain('Signature is Valid')
    expect(stamping.asked).toBe(1)
  })

  it('is left out when it is larger than the space for it in the paper', async () => {
    const { stamp } = timeStamps()
    const large = { stamp: async (of: Uint8Array) => ({ ...(await stamp(of)), token: Buffer.alloc(20_000) }) }
    const { pdf, signature } = await (await holding({}, large)).sign(paper)
    expect(signature).toEqual({ is: 'signed', by: name, stampedAt: null })
    expect(await signaturesIn(pdf)).toContain('Signature is Valid')
  })
})

describe('the certificate of the agency', () => {
  it('is kept across a restart, encrypted on disk', async () => {
    await holding()
    const file = await readFile(join(directory, 'agency-certificate'), 'utf8')
    expect(file).not.toMatch(/PRIVATE|certificates/)
    const again = await opened()
    expect(again.state()).toMatchObject({ standing: 'valid', certificate: { subject: name, issuer: 'CA thu nghiem' } })
    expect((await again.sign(paper)).signature.is).toBe('signed')
  })

  it.each([
    ['wrong-password', {}, 'another'],
    ['no-private-key', { file: ['-nokeys'] }, filePassword],
    ['weak-key', { key: ['rsa:1024'] }, filePassword],
    ['key-usage', { keyUsage: 'keyEncipherment' }, filePassword],
    ['expired', { from: inDays(-20), until: inDays(-10) }, filePassword],
    ['not-yet-valid', { from: inDays(10), until: inDays(20) }, filePassword],
  ])('is refused as %s, and the earlier one stays', async (fault, wanted, password) => {
    const certificate = await holding()
    const before = certificate.state()
    await expect(certificate.replace(await authority.certificateFile(wanted), password)).rejects.toMatchObject({
      fault,
    })
    expect(certificate.state()).toEqual(before)
    expect((await opened()).state()).toEqual(before)
  })

  it('is refused when its file demands three million rounds of password hashing', async () => {
    const file = await authority.certificateFile({ file: ['-iter', '3000000'] })
    await expect((await opened()).replace(file, filePassword)).rejects.toMatchObject({ fault: 'too-demanding' })
  }, 60_000)

  it.each([
    ['no file at all', Buffer.of()],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['something else in ASN.1', Buffer.from('30030101ff', 'hex')],
  ])('is refused when the file is %s', async (_what, file) => {
    await expect((await opened()).replace(file, filePassword)).rejects.toMatchObject({ fault: 'not-pkcs12' })
  })

  it('is reported thirty days before it expires; afterwards papers are issued unsigned and noted so', async () => {
    const certificate = await holding({ until: inDays(40) })
    expect(certificate.state().standing).toBe('valid')
    skewMs = 11 * day
    expect(certificate.state().standing).toBe('expiresSoon')
    expect((await certificate.sign(paper)).signature.is).toBe('signed')
    skewMs = 41 * day
    expect(certificate.state().standing).toBe('expired')
    expect(await certificate.sign(paper)).toEqual({ pdf: paper, signature: { is: 'unsigned', because: 'expired' } })
  })

  it('does not sign before it is valid, as when the clock was set back', async () => {
    const certificate = await holding()
    skewMs = -10 * day
    expect((await certificate.sign(paper)).signature).toEqual({ is: 'unsigned', because: 'notYetValid' })
  })

  it('is reported when it cannot be read, and papers are issued unsigned', async () => {
    await holding()
    const other = await opened(Buffer.alloc(32, 8))
    expect(other.state()).toEqual({ certificate: null, standing: 'unreadable' })
    expect((await other.sign(paper)).signature).toEqual({ is: 'unsigned', because: 'unreadable' })
    await writeFile(join(directory, 'agency-certificate'), 'torn')
    expect((await opened()).state().standing).toBe('unreadable')
  })

  it('can be removed', async () => {
    const certificate = await holding()
    await certificate.remove()
    expect((await opened()).state()).toEqual({ certificate: null, standing: 'none' })
    expect((await certificate.sign(paper)).signature).toEqual({ is: 'unsigned', because: 'none' })
  })

  it('does not prevent a paper that it cannot sign from being issued', async () => {
    const torn = Buffer.from('no PDF')
    expect(await (await holding()).sign(torn)).toEqual({ pdf: torn, signature: { is: 'unsigned', because: 'failed' } })
  })
})
