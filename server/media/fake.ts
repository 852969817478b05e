// A media plane without media: keeps the plan's promises about who is let in, sends nothing. For tests that are not about media.
import type { SessionId } from '../../shared/kernel/ids.ts'
import { reject } from '../../shared/kernel/rejection.ts'
import type { MediaPlan } from '../../shared/projections/media-plan.ts'
import type { MediaWelcome } from '../../shared/wire/media-requests.ts'
import type { MediaPlane, PeerAddress } from './plane.ts'

export interface FakePlane extends MediaPlane {
  readonly plans: ReadonlyMap<SessionId, MediaPlan>
}

const transport = (id: string) => ({ id, iceParameters: {}, iceCandidates: [], dtlsParameters: {} })

export function createFakePlane(): FakePlane {
  const plans = new Map<SessionId, MediaPlan>()
  const planned = ({ sessionId, participantId, connectionId }: PeerAddress) => {
    const peer = plans.get(sessionId)?.get(participantId)
    return peer?.connectionId === connectionId ? peer : null
  }
  const welcome = (peer: PeerAddress): MediaWelcome | null => {
    const plan = planned(peer)
    return (
      plan && {
        routerRtpCapabilities: {},
        iceServers: [],
        send: plan.mayProduce ? transport('send') : null,
        receive: transport('receive'),
        consumers: [],
      }
    )
  }
  return {
    plans,
    routerRtpCapabilities: {},
    async reconcile(sessionId, plan) {
      if (plan.size > 0) plans.set(sessionId, plan)
      else plans.delete(sessionId)
    },
    welcome: async (peer) => welcome(peer),
    async request(peer, request) {
      const given = welcome(peer)
      if (!given) return { ok: false, ...reject('media.not-allowed') }
      return request.type === 'join' ? { ok: true, welcome: given } : { ok: true }
    },
    listen: () => () => undefined,
    statistics: () => ({ workers: 0, routers: 0, transports: 0, producers: 0, consumers: 0 }),
    close: async () => undefined,
  }
}
