// The store in a bucket of an S3-compatible server: an upload becomes visible when it is complete, and not before (ADR
// 0064). Refusals of that server are reported in words for the administrator.
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { type ByteRange, type Place, PlaceFault, type PlaceTrouble } from './place.ts'

export interface BucketSettings {
  /** As in https://s3.example.gov.vn:9000 */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  /** Names of files begin with it and “/”; empty: with nothing. */
  readonly prefix: string
  /** The bucket stands in the path, not in the name of the host. */
  readonly isPathStyle: boolean
  /** Asked for again every few minutes, so that it can be changed while the server runs. */
  readonly credentials: () => Promise<{ accessKeyId: string; secretAccessKey: string }>
  /** PEM; null: the authorities that Node knows. */
  readonly authorities: string | null
}

export interface S3PlaceOptions {
  /** Each later than the one before, by a random time that doubles (the SDK’s standard mode). */
  readonly attempts: number
  readonly connectMs: number
  /** Without a byte. */
  readonly idleMs: number
  readonly namesPerPage: number
}

export interface S3Place extends Place {
  /** @throws PlaceFault when files cannot be written, read, listed and removed there. */
  check(): Promise<void>
  /** Whether what is removed stays there in earlier versions, for good; null: its server does not say. */
  keepsVersions(): Promise<boolean | null>
  close(): void
}

const ordinary: S3PlaceOptions = { attempts: 3, connectMs: 3000, idleMs: 20_000, namesPerPage: 1000 }

const PART_BYTES = 8 * 1024 * 1024
/** Each has a part in memory. */
const PARTS_AT_ONCE = 2
/** The SDK refuses more than 10,000. */
const MOST_PARTS = 9000
/** It asks for credentials again five minutes before they end. */
const credentialsLastMs = 10 * 60_000
const proofName = 'check'

