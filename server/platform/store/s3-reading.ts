// Reads files from a bucket: whole or in ranges, and further where a connection broke off. Called by s3-place.ts.
import { Readable } from 'node:stream'
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { type ByteRange, PlaceFault } from './place.ts'
import { codeOf, statusOf } from './s3-faults.ts'

export interface BucketClient {
  readonly client: S3Client
  /** For people. */
  readonly description: string
  /** Where the file of this name is. */
  readonly at: (name: string) => { Bucket: string; Key: string }
  readonly faultOf: (error: unknown) => PlaceFault
}

/** null: it is not there. */
export async function readObject(bucket: BucketClient, name: string, range?: ByteRange): Promise<Readable | null> {
  const found = await part(bucket, name, range?.start ?? 0, range?.end, undefined)
  return found && Readable.from(resumed(bucket, name, found, range), { objectMode: false })
}

/** null: it is not there. */
export async function sizeOf({ client, at, faultOf }: BucketClient, name: string): Promise<number | null> {
  try {
    return (await client.send(new HeadObjectCommand(at(name)))).ContentLength ?? 0
  } catch (error) {
    // The answer has no body, so no code either.
    if (statusOf(error) === 404) return null
    throw faultOf(error)
  }
}

interface Part {
  readonly body: Readable
  readonly version: string | undefined
}

/** null: it is not there. */
async function part(
  { client, at, faultOf }: BucketClient,
  name: string,
  from: number,
  until: number | undefined,
  version: string | undefined,
): Promise<Part | null> {
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
    throw faultOf(error)
  }
}

/** Goes on where a connection broke off, as long as something came. */
async function* resumed(bucket: BucketClient, name: string, first: Part, range?: ByteRange) {
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
      if (!hasMoved) throw bucket.faultOf(error)
    }
    hasMoved = false
    if (range && from > range.end) return
    const next = await part(bucket, name, from, range?.end, first.version)
    if (!next) throw new PlaceFault('other', `${name} was removed from ${bucket.description} while it was read.`, null)
    body = next.body
  }
}
