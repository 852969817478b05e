// What this page knows of the session: read by panels through useSession and the selectors, written by connection.ts alone.
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ConnectionId, Ms, ParticipantId } from '../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../shared/modules/index.ts'
import type { Farewell } from '../../../shared/wire/engine/farewells.ts'
import type { LiveNotice, People, Reaction } from '../../../shared/wire/engine/socket-events.ts'
import type { SessionHealth } from '../../../shared/wire/hearing/health.ts'
import { noCaptions, type ShownCaptions } from './shown-captions.ts'

/** idle: before the button “Vào phòng”; reconnecting: was in (see the own participant for where), the socket is down. */
export type Phase = 'idle' | 'connecting' | 'waiting' | 'present' | 'reconnecting' | 'ended'

export type ConnectionProblem = 'network-down' | 'server-unreachable' | 'server-restarting' | 'too-fast' | 'no-answer'

export interface ConnectionStatus {
  /** offline: the device itself has no network. */
  readonly status: 'online' | 'reconnecting' | 'offline'
  readonly reason: ConnectionProblem | null
  /** Local time at which this status began. */
  readonly since: Ms
}

type Sources = Extract<LiveNotice, { type: 'sources' }>['sources']
type Pointer = Extract<LiveNotice, { type: 'pointer' }>
type Levels = Extract<LiveNotice, { type: 'levels' }>['levels']

export interface SessionSnapshot {
  readonly phase: Phase
  readonly farewell: Farewell | null
  readonly me: { readonly participantId: ParticipantId; readonly connectionId: ConnectionId } | null
  /** The number of the last commit that `state` holds. */
  readonly seq: number
  /** As this viewer may see it; null before the first welcome. */
  readonly state: SessionState | null
  readonly people: People
  readonly live: {
    readonly activeSpeaker: ParticipantId | null
    /** dBov, −127 … 0 */
    readonly levels: Levels
    readonly sources: Sources
    /** Where the presenter of a document points; null: nowhere. */
    readonly pointer: Pointer | null
    /** The last sign of each; the same sign again is another count. How long it shows is the screen’s. */
    readonly reactions: Readonly<Record<ParticipantId, { readonly reaction: Reaction; readonly count: number }>>
    /** Told to staff alone; null: not yet. */
    readonly health: SessionHealth | null
    readonly captions: ShownCaptions
  }
  /** Server time minus local time. */
  readonly clockOffsetMs: number
  readonly connection: ConnectionStatus
}

export const emptySession: SessionSnapshot = {
  phase: 'idle',
  farewell: null,
  me: null,
  seq: 0,
  state: null,
  people: {},
  live: {
    activeSpeaker: null,
    levels: {},
    sources: {},
    pointer: null,
    reactions: {},
    health: null,
    captions: noCaptions,
  },
  clockOffsetMs: 0,
  connection: { status: 'online', reason: null, since: 0 },
}

export const sessionStore = createStore<SessionSnapshot>(() => emptySession)

/** The store as those see it who only read. */
export type ReadableSession = Pick<StoreApi<SessionSnapshot>, 'getState' | 'getInitialState' | 'subscribe'>

/** A part of the page may show the session a moment later. */
export const SessionSource = createContext<ReadableSession>(sessionStore)

export function useSession<T>(selector: (session: SessionSnapshot) => T): T {
  return useStore(useContext(SessionSource), selector)
}
