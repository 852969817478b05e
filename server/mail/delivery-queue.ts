// A queue of messages to send: in Redis, so that it survives a restart; retries with growing pauses. A job contains ids
// only. `deliver` writes and sends the message; nothing else reads the queue.
import { Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import type { MailFault } from '../../shared/wire/hearing/mail.ts'
import type { Log } from '../platform/log.ts'
import { DeliveryError } from './transport.ts'

export interface DeliveryQueue<Job> {
  /** A message that waits for its next attempt is tried now; one that is queued already stays as it is. */
  add(job: Job): Promise<void>
  close(): Promise<void>
}

/** From half a minute to an hour apart: an evening's outage of the mail server is outlasted. */
const defaultRetries = { attempts: 12, firstPauseMs: 30_000 }
const prefix = '{diemcau}'
/** One after another: what was changed is never told before what it changes. */
const concurrency = 1
/** A restart in the middle of a message is no fault of the message. */
const maxStalledCount = 10
const closingPatienceMs = 10_000

export interface Attempt {
  readonly number: number
  readonly isLast: boolean
}

export interface DeliveryQueueOptions<Job extends object> {
  /** In Redis. */
  readonly name: string
  readonly job: z.ZodType<Job>
  /** Jobs with one id are one. */
  readonly idOf: (job: Job) => string
  /** One of its own: it waits without end while Redis is away. */
  readonly connection: Redis
  readonly retries?: { readonly attempts: number; readonly firstPauseMs: number } | undefined
  readonly log: Log
  /** @throws DeliveryError */
  deliver(job: Job, attempt: Attempt): Promise<void>
}

export function createDeliveryQueue<Job extends object>(options: DeliveryQueueOptions<Job>): DeliveryQueue<Job> {
  const { name, job: Job, idOf, connection, retries = defaultRetries, log, deliver } = options
  const { attempts, firstPauseMs } = retries
  const queue = new Queue(name, {
    connection,
    prefix,
    defaultJobOptions: {
      attempts,
      backoff: { type: 'exponential', delay: firstPauseMs },
      // The record of deliveries says what became of it.
      removeOnComplete: true,
      removeOnFail: true,
    },
  })
  const worker = new Worker(
    name,
    async ({ data, attemptsMade }) => {
      const number = attemptsMade + 1
      try {
        await deliver(Job.parse(data), { number, isLast: number >= attempts })
      } catch (error) {
        if (error instanceof DeliveryError && !error.isTemporary) throw new UnrecoverableError(error.message)
        throw error
      }
    },
    { connection, prefix, concurrency, maxStalledCount },
  )
  const warn = (error: Error) => log.warn({ err: error }, 'the mail queue failed')
  queue.on('error', warn)
  worker.on('error', warn)

  return {
    async add(job) {
      const added = await queue.add('send', job, { jobId: idOf(job) })
      if (!(await added.isDelayed())) return
      try {
        await added.promote()
      } catch (error) {
        // Its pause was just over: the attempt is made anyhow.
        if (await added.isDelayed()) throw error
      }
    },
    async close() {
      const patience = new AbortController()
      const late = new Promise<'late'>((resolve) => {
        const timer = setTimeout(() => resolve('late'), closingPatienceMs)
        patience.signal.addEventListener('abort', () => clearTimeout(timer))
      })
      const outcome = await Promise.race([worker.close(), late])
      patience.abort()
      // The message being sent is tried again after the next start.
      if (outcome === 'late') await worker.close(true)
      await queue.close()
    },
  }
}

/** One attempt at a message, and how it went: settled first, then, when it was refused, thrown on for the queue to try again. */
export async function attempted(
  { number, isLast }: Attempt,
  send: () => Promise<void>,
  settle: (state: 'sent' | 'retrying' | 'failed', fault: MailFault | null) => Promise<void>,
  { log, ...fields }: { readonly log: Log } & Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await send()
    await settle('sent', null)
    log.info({ ...fields, attempt: number }, 'mail sent')
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    const isFinal = isLast || !error.isTemporary
    await settle(isFinal ? 'failed' : 'retrying', error.fault)
    log.warn({ ...fields, attempt: number, fault: error.fault.code, isFinal }, 'mail not sent')
    throw error
  }
}
