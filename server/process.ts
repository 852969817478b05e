// What both processes share: one app from start to stop, reasons not to start printed as one line with what to do, and
// faults always logged.
import { type App, startApp } from './app/app.ts'
import { StartError } from './app/start-error.ts'
import { type Config, ConfigError } from './platform/config/config.ts'
import { createLog } from './platform/log.ts'

/** Recordings need three seconds to finish their files; nobody should wait for what never ends. */
const stopWithinMs = 20_000

/** Runs until SIGINT or SIGTERM. `started` is called once everything answers. */
export async function runProcess(
  settings: () => Config,
  started: (app: App, config: Config) => Promise<void>,
): Promise<void> {
  const config = orRefuse(settings)
  const log = createLog(config.logLevel)
  const app = await startApp(config, log).catch((error: unknown) => {
    if (!(error instanceof StartError)) log.error({ err: error }, 'the server could not start')
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    // What state is left nobody knows; a new start reads it from the journals.
    log.error({ err: error }, 'uncaught exception')
    process.exit(1)
  })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => {
      log.error({}, 'the server did not stop in order in time, and is ended: what was acknowledged is in the journals')
      process.exit(1)
    }, stopWithinMs).unref()
    await app.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  await started(app, config)
}

function orRefuse(settings: () => Config): Config {
  try {
    return settings()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
