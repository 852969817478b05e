// What went wrong with a bucket, by the answer of its server or by the connection, in words for the administrator. Called
// by s3-place.ts and s3-reading.ts.
import { PlaceFault, type PlaceTrouble } from './place.ts'

interface NamedBucket {
  readonly bucket: string
  readonly region: string
}

export const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && '$metadata' in error
    ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode
    : undefined

/** Of the answer (“Error Responses” in Amazon’s reference), or of the connection. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

const byCode: Readonly<Record<string, PlaceTrouble>> = {
  NoSuchBucket: 'no-bucket',
  AccessDenied: 'refused',
  AllAccessDisabled: 'refused',
  InvalidAccessKeyId: 'refused',
  SignatureDoesNotMatch: 'refused',
  Forbidden: 'refused',
  AuthorizationHeaderMalformed: 'wrong-region',
  PermanentRedirect: 'wrong-region',
  IllegalLocationConstraintException: 'wrong-region',
  RequestTimeTooSkewed: 'clock',
  QuotaExceeded: 'full',
  QuotaExceededException: 'full',
  XMinioStorageFull: 'full',
  XMinioAdminBucketQuotaExceeded: 'full',
  EntityTooLarge: 'full',
  ERR_TLS_CERT_ALTNAME_INVALID: 'untrusted',
  CERT_HAS_EXPIRED: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
}

function troubleOf(error: unknown): PlaceTrouble {
  const known = byCode[codeOf(error)]
  if (known) return known
  const status = statusOf(error)
  if (status === 507) return 'full'
  if (status === 401 || status === 403) return 'refused'
  if (status === undefined || status === 200 || status >= 500) return 'unreachable'
  return 'other'
}

const toDo: Readonly<Record<PlaceTrouble, (settings: NamedBucket, code: string) => string>> = {
  unreachable: (_settings, code) =>
    `cannot be reached (${code}). Start it, or check S3_ENDPOINT and the network between.`,
  untrusted: (_settings, code) =>
    `shows a certificate that is not trusted (${code}). Set S3_CA_FILE to the certificate of the authority that issued it.`,
  refused: (_settings, code) =>
    `refuses the key (${code}). Check S3_ACCESS_KEY_ID and its secret; it must be allowed to read, write, delete and list.`,
  'no-bucket': ({ bucket }) => `is not there. Make a bucket called ${bucket}, or check S3_BUCKET.`,
  'wrong-region': ({ region }, code) => `is in another region than ${region} (${code}). Check S3_REGION.`,
  full: (_settings, code) => `is full (${code}). Make room there, or raise its quota.`,
  clock: () => 'has another time than this machine. Set both clocks.',
  other: (_settings, code) => `does not do what it is asked for (${code}). Its log says why.`,
}

export function faultOf(error: unknown, description: string, settings: NamedBucket): PlaceFault {
  if (error instanceof PlaceFault) return error
  const trouble = troubleOf(error)
  return new PlaceFault(trouble, `${description} ${toDo[trouble](settings, codeOf(error) || 'no answer')}`, error)
}
