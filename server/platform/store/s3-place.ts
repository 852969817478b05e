// The store in a bucket of an S3-compatible server: an upload becomes visible when it is complete, and not before (ADR
// 0064). Refusals of that server are reported in words for the administrator.
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketVersioningCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { Place } from './place.ts'
import { faultOf } from './s3-faults.ts'
import { type BucketClient, readObject, sizeOf } from './s3-reading.ts'

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
  const { namesPerPage, ...patience } = { ...ordinary, ...options }
  const { endpoint, bucket, prefix } = settings
  const client = clientOf(settings, patience)
  const description = `the bucket ${bucket}${prefix === '' ? '' : `/${prefix}`} at ${endpoint}`
  const keyOf = (name: string) => (prefix === '' ? name : `${prefix}/${name}`)
  const opened: BucketClient = {
    client,
    description,
    at: (name) => ({ Bucket: bucket, Key: keyOf(name) }),
    faultOf: (error) => faultOf(error, description, settings),
  }

  async function answered<T>(asking: () => Promise<T>): Promise<T> {
    try {
      return await asking()
    } catch (error) {
      throw opened.faultOf(error)
    }
  }

  async function remove(name: string): Promise<void> {
    await answered(() => client.send(new DeleteObjectCommand(opened.at(name))))
  }

  return {
    description,
    put: (name, content, bytes) => upload(opened, name, content, bytes),
    read: (name, range) => readObject(opened, name, range),
    size: (name) => sizeOf(opened, name),
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
      await upload(opened, proofName, Readable.from([proof]), proof.length)
      await (await readObject(opened, proofName))?.resume().toArray()
      await remove(proofName)
    },
    async keepsVersions() {
      try {
        const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }))
        // Suspended, it still has those of before.
        return Status !== undefined && !(await hasRuleForVersions(client, bucket, keyOf('')))
      } catch {
        // Not every server knows the question, not every key may ask it.
        return null
      }
    },
    close: () => client.destroy(),
  }
}

function clientOf(
  { endpoint, region, isPathStyle, credentials, authorities }: BucketSettings,
  { attempts, connectMs, idleMs }: Omit<S3PlaceOptions, 'namesPerPage'>,
): S3Client {
  const agent = { keepAlive: true, maxSockets: 50 }
  return new S3Client({
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
}

/** Resolves when all of it is there; a file that is shorter or longer than `bytes` is not. */
async function upload(
  { client, at, faultOf: faultOfBucket }: BucketClient,
  name: string,
  content: Readable,
  bytes: number,
): Promise<void> {
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
    throw error === ofSource ? error : faultOfBucket(error)
  } finally {
    content.destroy()
  }
}

/** Versions of what is no more are removed by a rule of the bucket. `start`: what all names here begin with. */
async function hasRuleForVersions(client: S3Client, bucket: string, start: string): Promise<boolean> {
  const asked = client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket }))
  const { Rules = [] } = await asked.catch(() => ({ Rules: [] }))
  return Rules.some(({ Status, NoncurrentVersionExpiration, Filter, Prefix }) => {
    const begins = Filter?.Prefix ?? Prefix ?? ''
    const isForSome = Filter?.Tag ?? Filter?.And ?? Filter?.ObjectSizeGreaterThan ?? Filter?.ObjectSizeLessThan
    return Status === 'Enabled' && NoncurrentVersionExpiration && !isForSome && start.startsWith(begins)
  })
}
