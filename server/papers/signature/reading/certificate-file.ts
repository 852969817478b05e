// Reads a PKCS#12 file (RFC 7292) as an agency receives it, and refuses it with the reason if no paper can be signed
// with it. Runs in the separate program only: a file may demand hours of password hashing.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { Certificate } from 'pkijs'
import type { CertificateFault } from '../../../../shared/wire/papers/agency-certificate.ts'
import type { AgencyKey } from '../agency-key.ts'
import { CertificateError } from '../certificate-error.ts'

const { asn1, pki, pkcs12 } = forge
const keyUsage = '2.5.29.15'
/** Digital signature or content commitment (RFC 5280, 4.2.1.3): the first two bits. */
const signs = 0b1100_0000
const leastRsaBits = 2048
const curves = ['prime256v1', 'secp384r1', 'secp521r1']

/** @throws CertificateError */
export function certificateFile(file: Uint8Array, password: string, now: number): AgencyKey {
  const bags = bagsOf(file, password)
  const key = bags.keys[0]
  if (!key) throw new CertificateError('no-private-key')
  const own = bags.certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (!own) throw new CertificateError('no-certificate')
  if (!isStrong(key)) throw new CertificateError('weak-key')
  if (!maySign(own)) throw new CertificateError('key-usage')
  if (now > own.validToDate.getTime()) throw new CertificateError('expired')
  if (now < own.validFromDate.getTime()) throw new CertificateError('not-yet-valid')
  return { key, certificates: [own, ...bags.certificates.filter((other) => other !== own)] }
}

function bagsOf(file: Uint8Array, password: string): { keys: KeyObject[]; certificates: X509Certificate[] } {
  const structure = readOr('not-pkcs12', () => asn1.fromDer(bytesOf(file)))
  const opened = readOr(structure.value.length < 2 ? 'not-pkcs12' : 'wrong-password', (): forge.pkcs12.Pkcs12Pfx => {
    try {
      return pkcs12.pkcs12FromAsn1(structure, false, password)
    } catch (cause) {
      // Of a file that is something else, forge says so; a wrong password it finds out by the check sum, or by what it cannot decrypt.
      const isOther = /not a PKCS#12|contentType|PFX of version|Invalid PKCS#7/i.test(String(cause))
      throw isOther ? new CertificateError('not-pkcs12', { cause }) : cause
    }
  })
  const all = opened.safeContents.flatMap(({ safeBags }) => safeBags)
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = pki.oids
  return {
    keys: all
      .filter(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag)
      .map((bag) => {
        // An RSA key is read by forge, another is left as it came.
        const info = bag.key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key)) : bag.asn1
        return readOr('no-private-key', () => createPrivateKey({ key: derOf(info), format: 'der', type: 'pkcs8' }))
      }),
    certificates: all
      .filter(({ type }) => type === certBag)
      .map((bag) =>
        readOr(
          'no-certificate',
          () => new X509Certificate(derOf(bag.cert ? pki.certificateToAsn1(bag.cert) : bag.asn1)),
        ),
      ),
  }
}

function readOr<T>(fault: CertificateFault, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw cause instanceof CertificateError ? cause : new CertificateError(fault, { cause })
  }
}

const bytesOf = (file: Uint8Array) => Buffer.from(file).toString('latin1')
const derOf = (value: forge.asn1.Asn1) => Buffer.from(asn1.toDer(value).getBytes(), 'latin1')

function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits
  return asymmetricKeyType === 'ec' && curves.includes(asymmetricKeyDetails?.namedCurve ?? '')
}

/** One that says nothing of what it is for may be used for anything. */
function maySign({ raw }: X509Certificate): boolean {
  const { extensions = [] } = Certificate.fromBER(new Uint8Array(raw))
  const usage = extensions.find(({ extnID }) => extnID === keyUsage)?.parsedValue
  if (!usage) return true
  const [first = 0] = new Uint8Array(usage.valueBlock.valueHexView)
  return (first & signs) !== 0
}
