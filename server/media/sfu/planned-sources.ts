// What is taken of the sources of one session: whose voice is measured, what is recorded and what is recognised by the
// plan, which pictures run, and what the pages are told of all sources. Pure. Called by session-media.ts.
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { type PeerPlan, theFloor } from '../../../shared/projections/media-plan.ts'
import { mediaSources } from '../../../shared/wire/engine/media-requests.ts'
import type { LiveNotice } from '../../../shared/wire/engine/socket-events.ts'
import type { Flow } from '../../../shared/wire/hearing/health.ts'
import type { PeerMedia, Seat } from './peer-media.ts'
import type { Source } from './peer-producers.ts'
import type { RecordedSource } from './session-recorder.ts'
import type { Voice } from './speech.ts'

type Sender = Pick<PeerMedia, 'source'>

export interface PlannedPeer {
  readonly peer: Sender
  /** Undefined: not in the plan any more. */
  readonly plan: PeerPlan | undefined
}

/** Who speaks is measured on the floor alone: of a consultation not even that is known, and an interpreter takes no turn. */
export const voicesOf = (peers: readonly PlannedPeer[]): Voice[] =>
  peers.flatMap(({ peer, plan }) => {
    const source = peer.source('microphone')
    const isOnFloor = plan?.group === theFloor && plan.channel === null
    if (!source) return []
    const { participantId, producer, router, isRunning } = source
    return [{ participantId, producer, router, isRunning: isRunning && isOnFloor }]
  })

export const recordedOf = (peers: readonly PlannedPeer[]): RecordedSource[] =>
  peers.flatMap(({ peer, plan }) => {
    if (!plan) return []
    return mediaSources.flatMap((name) => {
      const sent = plan.recorded.includes(name) ? peer.source(name) : undefined
      if (!sent) return []
      const { participantId, source, producer, router } = sent
      return [{ participantId, source, producer, router, channel: source === 'microphone' ? plan.channel : null }]
    })
  })

export const recognisedOf = (peers: readonly PlannedPeer[]): Source[] =>
  peers.flatMap(({ peer, plan }) => {
    const microphone = plan?.recognised ? peer.source('microphone') : undefined
    return microphone ? [microphone] : []
  })

/** By mediasoup's scores: 0 is a stream from which nothing has come for a while. */
export function picturesOf(peers: ReadonlyMap<ParticipantId, Sender>): ReadonlyMap<ParticipantId, Flow> {
  const pictures = new Map<ParticipantId, Flow>()
  for (const [participantId, peer] of peers) {
    const producer = peer.source('camera')?.producer
    if (producer) pictures.set(participantId, producer.score.some(({ score }) => score > 0) ? 'live' : 'still')
  }
  return pictures
}

/** Of everybody in the plan who has a seat: who is not named has left. */
export function sourcesToTell(
  seats: readonly Seat[],
  peers: ReadonlyMap<ParticipantId, Sender>,
): Extract<LiveNotice, { type: 'sources' }>['sources'] {
  const entries = seats.map(({ participantId, isMuted }) => {
    const peer = peers.get(participantId)
    const hasAudio = peer?.source('microphone') !== undefined
    const hasVideo = peer?.source('camera') !== undefined
    const audible = isMuted ? 'muted' : 'live'
    return [participantId, { audio: hasAudio ? audible : 'none', video: hasVideo ? 'live' : 'none' }] as const
  })
  return Object.fromEntries(entries)
}
