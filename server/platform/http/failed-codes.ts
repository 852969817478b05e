// Whoever tries codes leaves a trace for the operator: at which door, from which network, whether it is shut by now. Never the code, and
// never the contact: one of them may be somebody’s.
import type { FastifyRequest } from 'fastify'
import type { HttpDependencies } from '../../http/dependencies.ts'
import type { CodeTry } from '../metrics.ts'
import { networkOf } from './network.ts'

export function noteFailedCode(
  { metrics }: Pick<HttpDependencies, 'metrics'>,
  { log, ip }: Pick<FastifyRequest, 'log' | 'ip'>,
  tried: CodeTry,
): void {
  metrics.observeFailedCode(tried)
  log.warn({ audit: 'failed-code', ...tried, network: networkOf(ip) }, 'a code opened nothing')
}
