// Whoever tries codes leaves a trace for the operator: at which door, from which network, whether it is shut by now. Never the code, and
// never the contact: one of them may be somebody’s.
import type { FastifyRequest } from 'fastify'
import type { CodeTry, Metrics } from '../metrics.ts'
import { networkOf } from './network.ts'

export function noteFailedCode(
  { metrics }: { readonly metrics: Pick<Metrics, 'observeFailedCode'> },
  { log, ip }: Pick<FastifyRequest, 'log' | 'ip'>,
  tried: CodeTry,
): void {
  metrics.observeFailedCode(tried)
  log.warn({ audit: 'failed-code', ...tried, network: networkOf(ip) }, 'a code opened nothing')
}
