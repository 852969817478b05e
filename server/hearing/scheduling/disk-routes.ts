// How far the disk goes: /api/operations/disk for whoever runs the server, /api/sessions/ID/room for whoever books.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SessionId } from '../../../shared/kernel/ids.ts'
import { DiskForecast, SessionRoom } from '../../../shared/wire/disk.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Forecasts } from '../../media/recording/disk-forecast.ts'
import { notFound } from '../../platform/http/errors.ts'
import type { BucketState } from '../../platform/store/spooled-place.ts'
import type { RoomOnDisk } from './room-on-disk.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly forecasts: Pick<Forecasts, 'report'>
  readonly roomOnDisk: Pick<RoomOnDisk, 'of'>
  readonly bucketState: () => Promise<BucketState | null>
}

const tags = ['operation']

export const diskRoutes =
  ({ sessions, forecasts, roomOnDisk, bucketState }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    api.get(
      '/operations/disk',
      {
        config: { access: 'staff' },
        schema: {
          tags,
          summary: 'What is free for recordings, and for how many days it lasts as things go',
          response: { 200: DiskForecast },
        },
      },
      async () => ({ ...(await forecasts.report()), bucket: bucketView(await bucketState()) }),
    )

    api.get(
      '/sessions/:sessionId/room',
      {
        config: { access: 'staff', words: null },
        schema: {
          tags,
          summary: 'Whether the recording of a session, and its film, fit on the disk',
          params: z.object({ sessionId: SessionId }),
          response: { 200: SessionRoom },
        },
      },
      async ({ params: { sessionId } }) => {
        const state = await sessions.state(sessionId)
        if (!state) throw notFound('session')
        return roomOnDisk.of(
          state,
          sessions.health().map((running) => running.state),
        )
      },
    )
  }

function bucketView(state: BucketState | null): DiskForecast['bucket'] {
  if (!state) return null
  const { waiting, awaySince, fault, keepsVersions } = state
  return {
    waitingFiles: waiting.files,
    waitingBytes: waiting.bytes,
    awaySince,
    trouble: fault?.trouble ?? null,
    keepsVersions,
  }
}
