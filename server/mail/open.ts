// Opens the mail of this server; null where none is configured.
import type { Base } from '../platform/base.ts'
import type { Config } from '../platform/config/config.ts'
import { createSmtpTransport, type Sending } from './transport.ts'

type Settings = Pick<Config, 'smtpUrl' | 'mailFrom'>

/** The queue’s connection waits for a Redis that is away, where the server’s own says so at once. */
export function openMail({ redis, log, lifetime }: Base, { smtpUrl, mailFrom: from }: Settings): Sending | null {
  if (!smtpUrl || !from) return null
  const connection = redis.duplicate({
    enableOfflineQueue: true,
    autoResendUnfulfilledCommands: true,
    maxRetriesPerRequest: null,
    commandTimeout: undefined,
  })
  connection.on('error', (error: Error) => log.warn({ err: error }, 'the mail queue lost Redis'))
  lifetime.closes(() => connection.disconnect())
  return { transport: createSmtpTransport(smtpUrl), from, connection }
}
