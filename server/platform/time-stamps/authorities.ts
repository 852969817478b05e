// Reads the certificates of those who certify time stamp authorities, given by an administrator or by whoever verifies
// an archive.
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** `path`: PEM, one or more. @throws Error that names the file. */
export async function readAuthorities(path: string): Promise<X509Certificate[]> {
  const pem = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${path} cannot be read (${cause instanceof Error ? cause.message : cause}).`, { cause })
  })
  try {
    const found = (pem.match(certificate) ?? []).map((one) => new X509Certificate(one))
    if (found.length > 0) return found
  } catch {
    // What is between the lines is no certificate.
  }
  throw new Error(`${path} has no certificate in it: it must be PEM, with a line -----BEGIN CERTIFICATE-----.`)
}
