// How far the disk goes: /api/operations/disk for whoever runs the server, /api/sessions/ID/room for whoever books.

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { DiskForecast } from '../../../shared/wire/hearing/disk.ts'
import { diskApi } from '../../../shared/wire/hearing/disk-api.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Forecasts } from '../../media/recording/disk-forecast.ts'
import { notFound } from '../../platform/http/errors.ts'
import { serve } from '../../platform/http/serve.ts'
import type { BucketState } from '../../platform/store/spooled-place.ts'
import type { DiskSpace } from './disk-space.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly forecasts: Pick<Forecasts, 'report'>
  readonly diskSpace: Pick<DiskSpace, 'of'>
  readonly bucketState: () => Promise<BucketState | null>
}

export const diskRoutes =
  ({ sessions, forecasts, diskSpace, bucketState }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, diskApi.read, async () => ({ ...(await forecasts.report()), bucket: bucketView(await bucketState()) }))

    serve(api, diskApi.forSession, async ({ params: { sessionId } }) => {
      const state = await sessions.state(sessionId)
      if (!state) throw notFound('session')
      return diskSpace.of(
        state,
        sessions.health().map((running) => running.state),
      )
    })
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
