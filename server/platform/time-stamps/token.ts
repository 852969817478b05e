// A time stamp (RFC 3161): the request to an authority, and what its reply proves. Works without a server, because
// archives are verified with it.
import { X509Certificate } from 'node:crypto'
import { Integer } from 'asn1js'
import {
  Certificate,
  ExtKeyUsage,
  id_ExtKeyUsage,
  id_eContentType_TSTInfo,
  MessageImprint,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { nameOf } from '../certificate-names.ts'

/** Its message says what is wrong with the reply, or why there is none. */
export class TimeStampError extends Error {
  override name = 'TimeStampError'
}

export interface TimeStamp {
  /** Epoch ms, by the clock of the authority. */
  readonly at: number
  /** Whose certificate signed it. */
  readonly by: string
  /** The token alone, as DER, for a signature to carry. */
  readonly token: Uint8Array
}

const sha256 = '2.16.840.1.101.3.4.2.1'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** `nonce`: a positive number as DER writes it, which makes the answer one to this question. */
export async function timeStampQuery(content: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const query = new TimeStampReq({
    version: 1,
    messageImprint: await MessageImprint.create('SHA-256', new Uint8Array(content).buffer),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

interface Demanded {
  /** As it was asked with; null: it is not known any more. */
  readonly nonce: Uint8Array | null
  /** One of these must have certified whoever signed; null: anybody may have. */
  readonly authorities: readonly X509Certificate[] | null
}

/** @throws TimeStampError when `reply` is no stamp of `content`, or not what is demanded. */
export async function readTimeStamp(
  reply: Uint8Array,
  content: Uint8Array,
  { nonce, authorities }: Demanded,
): Promise<TimeStamp> {
  const { status, timeStampToken } = read(() => TimeStampResp.fromBER(new Uint8Array(reply)))
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    const said = status.statusStrings?.map((text) => text.valueBlock.value).join(' ') ?? ''
    throw new TimeStampError(`the authority refuses (status ${status.status})${said && `: ${said}`}`)
  }
  if (!timeStampToken) throw new TimeStampError('the answer has no stamp in it')
  const { signed, info } = read(() => {
    const data = new SignedData({ schema: timeStampToken.content })
    const { eContent, eContentType } = data.encapContentInfo
    if (eContentType !== id_eContentType_TSTInfo || !eContent || data.signerInfos.length !== 1) throw new Error()
    return { signed: data, info: TSTInfo.fromBER(eContent.getValue()) }
  })
  if (info.messageImprint.hashAlgorithm.algorithmId !== sha256)
    throw new TimeStampError('the answer is made with another hash than SHA-256')
  if (nonce && !Buffer.from(nonce).equals(info.nonce?.valueBlock.valueHexView ?? new Uint8Array()))
    throw new TimeStampError('the answer is one to another question')
  // The imprint is compared with what is stamped here, too.
  const { signatureVerified, signerCertificate } = await signed
    .verify({ signer: 0, data: new Uint8Array(content).buffer, extendedMode: true })
    .catch((cause: unknown) => {
      throw new TimeStampError('it is no stamp of this content', { cause })
    })
  if (!signatureVerified || !signerCertificate) throw new TimeStampError('its signature is wrong')
  if (!mayStamp(signerCertificate))
    throw new TimeStampError('the certificate that signed it is not one for time stamps')
  const by = nameOf(new X509Certificate(Buffer.from(signerCertificate.toSchema().toBER())).subject)
  if (authorities && !(await isCertified(signed, content, authorities)))
    throw new TimeStampError(`it is signed by “${by}”, which no authority that was given has certified for that hour`)
  return { at: info.genTime.getTime(), by, token: new Uint8Array(timeStampToken.toSchema().toBER()) }
}

function read<T>(parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw new TimeStampError('it is no answer of a time stamp authority', { cause })
  }
}

/** RFC 3161, 2.3: for this alone. */
function mayStamp({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === id_ExtKeyUsage)?.parsedValue
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(timeStamping) && usage.keyPurposes.length === 1
}

/** At the hour of the stamp. Whether a certificate was revoked, nobody can ask where there is no Internet. */
async function isCertified(
  signed: SignedData,
  content: Uint8Array,
  authorities: readonly X509Certificate[],
): Promise<boolean> {
  const trustedCerts = authorities.map(({ raw }) => Certificate.fromBER(new Uint8Array(raw)))
  try {
    return await signed.verify({
      signer: 0,
      data: new Uint8Array(content).buffer,
      checkChain: true,
      trustedCerts,
      passedWhenNotRevValues: true,
    })
  } catch {
    return false
  }
}
