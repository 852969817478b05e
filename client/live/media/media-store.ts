// What the media plane of this browser shows to the screens: the tracks of the others, and whether the path holds.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import type { MediaSource } from '../../../shared/wire/engine/media-requests.ts'
import type { OwnLine } from './own-line.ts'

export interface RemoteTrack {
  readonly participantId: ParticipantId
  readonly source: MediaSource
  readonly consumerId: string
  readonly track: MediaStreamTrack
}

export type RemoteTracks = Readonly<Record<ParticipantId, { readonly [Source in MediaSource]?: RemoteTrack }>>

export interface MediaSnapshot {
  readonly remote: RemoteTracks
  /** none: no transports; unsupported: this browser cannot take part in sound and picture. */
  readonly path: 'none' | 'ready' | 'interrupted' | 'unsupported'
  /** The server or the browser refused what this person sends. */
  readonly hasSendProblem: boolean
  /** The browser plays no sound before the person has touched the page. */
  readonly isPlaybackBlocked: boolean
  /** How often staff have asked this page to begin anew with its media. */
  readonly restarts: number
  /** null: nothing is known of it yet. */
  readonly line: OwnLine | null
  /** This person receives no pictures of others, so that the sound gets through. */
  readonly isAudioOnly: boolean
}

export const emptyMedia: MediaSnapshot = {
  remote: {},
  path: 'none',
  hasSendProblem: false,
  isPlaybackBlocked: false,
  restarts: 0,
  line: null,
  isAudioOnly: false,
}

export const mediaStore = createStore<MediaSnapshot>(() => emptyMedia)

export function useMedia<T>(selector: (media: MediaSnapshot) => T): T {
  return useStore(mediaStore, selector)
}

export function withTracks(remote: RemoteTracks, added: readonly RemoteTrack[]): RemoteTracks {
  const tracks = { ...remote }
  for (const one of added) tracks[one.participantId] = { ...tracks[one.participantId], [one.source]: one }
  return tracks
}

/** Only if it is still this consumer's track: a newer one may have taken its place. */
export function withoutTrack(remote: RemoteTracks, { participantId, source, consumerId }: RemoteTrack): RemoteTracks {
  const { [source]: current, ...rest } = remote[participantId] ?? {}
  return current?.consumerId === consumerId ? { ...remote, [participantId]: rest } : remote
}
