// A media plane without media, for tests that do not concern it: it admits, refuses and ends like the real one
// (tests/media/permissions.contract.test.ts checks both), and carries nothing. The test supplies what its speech engine
// hears.
import type { ConnectionId, ParticipantId, SessionId } from '../../../shared/kernel/ids.ts'
import type { MediaPlan, PeerPlan } from '../../../shared/projections/media-plan.ts'
import type { MediaReply, MediaRequest, MediaSource, MediaWelcome } from '../../../shared/wire/engine/media-requests.ts'
import type { SpeechStatus, SpokenPhrase } from '../../../shared/wire/hearing/captions.ts'
import type { LineCheck, MediaListener, MediaPlane, PeerAddress } from './plane.ts'
import { done, refuse } from './replies.ts'

const screenSources = ['screen', 'screenSound'] as const

interface FakePeer {
  readonly transportIds: readonly string[]
  readonly producers: Map<MediaSource, string>
}

export interface FakePlane extends MediaPlane {
  speechStatus: SpeechStatus | null
  say(sessionId: SessionId, participantId: ParticipantId, phrase: SpokenPhrase): void
}

export function createFakePlane(): FakePlane {
  const plans = new Map<SessionId, MediaPlan>()
  const peers = new Map<ConnectionId, FakePeer & { readonly address: PeerAddress }>()
  const listeners = new Set<MediaListener>()
  let made = 0
  const newId = (what: string) => {
    made += 1
    return `${what}-${made}`
  }

  const planned = ({ sessionId, participantId, connectionId }: PeerAddress): PeerPlan | null => {
    const plan = plans.get(sessionId)?.get(participantId)
    return plan?.connectionId === connectionId ? plan : null
  }

  function welcome(address: PeerAddress): MediaWelcome | null {
    const plan = planned(address)
    if (!plan) return null
    const receive = fakeTransport(newId('receive'))
    const send = plan.mayProduce ? fakeTransport(newId('send')) : null
    const transportIds = send ? [receive.id, send.id] : [receive.id]
    peers.set(address.connectionId, { address, transportIds, producers: new Map() })
    return { routerRtpCapabilities: {}, iceServers: [], send, receive, consumers: [] }
  }

  return {
    speechStatus: null,
    routerRtpCapabilities: {},
    async reconcile(sessionId, plan) {
      const before = plans.get(sessionId)
      if (plan.size > 0) plans.set(sessionId, plan)
      else plans.delete(sessionId)
      for (const participantId of newlyRecorded(plan, before))
        for (const listener of listeners)
          listener.recording(sessionId, { participantId, source: 'microphone', type: 'written' })
      for (const [connectionId, { address, producers }] of peers) {
        const peerPlan = planned(address)
        if (!peerPlan?.mayShare) for (const source of screenSources) producers.delete(source)
        if (peerPlan) continue
        peers.delete(connectionId)
        for (const listener of listeners) listener.notice(connectionId, { type: 'ended' })
      }
    },
    welcome: async (address) => welcome(address),
    async request(address, request) {
      const plan = planned(address)
      if (!plan) return refuse('media.not-allowed')
      if (request.type === 'join') {
        const given = welcome(address)
        return given ? { ok: true, welcome: given } : refuse('media.unavailable')
      }
      const peer = peers.get(address.connectionId)
      return peer ? answer(request, plan, peer, newId) : refuse('media.unavailable')
    },
    pictures(sessionId) {
      const here = [...peers.values()].filter(({ address, producers }) => {
        return address.sessionId === sessionId && producers.has('camera')
      })
      return new Map(here.map(({ address }) => [address.participantId, 'live' as const]))
    },
    openLineCheck: async () => fakeLineCheck(newId),
    speech() {
      return this.speechStatus
    },
    say(sessionId, participantId, phrase) {
      for (const listener of listeners) listener.spoken(sessionId, participantId, phrase)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    statistics() {
      return statisticsOf([...peers.values()])
    },
    trouble: () => ({ silent: [], replaced: [] }),
    close: async () => undefined,
  }
}

/** It takes everything for written at once, a camera or none. */
const newlyRecorded = (plan: MediaPlan, before: MediaPlan | undefined): ParticipantId[] =>
  [...plan].flatMap(([participantId, { recorded }]) => {
    const isNew = recorded.length > 0 && before?.get(participantId)?.recorded.length !== recorded.length
    return isNew ? [participantId] : []
  })

const statisticsOf = (peers: readonly FakePeer[]) => ({
  workers: 0,
  routers: 0,
  transports: peers.reduce((sum, { transportIds }) => sum + transportIds.length, 0),
  producers: peers.reduce((sum, { producers }) => sum + producers.size, 0),
  consumers: 0,
})

function answer(
  request: Exclude<MediaRequest, { type: 'join' }>,
  plan: PeerPlan,
  { transportIds, producers }: FakePeer,
  newId: (what: string) => string,
): MediaReply {
  switch (request.type) {
    case 'connectTransport':
      return transportIds.includes(request.transportId) ? done : refuse('media.unknown')
    case 'restartIce':
      if (!transportIds.includes(request.transportId)) return refuse('media.unknown')
      return { ok: true, iceParameters: {}, iceServers: [] }
    case 'resume':
      return request.consumerIds.length === 0 ? done : refuse('media.unknown')
    case 'show':
    case 'listen':
      return done
    case 'mute':
      return plan.mayProduce ? done : refuse('media.not-allowed')
    case 'closeProducer':
      producers.delete(request.source)
      return plan.mayProduce ? done : refuse('media.not-allowed')
    case 'produce': {
      const isScreen = request.source === 'screen' || request.source === 'screenSound'
      const isForbidden = (isScreen && !plan.mayShare) || (request.source === 'camera' && !plan.mayBeSeen)
      if (!plan.mayProduce || isForbidden) return refuse('media.not-allowed')
      const producerId = newId('producer')
      producers.set(request.source, producerId)
      return { ok: true, producerId }
    }
  }
}

function fakeLineCheck(newId: (what: string) => string): LineCheck {
  const closed = new Set<() => void>()
  return {
    welcome: {
      routerRtpCapabilities: {},
      iceServers: [],
      send: fakeTransport(newId('send')),
      receive: fakeTransport(newId('receive')),
    },
    request: async () => done,
    whenClosed: (listener) => void closed.add(listener),
    close() {
      for (const listener of closed) listener()
      closed.clear()
    },
  }
}

function fakeTransport(id: string) {
  return { id, iceParameters: {}, iceCandidates: [], dtlsParameters: {} }
}
