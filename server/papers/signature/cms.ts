// The signature: CMS SignedData with detached content (RFC 5652) and the attributes that PAdES B-B requires (ETSI EN
// 319 142-1, 6.3): content type, message digest, signing-certificate-v2 (RFC 5035). The signing time is in the PDF, not
// here. With a time stamp over the signature (RFC 3161, appendix A) it is PAdES B-T.
import { createHash, type KeyObject, webcrypto } from 'node:crypto'
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const

const sha256 = (content: Uint8Array) => new Uint8Array(createHash('sha256').update(content).digest())

/** The time stamp token over a signature, as DER; null: there is none to be had, and the signature goes without. */
export type Stamp = (signature: Uint8Array) => Promise<Uint8Array | null>

/** `certificates` as DER: first the one of the key, then those above it. `stamp`: null where no authority is asked. */
export async function signedData(
  content: Uint8Array,
  key: KeyObject,
  certificates: readonly Uint8Array[],
  stamp: Stamp | null,
): Promise<Uint8Array> {
  const [own] = certificates
  if (!own) throw new Error('there is no certificate to sign with')
  const parsed = certificates.map((der) => Certificate.fromBER(new Uint8Array(der)))
  const [certificate] = parsed
  if (!certificate) throw new Error('there is no certificate to sign with')
  const attribute = (type: string, value: object) => new Attribute({ type, values: [value] })
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    // In the order of their encoding, as DER wants a set.
    signedAttrs: new SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
        attribute(oid.messageDigest, new OctetString({ valueHex: sha256(content) })),
        // ESSCertIDv2 with SHA-256, its default, which is left out.
        attribute(
          oid.signingCertificateV2,
          new Sequence({
            value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: sha256(own) })] })] })],
          }),
        ),
      ],
    }),
  })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [signer],
    certificates: parsed,
  })
  await signed.sign(await readyToSign(key), 0, 'SHA-256')
  const token = await stamp?.(new Uint8Array(signer.signature.valueBlock.valueHexView))
  if (token)
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [attribute(oid.timeStampToken, fromBER(new Uint8Array(token)).result)],
    })
  const message = new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) })
  return new Uint8Array(message.toSchema().toBER())
}

/** As Web Crypto names them. */
const curves: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }

type SigningKey = Parameters<SignedData['sign']>[0]

async function readyToSign(key: KeyObject): Promise<SigningKey> {
  const namedCurve = curves[key.asymmetricKeyDetails?.namedCurve ?? '']
  const algorithm = namedCurve ? { name: 'ECDSA', namedCurve } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const der = key.export({ format: 'der', type: 'pkcs8' })
  // pkijs knows fewer uses of a key than Node has; it is the same object.
  return (await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])) as SigningKey
}
