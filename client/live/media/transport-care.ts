// Looks after one transport: connects it when it is first used, restarts ICE when the network changes, and says when only
// new transports can help.
import type { types } from 'mediasoup-client'
import type { MediaReply, MediaRequest } from '../../../shared/wire/engine/media-requests.ts'

/** A path that comes back within this time needs no help. */
const iceGraceMs = 2000

export type RequestMedia = (request: MediaRequest) => Promise<MediaReply>

interface Care {
  request: RequestMedia
  onState(): void
  onBroken(): void
}

/** Throws for a rejection, as mediasoup-client's callbacks expect. */
export async function granted(reply: Promise<MediaReply>): Promise<Extract<MediaReply, { ok: true }>> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.rejection.code)
  return answer
}

export function careFor(transport: types.Transport, { request, onState, onBroken }: Care): { restartIce(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRestarting = false

  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    granted(request({ type: 'connectTransport', transportId: transport.id, dtlsParameters })).then(done, failed)
  })
  transport.on('connectionstatechange', (state) => {
    clearTimeout(timer)
    if (state === 'disconnected') timer = setTimeout(restartIce, iceGraceMs)
    if (state === 'failed') onBroken()
    onState()
  })
  transport.observer.on('close', () => clearTimeout(timer))

  function restartIce() {
    // A transport that nothing has used yet has no path to repair.
    if (isRestarting || transport.closed || transport.connectionState === 'new') return
    isRestarting = true
    restart()
      .catch(() => {
        if (!transport.closed) onBroken()
      })
      .finally(() => {
        isRestarting = false
      })
  }

  async function restart() {
    const { iceParameters, iceServers } = await granted(request({ type: 'restartIce', transportId: transport.id }))
    // The credentials of the first welcome have run out by now.
    if (iceServers?.length && !transport.closed) await transport.updateIceServers({ iceServers })
    if (!transport.closed) await transport.restartIce({ iceParameters: iceParameters as types.IceParameters })
  }

  return { restartIce }
}
