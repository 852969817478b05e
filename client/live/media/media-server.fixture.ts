// The server's media plane for the tests of this folder, as a browser sees it.
import { testFakeParameters } from 'mediasoup-client'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type {
  ConsumerParameters,
  MediaReply,
  MediaRequest,
  MediaWelcome,
} from '../../../shared/wire/engine/media-requests.ts'

/** The server as this browser sees it: notes what it is asked, answers as told. */
export class FakeServer {
  asked: MediaRequest[] = []
  answers: Partial<Record<MediaRequest['type'], MediaReply>> = {}
  #producers = 0

  readonly request = async (request: MediaRequest): Promise<MediaReply> => {
    this.asked.push(request)
    const usual: MediaReply = {
      ok: true,
      ...(request.type === 'produce' && { producerId: `producer-${++this.#producers}` }),
    }
    return this.answers[request.type] ?? usual
  }
  types() {
    return this.asked.map(({ type }) => type)
  }
  last<Type extends MediaRequest['type']>(type: Type) {
    return this.asked.findLast((request): request is Extract<MediaRequest, { type: Type }> => request.type === type)
  }
}

let consumers = 0

export function offered(participantId: ParticipantId, kind: 'audio' | 'video'): ConsumerParameters {
  const codecMimeType = kind === 'audio' ? 'audio/opus' : 'video/VP8'
  const { producerId, rtpParameters } = testFakeParameters.generateConsumerRemoteParameters({ codecMimeType })
  const source = kind === 'audio' ? 'microphone' : 'camera'
  return { id: `consumer-${++consumers}`, producerId, participantId, source, kind, rtpParameters }
}

export function welcome(...list: ConsumerParameters[]): MediaWelcome {
  const transport = () => {
    const { id, iceParameters, iceCandidates, dtlsParameters } = testFakeParameters.generateTransportRemoteParameters()
    return { id, iceParameters, iceCandidates, dtlsParameters }
  }
  return { routerRtpCapabilities: {}, iceServers: [], send: transport(), receive: transport(), consumers: list }
}
