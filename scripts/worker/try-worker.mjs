// Starts the given mediasoup-worker through mediasoup, sends one request, and stops it. Exit code 0 if that worked.
import { createWorker } from 'mediasoup'

const worker = await createWorker({ workerBin: process.argv[2] ?? '' })
await worker.createRouter()
worker.close()
