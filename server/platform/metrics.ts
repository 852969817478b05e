// The metrics that Prometheus scrapes at /metrics. Other files report through these functions; only this file knows
// prom-client.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface MediaStatistics {
  /** Those that answer. */
  workers: number
  routers: number
  transports: number
  producers: number
  consumers: number
}

export interface MetricSources {
  readonly sessions: () => { loaded: number; connections: number; timers: number }
  readonly media: () => MediaStatistics
}

/** A code of a citizen or of a paper that opened nothing, or was not looked at any more. */
export interface CodeTry {
  readonly door: 'appointment' | 'case' | 'paper'
  readonly outcome: 'unknown' | 'locked'
}

export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  /** `outcome`: ok, or the code of the rejection. */
  observeCommand(command: { type: string; outcome: string; milliseconds: number }): void
  observeAppend(milliseconds: number): void
  observeFailedCode(tried: CodeTry): void
  /** Called once, when the parts to be counted exist. */
  watch(sources: MetricSources): void
}

/** From one Redis round trip to a stall that people notice. */
const latencyBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const commands = new Counter({
    name: 'diemcau_commands_total',
    help: 'Commands answered, by type and outcome (ok, or the code of the rejection).',
    labelNames: ['type', 'outcome'],
    registers,
  })
  const commandSeconds = new Histogram({
    name: 'diemcau_command_seconds',
    help: 'From a command’s arrival in its session to its answer.',
    buckets: latencyBuckets,
    registers,
  })
  const appendSeconds = new Histogram({
    name: 'diemcau_journal_append_seconds',
    help: 'Time until a commit is durable.',
    buckets: latencyBuckets,
    registers,
  })
  const failedCodes = new Counter({
    name: 'diemcau_failed_codes_total',
    help: 'Codes of citizens and papers that opened nothing, by door and outcome (unknown, locked).',
    labelNames: ['door', 'outcome'],
    registers,
  })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `diemcau_${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })

  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    observeCommand({ type, outcome, milliseconds }) {
      // A made-up type must not become a label of its own.
      commands.inc({ type: outcome === 'unknown-command' ? 'unknown' : type, outcome })
      commandSeconds.observe(milliseconds / 1000)
    },
    observeAppend: (milliseconds) => appendSeconds.observe(milliseconds / 1000),
    observeFailedCode: ({ door, outcome }) => failedCodes.inc({ door, outcome }),
    watch({ sessions, media }) {
      gauge('sessions', 'Sessions loaded on this server.', () => sessions().loaded)
      gauge('connections', 'Pages connected to a session.', () => sessions().connections)
      gauge('timers', 'Sessions that wait for a deadline.', () => sessions().timers)
      gauge('media_workers', 'Media processes that run.', () => media().workers)
      gauge('media_routers', 'Routers in them.', () => media().routers)
      gauge('media_transports', 'WebRTC transports.', () => media().transports)
      gauge('media_producers', 'Streams received.', () => media().producers)
      gauge('media_consumers', 'Streams sent.', () => media().consumers)
    },
  }
}
