// The queue of messages to send: in Redis, so that it outlives the process; tries again with growing pauses.
// A job holds ids only. What happens to it is told by `deliver`; nothing else reads the queue.
import { Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { PersonId, SessionId } from '../../shared/kernel/ids.ts'
import type { Log } from '../platform/log.ts'
import { DeliveryError } from './transport.ts'

export const DeliveryJob = z.object({ sessionId: SessionId, personId: PersonId, sequence: z.int() })
export type DeliveryJob = z.infer<typeof DeliveryJob>

export interface DeliveryQueue {
  /** A message that waits for its next attempt is tried now; one that is queued already stays as it is. */
  add(job: DeliveryJob): Promise<void>
  close(): Promise<void>
}

/** From half a minute to an hour apart: an evening's outage of the mail server is outlasted. */
export const defaultRetries = { attempts: 12, firstPauseMs: 30_000 }
const name = 'mail'
const prefix = '{diemcau}'
const concurrency = 2
/** A restart in the middle of a message is no fault of the message. */
const maxStalledCount = 10
const closingPatienceMs = 10_000

export interface DeliveryQueueOptions {
  /** One of its own: it waits without end while Redis is away. */
  readonly connection: Redis
  readonly retries: { readonly attempts: number; readonly firstPauseMs: number }
  readonly log: Log
  /** @throws DeliveryError */
  deliver(job: DeliveryJob, attempt: { readonly number: number; readonly isLast: boolean }): Promise<void>
}

export function createDeliveryQueue({ connection, retries, log, deliver }: DeliveryQueueOptions): DeliveryQueue {
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
        await deliver(DeliveryJob.parse(data), { number, isLast: number >= attempts })
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
      const jobId = `${job.sessionId}.${job.personId}.${job.sequence}`
      const added = await queue.add('send', job, { jobId })
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
