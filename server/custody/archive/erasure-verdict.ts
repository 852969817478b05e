// Checks that a file which an archive lists as erased was erased by a decision: its certificate must be in the archive,
// be signed with the key of the archive, and contain the hash of the file. Needs no server (ADR 0060).
import { z } from 'zod'
import { type Manifest, recordingIndexName } from './manifest.ts'
import { signerOf } from './signature.ts'

/** The part of the certificate that proves one file; server/custody/retention writes it. */
const Certificate = z.object({
  format: z.literal('diemcau-erasure'),
  number: z.int(),
  year: z.int(),
  decidedAt: z.iso.datetime(),
  items: z.array(
    z.object({
      subject: z.object({ kind: z.string(), id: z.string() }),
      what: z.array(z.object({ what: z.string(), sha256: z.string().nullable() })),
    }),
  ),
})

export const certificateSignature = (path: string): string => path.replace(/\.json$/, '.sig')

/** One sentence each. */
export async function erasureVerdict(
  { sessionId, files, erased }: Manifest,
  content: (name: string) => Promise<Buffer | null>,
  signer: string | null,
): Promise<{ readonly faults: string[]; readonly erased: string[] }> {
  const faults: string[] = []
  const proved: string[] = []
  const index = files.find(({ path }) => path === recordingIndexName)?.sha256
  const certificates = new Map<string, z.infer<typeof Certificate> | null>()
  for (const { path, kind, sha256, erasedAt, certificate: name } of erased) {
    if (!certificates.has(name)) certificates.set(name, await certificateAt(name, content, signer))
    const certificate = certificates.get(name)
    // Of a recording the certificate names the index, and the index each segment.
    const bytes = kind === 'recording' ? index : sha256
    const isNamed = certificate?.items.some(
      ({ subject, what }) =>
        // What was printed of a session may have gone with a citizen who is named in it.
        (subject.id === sessionId || (kind === 'print' && subject.kind === 'citizen')) &&
        what.some((one) => one.sha256 !== null && one.sha256 === bytes),
    )
    if (!certificate) faults.push(`${path} is missing: no certificate with a good signature says that it was erased.`)
    else if (!isNamed) faults.push(`${path} is missing: certificate ${name} does not name it.`)
    else
      proved.push(
        `${path} was erased on ${erasedAt.slice(0, 10)} by decision of ${certificate.decidedAt.slice(0, 10)}, certificate ${certificate.number}/${certificate.year}.`,
      )
  }
  return { faults, erased: proved }
}

async function certificateAt(
  name: string,
  content: (name: string) => Promise<Buffer | null>,
  signer: string | null,
): Promise<z.infer<typeof Certificate> | null> {
  const [text, signature] = [await content(name), await content(certificateSignature(name))]
  if (!text || !signature || signer === null || (await signerOf(signature.toString(), text)) !== signer) return null
  try {
    return Certificate.parse(JSON.parse(text.toString()))
  } catch {
    return null
  }
}
