// npm run verify -- FILE: checks an archive or an exported journal offline. Exit code 0: no faults; 1: faults; 2: not
// readable.
import type { X509Certificate } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { verifyJournal } from '../../engine/journal/journal-file.ts'
import { readAuthorities } from '../../platform/time-stamps/authorities.ts'
import type { Supplement } from './seal.ts'
import { verifyArchive } from './verify-archive.ts'

const usage = `Usage: npm run verify -- FILE [--key FINGERPRINT] [--time-stamp-ca FILE]
  FILE: an archive (ZIP), or a journal downloaded as journal.jsonl
  --key: the fingerprint the agency publishes at /verify; the archive must be signed with that key
  --time-stamp-ca: certificates (PEM) of who certifies time stamp authorities; its seal must bear the stamp of one`

try {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).flatMap(joined),
    allowPositionals: true,
    options: { key: { type: 'string' }, 'time-stamp-ca': { type: 'string' } },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(usage)
  const { key = null, 'time-stamp-ca': authoritiesFile } = values
  const authorities = authoritiesFile === undefined ? null : await readAuthorities(authoritiesFile)
  if (await isZip(file)) await checkArchive(file, key, authorities)
  else if (key !== null || authorities)
    throw new Error('A journal alone is neither signed nor stamped: leave out the options, or give the archive.')
  else await checkJournal(file)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

/** A fingerprint may begin with a dash, which would be taken for another option. */
function joined(word: string, place: number, words: readonly string[]): string[] {
  if (words[place - 1] === '--key') return []
  return word === '--key' && words[place + 1] !== undefined ? [`--key=${words[place + 1]}`] : [word]
}

async function isZip(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.zip')) return true
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(2) })
    return buffer.toString() === 'PK'
  } finally {
    await file.close()
  }
}

async function checkArchive(
  file: string,
  key: string | null,
  authorities: readonly X509Certificate[] | null,
): Promise<void> {
  const { faults, remarks, erased, manifest, signer, seal, supplements } = await verifyArchive(file, key, authorities)
  if (faults.length > 0 || !manifest) {
    console.error(`${file} is NOT whole:`)
    for (const fault of faults) console.error(`- ${fault}`)
    for (const remark of remarks) console.error(`  ${remark}`)
    process.exitCode = 1
    return
  }
  const { sessionId, journal, files, withheld, sealedAt } = manifest
  console.log(`The archive of session ${sessionId}, sealed at ${sealedAt}, is whole: ${files.length} files.`)
  for (const line of erased) console.log(`- ${line}`)
  console.log(`Journal: ${journal.commits} commits in order; last hash ${journal.headHash}`)
  if (seal) {
    const { madeAt, files: sealed } = seal.content
    console.log(
      `It agrees with its seal of ${sealed.length} files, made at ${madeAt}. SHA-256 of the seal: ${seal.sha256}`,
    )
  }
  for (const supplement of supplements) console.log(supplementSentence(supplement))
  if (seal?.stamp) console.log(stampSentence(seal.stamp, authorities !== null))
  for (const remark of remarks) console.log(remark)
  if (withheld.length > 0)
    console.log(
      `Not in it, for whoever took it may not have them: ${withheld.length} files. The manifest has their hashes.`,
    )
  console.log(
    key === null
      ? `Signed with the key ${signer}, which is in the archive itself. Whose it is, this does not prove: compare it with the fingerprint the agency publishes, or give that with --key.`
      : `Signed with the key that you gave: ${signer}`,
  )
}

const supplementSentences: Readonly<Record<Supplement['kind'], string>> = {
  recording: 'what the recorder wrote that had not ended at the sealing',
  addition: 'an addition to the issued minutes',
  correction: 'a correction of the issued minutes',
}

function supplementSentence({ number, kind, written, madeAt, files }: Supplement): string {
  const what = `Supplement ${number} of ${madeAt} follows it: ${supplementSentences[kind]}`
  if (!written) return `${what}, ${files.length} files.`
  const { number: given, year, writtenAt, reason } = written
  const why = reason === null ? 'The reason is in the paper.' : `Reason: ${reason.replaceAll(/\s+/g, ' ')}`
  return `${what}, number ${given} of ${year}, written at ${writtenAt}, with its paper in ${files.length} files. ${why}`
}

function stampSentence({ at, by }: { at: number; by: string }, isCertified: boolean): string {
  // Most authorities count in whole seconds.
  const hour = new Date(at).toISOString().replace('.000Z', 'Z')
  const proved = `The time stamp of “${by}” proves that this seal was there at ${hour}.`
  if (isCertified) return `${proved} It is certified by one of those you gave.`
  return `${proved} Whose stamp it is, this does not prove: give the certificates of those you trust with --time-stamp-ca.`
}

async function checkJournal(file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  const verdict = await verifyJournal(lines)
  if (verdict.ok) {
    const { sessionId, commits, sealed, headHash } = verdict
    console.log(
      `The journal of session ${sessionId} is whole: ${commits} commits, ${sealed ? 'sealed' : 'not sealed yet'}.`,
    )
    console.log(`Last hash: ${headHash}`)
  } else {
    console.error(`${file}: line ${verdict.line} is wrong: ${verdict.fault}.`)
    process.exitCode = 1
  }
}
