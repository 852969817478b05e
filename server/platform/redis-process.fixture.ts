// A server that redis-process.test.ts kills.
import { startRedisProcess } from './redis-process.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const { socketPath, pid } = await startRedisProcess({ dataDirectory: process.argv[2] ?? '', log: silent })
process.send?.({ socketPath, pid: pid() })
