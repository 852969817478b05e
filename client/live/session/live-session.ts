// The session of this page, put together: connection, media plane, devices. The join pages open it; commands go through it.

import { reject } from '../../../shared/kernel/rejection.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import type {
  CaptionReply,
  CommandReply,
  LiveMessage,
  Person,
  PersonReply,
} from '../../../shared/wire/engine/socket-events.ts'
import type { CaptionLine } from '../../../shared/wire/hearing/captions.ts'
import type { Entrance } from '../../../shared/wire/hearing/entrance.ts'
import { entranceApi } from '../../../shared/wire/hearing/entrance-api.ts'
import { type AssistReply, type AssistRequest, healthEveryMs } from '../../../shared/wire/hearing/health.ts'
import { call } from '../../base/api.ts'
import { LocalDevices } from '../media/local-devices.ts'
import { MediaSession } from '../media/media-session.ts'
import { ScreenCapture } from '../media/screen-capture.ts'
import { VisibleTiles } from '../media/visible-tiles.ts'
import type { CommandInput, CommandType } from './aggregate.ts'
import type { SessionConnection } from './connection.ts'
import { chosenLanguage } from './listening.ts'
import { receiveFarewell } from './receive-farewell.ts'
import { emptySession, type SessionSnapshot, sessionStore } from './store.ts'

/** A browser inside another app may never answer the question for a camera. */
const inAppPatienceMs = 4000

const importAgainMs = 3000
const importConnection = () => import('./connection.ts')

export class LiveSession {
  readonly token: string
  readonly devices: LocalDevices
  readonly screen = new ScreenCapture(navigator.mediaDevices)
  readonly visible = new VisibleTiles()
  readonly media: MediaSession
  #connection: SessionConnection | null = null
  #prepared: Promise<void> = Promise.resolve()
  #isClosed = false
  readonly #stopWatching: () => void
  readonly #healthTimer: ReturnType<typeof setInterval>

  constructor(token: string, { isInApp }: { isInApp: boolean }) {
    this.token = token
    this.devices = new LocalDevices({
      mediaDevices: navigator.mediaDevices,
      patienceMs: isInApp ? inAppPatienceMs : null,
    })
    this.media = new MediaSession({
      request: async (request) =>
        this.#connection?.requestMedia(request) ?? { ok: false, ...reject('media.unavailable') },
      devices: this.devices,
      screen: this.screen,
      visible: this.visible,
      language: chosenLanguage,
      routerCapabilities: async () => (await this.entrance().catch(() => null))?.routerRtpCapabilities ?? null,
    })
    this.screen.onEnded = () => void this.command('sharing.stop', {})
    this.#stopWatching = sessionStore.subscribe((session) => this.#followed(session))
    this.#healthTimer = setInterval(() => void this.#tellHealth(), healthEveryMs)
  }

  /** What the link shows before its holder enters. Throws ApiError. */
  async entrance(): Promise<Entrance> {
    const entrance = await call(entranceApi.read, {}, { token: this.token })
    // Fetched and made while the person stands before the door.
    void importConnection().catch(() => undefined)
    if (entrance.routerRtpCapabilities) this.#prepared = this.media.prepare(entrance.routerRtpCapabilities)
    return entrance
  }

  /** Resolves when the connection is on its way; hello can tell then what this browser receives. */
  async enter(): Promise<void> {
    sessionStore.setState({ phase: 'connecting' })
    const [Connection] = await Promise.all([this.#connector(), this.#prepared])
    if (!Connection || this.#isClosed) return
    this.#connection?.close()
    this.#connection = new Connection({ token: this.token, store: sessionStore, media: this.media })
  }

  /** Tries until the code of the connection is here; the person reads meanwhile what is wrong. null: the page was closed first. */
  async #connector(): Promise<typeof SessionConnection | null> {
    while (!this.#isClosed) {
      try {
        return (await importConnection()).SessionConnection
      } catch {
        const connection = { status: 'reconnecting', reason: 'server-unreachable', since: Date.now() } as const
        // The store may be another session's by now.
        if (!this.#isClosed) sessionStore.setState({ connection })
        await new Promise((resolve) => setTimeout(resolve, importAgainMs))
      }
    }
    return null
  }

  /** Tells the server; without a connection the page simply ends, and the server notes a loss. */
  async leave(): Promise<void> {
    const isOnline = sessionStore.getState().connection.status === 'online'
    if (isOnline) await this.command('admission.leave', {})
    if (sessionStore.getState().phase !== 'ended')
      sessionStore.setState((session) => receiveFarewell(session, farewellFor('left')), true)
    this.#connection?.close()
    this.devices.stopAll()
    this.screen.stop()
  }

  async command<Type extends CommandType>(type: Type, data: CommandInput<Type>): Promise<CommandReply> {
    return this.#connection?.command({ type, data }) ?? notInSession
  }

  async registerPerson(person: Person): Promise<PersonReply> {
    return this.#connection?.registerPerson(person) ?? notInSession
  }

  tell(message: LiveMessage) {
    this.#connection?.tell(message)
  }

  async captionLine(line: CaptionLine): Promise<CaptionReply> {
    return this.#connection?.captionLine(line) ?? notInSession
  }

  async assist(request: AssistRequest): Promise<AssistReply> {
    return this.#connection?.assist(request) ?? notInSession
  }

  close() {
    this.#isClosed = true
    this.#stopWatching()
    clearInterval(this.#healthTimer)
    this.#connection?.close()
    this.media.close()
    this.devices.stopAll()
    this.screen.stop()
    sessionStore.setState(emptySession, true)
  }

  async #tellHealth() {
    if (sessionStore.getState().phase !== 'present') return
    const { arrived, ...report } = await this.media.health()
    const isAhead = sessionStore.getState().state?.session.status === 'scheduled'
    this.#connection?.tellHealth({ ...report, arrived: isAhead ? arrived : null })
  }

  #followed({ phase, state, me }: SessionSnapshot) {
    // While the connection is away nobody knows better than before.
    if (phase === 'reconnecting') return
    const isSessionOver = state !== null && isOver(state.session.status)
    this.media.setWanted(phase === 'present' && !isSessionOver)
    // The light of the camera goes out with the hearing.
    if (phase === 'ended' || isSessionOver) this.devices.stopAll()
    // So does the sharing of the screen, as soon as somebody else may.
    const mayShare = phase === 'present' && state?.sharing.holder?.participantId === me?.participantId
    if (!mayShare && this.screen.store.getState().status === 'on') this.screen.stop()
  }
}

const notInSession = { ok: false as const, ...reject('forbidden') }

let current: LiveSession | null = null

/** One page is in one session at a time. */
export function openLiveSession(token: string, options: { isInApp: boolean }): LiveSession {
  current?.close()
  current = new LiveSession(token, options)
  window.diemcauStatistics = () => current?.media.statistics() ?? Promise.resolve({ inbound: [], outbound: [] })
  return current
}

export const sendCommand = async <Type extends CommandType>(
  type: Type,
  data: CommandInput<Type>,
): Promise<CommandReply> => current?.command(type, data) ?? notInSession

export const registerPerson = async (person: Person): Promise<PersonReply> =>
  current?.registerPerson(person) ?? notInSession

export const assist = async (request: AssistRequest): Promise<AssistReply> => current?.assist(request) ?? notInSession

declare global {
  interface Window {
    /** For tests and support: what has been received and sent so far. Read only; it holds no name and no address. */
    diemcauStatistics?: MediaSession['statistics']
  }
}
