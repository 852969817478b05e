import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { erasureVerdict } from './erasure-verdict.ts'
import { Manifest, recordingIndexName } from './manifest.ts'
import { loadSigningKey, type SigningKey } from './signature.ts'

const [paper, segment, index, other] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64))
const at = '2026-11-26T02:00:00.000Z'
const name = 'erasures/2026-1.json'

let directory: string
let key: SigningKey
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diemcau-verdict-'))
  key = await loadSigningKey(directory)
})
afterAll(() => rm(directory, { recursive: true }))

const gone = (path: string, kind: string, sha256: string | undefined) => ({
  path,
  kind,
  sha256,
  erasedAt: at,
  decidedAt: at,
  certificate: name,
})
const manifest = Manifest.parse({
  format: 'diemcau-archive',
  version: 1,
  sessionId: 's1',
  sealedAt: at,
  exportedAt: at,
  journal: { commits: 1, headHash: paper },
  files: [{ path: recordingIndexName, kind: 'recording', bytes: 9, sha256: index }],
  withheld: [],
  erased: [gone('documents/01 Báo cáo.pdf', 'document', paper), gone('recordings/0001-1.mkv', 'recording', segment)],
  faults: [],
})
const certificateOf = (id: string, ...hashes: (string | undefined)[]) =>
  JSON.stringify({
    format: 'diemcau-erasure',
    number: 1,
    year: 2026,
    decidedAt: at,
    items: [{ subject: { kind: 'session', id }, what: hashes.map((sha256) => ({ what: 'file', sha256 })) }],
  })
async function verdictOf(text: string, signed = text, signer = key, of = manifest) {
  const files: Record<string, Buffer> = {
    [name]: Buffer.from(text),
    'erasures/2026-1.sig': Buffer.from(await signer.sign(Buffer.from(signed))),
  }
  return erasureVerdict(of, async (path) => files[path] ?? null, key.published.fingerprint)
}

it('names the decision and certificate of each erased file; a recording is matched by the hash of its index', async () => {
  expect(await verdictOf(certificateOf('s1', paper, index))).toEqual({
    faults: [],
    erased: [
      'documents/01 Báo cáo.pdf was erased on 2026-11-26 by decision of 2026-11-26, certificate 1/2026.',
      'recordings/0001-1.mkv was erased on 2026-11-26 by decision of 2026-11-26, certificate 1/2026.',
    ],
  })
})

it('accepts a certificate about a citizen for prints of the seal, and for no other kind of file', async () => {
  const certificate = JSON.parse(certificateOf('s1', paper))
  const text = JSON.stringify({
    ...certificate,
    items: certificate.items.map((item: object) => ({ ...item, subject: { kind: 'citizen', id: 'citizen 1' } })),
  })
  const verdictOn = (kind: string) => {
    const of = Manifest.parse({ ...manifest, erased: [gone('attendance.csv', kind, paper)] })
    return verdictOf(text, text, key, of)
  }
  expect(await verdictOn('print')).toMatchObject({ faults: [], erased: [expect.stringContaining('attendance.csv')] })
  expect((await verdictOn('document')).faults).toHaveLength(1)
})

it.each([
  ['of another session', () => certificateOf('s2', paper, index)],
  ['of other bytes', () => certificateOf('s1', other)],
])('reports files as missing when the certificate is %s', async (_what, text) => {
  const { faults, erased } = await verdictOf(text())
  expect([faults.length, erased]).toEqual([2, []])
  expect(faults[0]).toBe('documents/01 Báo cáo.pdf is missing: certificate erasures/2026-1.json does not name it.')
})

it('reports files as missing when the certificate is absent, altered or signed with another key', async () => {
  const text = certificateOf('s1', paper, index)
  const elsewhere = await mkdtemp(join(tmpdir(), 'diemcau-verdict-'))
  const verdicts = [
    await erasureVerdict(manifest, async () => null, key.published.fingerprint),
    await verdictOf(text, certificateOf('s1', other)),
    await verdictOf(text, text, await loadSigningKey(elsewhere)),
  ]
  await rm(elsewhere, { recursive: true })
  for (const { faults, erased } of verdicts) {
    expect(erased).toEqual([])
    expect(faults[1]).toBe(
      'recordings/0001-1.mkv is missing: no certificate with a good signature says that it was erased.',
    )
  }
})
