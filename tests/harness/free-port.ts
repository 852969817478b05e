// Returns a free port for a server that binds it later, and again after a restart.
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Above the ports that Linux assigns automatically (ip_local_port_range) and above the range of mediasoup (10000–59999). */
const firstPort = 61_000
const lastPort = 65_535

/**
 * Nobody else who asks here gets it while this process lives: a datagram socket of the same number says that it is given, to the
 * tests in other processes too, and goes with the process however it ends.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(firstPort, lastPort + 1)
    const mark = createSocket('udp4')
    const probe = createServer()
    try {
      mark.bind(port, '127.0.0.1')
      await once(mark, 'listening')
      probe.listen(port, '127.0.0.1')
      await once(probe, 'listening')
      mark.unref()
      return port
    } catch (error) {
      mark.close()
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    } finally {
      probe.close()
    }
  }
}
