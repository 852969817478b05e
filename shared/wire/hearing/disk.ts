// How far the disk of the server goes: for the administrator, and for a session that is to be recorded.
import { z } from 'zod'
import { Ms } from '../../kernel/ids.ts'
import { MediaSource } from '../engine/media-requests.ts'

const Bytes = z.int().nonnegative()

const BucketTrouble = z
  .enum(['unreachable', 'untrusted', 'refused', 'no-bucket', 'wrong-region', 'full', 'clock', 'other'])
  .describe('why the bucket of the store cannot be used; /health says what to do')

export const DiskForecast = z
  .object({
    freeBytes: Bytes.describe('for recordings: what the journal and the papers need is set aside'),
    reserveBytes: Bytes.describe('set aside'),
    perDayBytes: Bytes.nullable().describe('recorded on a day of the last thirty, with the films; null: nothing was'),
    daysLeft: z.int().nonnegative().nullable().describe('null: nothing was recorded lately'),
    bucket: z
      .object({
        waitingFiles: z.int().nonnegative(),
        waitingBytes: Bytes,
        awaySince: Ms.nullable().describe('since when it cannot be used; null: it can'),
        trouble: BucketTrouble.nullable(),
        keepsVersions: z.boolean().describe('what is erased stays in it, in earlier versions; /health says what to do'),
      })
      .nullable()
      .describe('where recordings and films go; null: they stay on this disk'),
    rates: z.array(
      z.object({
        source: MediaSource,
        bytesPerSecond: Bytes.describe('of one track'),
        isMeasured: z.boolean().describe('on recordings of the last thirty days; else what browsers send at most'),
      }),
    ),
  })
  .meta({ id: 'DiskForecast' })
export type DiskForecast = z.infer<typeof DiskForecast>

export const SessionDiskSpace = z
  .object({
    isRecorded: z.boolean().describe('false: it is booked as one that is never recorded'),
    neededBytes: Bytes.describe('for its planned length, its people, and the film'),
    freeBytes: Bytes.describe('when those that are being recorded now have what they need'),
    fits: z.boolean(),
  })
  .meta({ id: 'SessionDiskSpace' })
export type SessionDiskSpace = z.infer<typeof SessionDiskSpace>