export function createS3Place(settings: BucketSettings, options: Partial<S3PlaceOptions> = {}): S3Place {
  const { attempts, connectMs, idleMs, namesPerPage } = { ...ordinary, ...options }
  const { endpoint, region, bucket, prefix, isPathStyle, credentials, authorities } = settings
  const agent = { keepAlive: true, maxSockets: 50 }
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: isPathStyle,
    credentials: async () => ({ ...(await credentials()), expiration: new Date(Date.now() + credentialsLastMs) }),
    maxAttempts: attempts,
    retryMode: 'standard',
    // Most servers but Amazon’s know no trailing checksums; each chunk of a stored file proves itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectMs,
      socketTimeout: idleMs,
      httpAgent: agent,
      httpsAgent: { ...agent, ...(authorities !== null && { ca: authorities }) },
    },
  })
  const description = `the bucket ${bucket}${prefix === '' ? '' : `/${prefix}`} at ${endpoint}`
  const keyOf = (name: string) => (prefix === '' ? name : `${prefix}/${name}`)
  const at = (name: string) => ({ Bucket: bucket, Key: keyOf(name) })

  async function answered<T>(asking: () => Promise<T>): Promise<T> {
    try {
      return await asking()
    } catch (error) {
      throw faultOf(error, description, settings)
    }
  }

  async function put(name: string, content: Readable, bytes: number): Promise<void> {
    let ofSource: unknown
    async function* whole() {
      let passed = 0
      try {
        for await (const piece of content) {
          passed += piece.length
          if (passed > bytes) break
          yield piece
        }
        if (passed !== bytes) throw new Error(`${passed} bytes came for ${name} instead of ${bytes}`)
      } catch (error) {
        ofSource = error
        throw error
      }
    }
    try {
      await new Upload({
        client,
        params: { ...at(name), Body: Readable.from(whole(), { objectMode: false }) },
        partSize: Math.max(PART_BYTES, Math.ceil(bytes / MOST_PARTS)),
        queueSize: PARTS_AT_ONCE,
      }).done()
    } catch (error) {
      // What came meanwhile, of an upload that is given up, is not what went wrong.
      throw error === ofSource ? error : faultOf(error, description, settings)
    } finally {
      content.destroy()
    }
  }

  /** null: it is not there. */
  async function part(name: string, from: number, until: number | undefined, version: string | undefined) {
    try {
      const isWhole = from === 0 && until === undefined
      const { Body, ETag } = await client.send(
        new GetObjectCommand({
          ...at(name),
          ...(!isWhole && { Range: `bytes=${from}-${until ?? ''}` }),
          ...(version !== undefined && { IfMatch: version }),
        }),
      )
      return { body: Body instanceof Readable ? Body : Readable.from([]), version: ETag }
    } catch (error) {
      if (codeOf(error) === 'NoSuchKey') return null
      // It ends before that.
      if (codeOf(error) === 'InvalidRange') return { body: Readable.from([]), version: undefined }
      throw faultOf(error, description, settings)
    }
  }

  /** Goes on where a connection broke off, as long as something came. */
  async function* resumed(name: string, first: { body: Readable; version: string | undefined }, range?: ByteRange) {
    let { body } = first
    let from = range?.start ?? 0
    for (let hasMoved = true; ; ) {
      try {
        for await (const piece of body) {
          from += piece.length
          hasMoved = true
          yield piece
        }
        return
      } catch (error) {
        if (!hasMoved) throw faultOf(error, description, settings)
      }
      hasMoved = false
      if (range && from > range.end) return
      const next = await part(name, from, range?.end, first.version)
      if (!next) throw new PlaceFault('other', `${name} was removed from ${description} while it was read.`, null)
      body = next.body
    }
  }

  async function read(name: string, range?: ByteRange): Promise<Readable | null> {
    const found = await part(name, range?.start ?? 0, range?.end, undefined)
    return found && Readable.from(resumed(name, found, range), { objectMode: false })
  }

  async function size(name: string): Promise<number | null> {
    try {
      return (await client.send(new HeadObjectCommand(at(name)))).ContentLength ?? 0
    } catch (error) {
      // The answer has no body, so no code either.
      if (statusOf(error) === 404) return null
      throw faultOf(error, description, settings)
    }
  }

  async function remove(name: string): Promise<void> {
    await answered(() => client.send(new DeleteObjectCommand(at(name))))
  }

  /** Versions of what is no more are removed by a rule of the bucket. */
  async function hasRuleForVersions(): Promise<boolean> {
    const asked = client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket }))
    const { Rules = [] } = await asked.catch(() => ({ Rules: [] }))
    return Rules.some(({ Status, NoncurrentVersionExpiration, Filter, Prefix }) => {
      const begins = Filter?.Prefix ?? Prefix ?? ''
      const isForSome = Filter?.Tag ?? Filter?.And ?? Filter?.ObjectSizeGreaterThan ?? Filter?.ObjectSizeLessThan
      return Status === 'Enabled' && NoncurrentVersionExpiration && !isForSome && keyOf('').startsWith(begins)
    })
  }

  return {
    description,
    put,
    read,
    size,
    remove,
    async *list(start) {
      const pages = paginateListObjectsV2({ client, pageSize: namesPerPage }, { Bucket: bucket, Prefix: keyOf(start) })
      for (;;) {
        const { value, done } = await answered(() => pages.next())
        if (done) return
        for (const { Key, Size } of value.Contents ?? [])
          if (Key !== undefined) yield { name: prefix === '' ? Key : Key.slice(prefix.length + 1), bytes: Size ?? 0 }
      }
    },
    async check() {
      await answered(() => client.send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 })))
      const proof = Buffer.from(description)
      await put(proofName, Readable.from([proof]), proof.length)
      await (await read(proofName))?.resume().toArray()
      await remove(proofName)
    },
    async keepsVersions() {
      try {
        const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }))
        // Suspended, it still has those of before.
        return Status !== undefined && !(await hasRuleForVersions())
      } catch {
        // Not every server knows the question, not every key may ask it.
        return null
      }
    },
    close: () => client.destroy(),
  }
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && '$metadata' in error
    ? (error.$metadata as { httpStatusCode?: number }).httpStatusCode
    : undefined

/** Of the answer (“Error Responses” in Amazon’s reference), or of the connection. */
function codeOf(error: unknown): string {
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

const toDo: Readonly<Record<PlaceTrouble, (settings: BucketSettings, code: string) => string>> = {
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

function faultOf(error: unknown, description: string, settings: BucketSettings): PlaceFault {
  if (error instanceof PlaceFault) return error
  const trouble = troubleOf(error)
  return new PlaceFault(trouble, `${description} ${toDo[trouble](settings, codeOf(error) || 'no answer')}`, error)
}
