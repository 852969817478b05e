// Logs failed attempts at codes for the operator: which entry, from which network, whether it is blocked now. Never the
// code or the contact, because one of them may be somebody’s.
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
