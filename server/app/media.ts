// Opens media: the plane of mediasoup workers, the recorder, the speech engine, and the forecast of disk space for
// recordings.
import { createForecasts } from '../media/recording/disk-forecast.ts'
import { createRecordings, findRecorder } from '../media/recording/recorder.ts'
import { createMediasoupPlane } from '../media/sfu/mediasoup-plane.ts'
import { createSpeechEngine } from '../media/speech/supervised-engine.ts'
import type { Base } from '../platform/base.ts'
import type { Config } from '../platform/config/config.ts'
import { createStandstills } from '../platform/standing-still.ts'

export interface Media {
  readonly plane: Awaited<ReturnType<typeof createMediasoupPlane>>
  readonly recordings: ReturnType<typeof createRecordings>
  readonly forecasts: ReturnType<typeof createForecasts>
  readonly standstills: ReturnType<typeof createStandstills>
}

export async function openMedia({ dataDir, files, now, log, lifetime }: Base, config: Config): Promise<Media> {
  const standstills = createStandstills()
  const recordings = createRecordings({
    dataDir,
    program: await findRecorder(log),
    store: files,
    now,
    stoodStill: (pid) => standstills.note('recorder', pid),
    log,
  })
  lifetime.closes(() => recordings.close())
  const speechEngine = config.speechModelDir
    ? createSpeechEngine({ modelDir: config.speechModelDir, stoodStill: standstills.note, log })
    : null
  lifetime.closes(() => speechEngine?.close())
  const plane = await createMediasoupPlane({
    workers: config.mediaWorkers,
    workerBinary: config.mediasoupWorkerBin,
    listenAddress: config.host,
    announcedAddress: config.announcedAddress,
    firstPort: config.mediaPort,
    turn: config.turnSecret ? { urls: config.turnUrls, secret: config.turnSecret } : null,
    recordings,
    speechEngine,
    log,
  })
  lifetime.closes(() => plane.close())
  return { plane, recordings, forecasts: createForecasts({ dataDir, now }), standstills }
}
