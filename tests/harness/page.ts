// A participant's page without a browser: a socket that says hello, keeps its view with the shared evolve, and records
// everything it receives.
import { io, type Socket } from 'socket.io-client'
import { v7 as newId } from 'uuid'
import { compose } from '../../shared/kernel/aggregate.ts'
import type { VisibleCommit } from '../../shared/kernel/commit.ts'
import { type SessionState, sessionModules } from '../../shared/modules/index.ts'
import type { Farewell, FarewellReason } from '../../shared/wire/engine/farewells.ts'
import type { MediaNotice, MediaReply, MediaRequest } from '../../shared/wire/engine/media-requests.ts'
import {
  type CaptionReply,
  type ClientToServer,
  type CommandReply,
  type Hello,
  type HelloReply,
  type LiveMessage,
  type LiveNotice,
  type People,
  type Person,
  type PersonReply,
  protocolVersion,
  type ServerToClient,
  type Welcome,
} from '../../shared/wire/engine/socket-events.ts'
import type { CaptionLine } from '../../shared/wire/hearing/captions.ts'
import { until } from './wait.ts'

const aggregate = compose(sessionModules, { freeze: true })
const patienceMs = 5000

export class TestPage {
  readonly #url: string
  readonly #token: string
  #socket: Socket<ServerToClient, ClientToServer> | null = null
  state: SessionState = aggregate.initial
  seq = 0
  people: People = {}
  welcome: Welcome | null = null
  farewell: Farewell | null = null
  /** Every commit applied, over all connections of this page. */
  readonly commits: VisibleCommit[] = []
  readonly views: number[] = []
  /** With each of them; undefined: media go on as they are. */
  readonly viewMedia: unknown[] = []
  readonly media: MediaNotice[] = []
  readonly live: LiveNotice[] = []
  #standing: 'waiting' | 'present' | null = null
  /** Messages sent by this page since it was made: what a join costs. */
  sent = 0

  constructor(url: string, token: string) {
    this.#url = url
    this.#token = token
  }

  get socket(): Socket<ServerToClient, ClientToServer> {
    if (!this.#socket) throw new Error('not connected')
    return this.#socket
  }

  get me() {
    const participant = this.welcome && this.state.admission.participants[this.welcome.participantId]
    return participant ?? null
  }

  /** Connects and says hello. Resolves to the reply. */
  async connect(hello: Partial<Hello> = {}): Promise<HelloReply> {
    this.#socket?.disconnect()
    const socket: Socket<ServerToClient, ClientToServer> = io(this.#url, {
      transports: ['websocket'],
      auth: { token: this.#token },
      reconnection: false,
      forceNew: true,
    })
    this.#socket = socket
    socket.on('commit', (commit) => this.#apply(commit))
    socket.on('view', ({ seq, state, people, media }) => {
      this.views.push(seq)
      this.viewMedia.push(media)
      this.#take(seq, state, people)
    })
    socket.on('people', (people) => {
      this.people = { ...this.people, ...people }
    })
    socket.on('media', (notice) => this.media.push(notice))
    socket.on('live', (notice) => this.live.push(notice))
    socket.on('farewell', (farewell) => {
      this.farewell = farewell
    })
    await new Promise<void>((resolve, fail) => {
      socket.on('connect', resolve)
      socket.on('connect_error', fail)
    })
    this.farewell = null
    const last =
      this.#standing && this.seq > 0 ? { seq: this.seq, standing: this.#standing, role: this.me?.role } : null
    this.sent++
    const hail: Hello = {
      protocol: protocolVersion,
      last,
      rtpCapabilities: null,
      visible: [],
      listensTo: null,
      ...hello,
    }
    return new Promise((resolve, fail) => {
      // Taken in the callback itself: a commit may stand right behind the reply.
      socket.timeout(patienceMs).emit('hello', hail, (error, reply) => {
        if (error) return fail(error)
        if (reply.ok) this.#enter(reply.welcome)
        resolve(reply)
      })
    })
  }

  #enter(welcome: Welcome) {
    this.welcome = welcome
    const { sync } = welcome
    if (sync.kind === 'view') this.#take(sync.seq, sync.state, welcome.people)
    else for (const commit of sync.commits) this.#apply(commit)
    this.people = { ...this.people, ...welcome.people }
    this.#noteStanding()
  }

  #take(seq: number, state: unknown, people: People) {
    this.seq = seq
    // The server is trusted to send its own state; the laws check its shape.
    this.state = state as SessionState
    this.people = people
    this.#noteStanding()
  }

  #apply(commit: VisibleCommit) {
    if (commit.seq <= this.seq) return
    if (commit.seq !== this.seq + 1) throw new Error(`commit ${commit.seq} came after ${this.seq}`)
    this.commits.push(commit)
    this.state = aggregate.evolve(this.state, commit)
    this.seq = commit.seq
    this.#noteStanding()
  }

  #noteStanding() {
    const status = this.me?.status
    this.#standing = status === 'present' || status === 'waiting' ? status : this.#standing
  }

  /** Sends a command and resolves to its reply. */
  command(type: string, data: unknown = {}, id: string = newId()): Promise<CommandReply> {
    this.sent++
    return this.socket.timeout(patienceMs).emitWithAck('command', { id, type, data })
  }

  /** Sends a command that must succeed, and waits until this page has seen its commit. */
  async must(type: string, data: unknown = {}): Promise<number> {
    const reply = await this.command(type, data)
    if (!reply.ok) throw new Error(`${type} was refused: ${reply.rejection.code}`)
    await this.reaches(reply.seq)
    return reply.seq
  }

  request(request: MediaRequest): Promise<MediaReply> {
    this.sent++
    return this.socket.timeout(patienceMs).emitWithAck('media', request)
  }

  registerPerson(person: Person): Promise<PersonReply> {
    return this.socket.timeout(patienceMs).emitWithAck('registerPerson', person)
  }

  tell(message: LiveMessage): void {
    this.socket.emit('live', message)
  }

  captionLine(line: CaptionLine): Promise<CaptionReply> {
    return this.socket.timeout(patienceMs).emitWithAck('captionLine', line)
  }

  reaches(seq: number): Promise<void> {
    return until(() => (this.seq >= seq ? null : `the page is at ${this.seq}, not ${seq}`))
  }

  sees(what: string, predicate: (state: SessionState) => boolean): Promise<void> {
    return until(() => (predicate(this.state) ? null : `the page does not see that ${what}`))
  }

  hears(reason: FarewellReason): Promise<void> {
    return until(() =>
      this.farewell?.reason === reason ? null : `the farewell is ${this.farewell?.reason}, not ${reason}`,
    )
  }

  /** As a cable that is pulled: the transport closes without a word. */
  cut(): void {
    this.socket.io.engine.close()
  }

  close(): void {
    this.#socket?.disconnect()
  }
}
