// Starts the given mediasoup-worker through mediasoup, has it answer one request, and ends it. Exit code 0 when that worked.
import { createWorker } from 'mediasoup'

const worker = await createWorker({ workerBin: process.argv[2] ?? '' })
await worker.createRouter()
worker.close()
