// A server without HTTP routes: real gateway, real session core, real Redis, and media that carry nothing unless a real
// plane is passed in. Pages connect to it over real sockets.

import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { createMemoryBoxKeys } from '../../server/engine/boxes/box-keys.ts'
import { createEncryptedBoxes } from '../../server/engine/boxes/encrypted-boxes.ts'
import { sessionEncryption } from '../../server/engine/encrypted-journals.ts'
import { createRedisJournal } from '../../server/engine/journal/redis.ts'
import { createSessions } from '../../server/engine/session/registry.ts'
import type { Sessions } from '../../server/engine/session/sessions.ts'
import type { Transcripts } from '../../server/engine/session/transcript.ts'
import { createGateway, type Gateway, type GatewayDependencies } from '../../server/engine/signal/gateway.ts'
import { eraseWhereNotAllowed } from '../../server/hearing/captions/erasing.ts'
import { createTranscripts } from '../../server/hearing/captions/transcripts.ts'
import { createCodes } from '../../server/identity/links/codes.ts'
import { createLinks, type Links } from '../../server/identity/links/links.ts'
import { createPeopleRecord } from '../../server/identity/people/people-record.ts'
import { createFakePlane, type FakePlane } from '../../server/media/sfu/fake.ts'
import type { MediaPlane } from '../../server/media/sfu/plane.ts'
import type { Log } from '../../server/platform/log.ts'
import type { ActorReference } from '../../shared/kernel/actor.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { AccountId, LinkId, ParticipantId, type Role, SessionId, SiteId } from '../../shared/kernel/ids.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import type { SessionKind } from '../../shared/modules/session/contract.ts'
import { journalChecks } from './journal-checks.ts'
import { TestPage } from './page.ts'
import { startTestRedis, type TestRedis } from './redis.ts'

const hour = 60 * 60 * 1000
const clerk: ActorReference = { kind: 'account', accountId: AccountId.parse('clerk') }

export interface Booking {
  sessionId: SessionId
  participants: Record<string, ParticipantId>
  delegates: readonly string[]
}

/** Warnings and errors that the server wrote, for tests that expect or forbid them. */
class RecordedLog implements Log {
  readonly lines: { level: string; message: string; context: object }[] = []
  #note = (level: string) => (context: object, message: string) => {
    if (level === 'warn' || level === 'error') this.lines.push({ level, message, context })
  }
  debug = this.#note('debug')
  info = this.#note('info')
  warn = this.#note('warn')
  error = this.#note('error')
}

type SocketBounds = Pick<GatewayDependencies, 'socketsPerNetwork' | 'introductionPatienceMs' | 'hellosPerLink'>

export class SignallingServer {
  readonly redis: TestRedis
  readonly log = new RecordedLog()
  media: FakePlane
  sessions!: Sessions
  transcripts!: Transcripts
  links: Links
  url = ''
  /** Added to the clock: a later hour without waiting for it. */
  skewMs = 0
  readonly #masterKey = randomBytes(32)
  readonly #boxKeys = createMemoryBoxKeys()
  readonly codeFor = createCodes(randomBytes(32))
  readonly #pages = new Set<TestPage>()
  readonly #limits: SocketBounds
  #sessionIds!: () => Promise<SessionId[]>
  #gateway!: Gateway
  #server!: Server

  readonly #plane: MediaPlane | null

  private constructor(redis: TestRedis, plane: MediaPlane | null, limits: SocketBounds) {
    this.redis = redis
    this.#plane = plane
    this.#limits = limits
    this.media = createFakePlane()
    this.links = createLinks({ key: randomBytes(32), publicUrl: () => this.url, now: this.now })
  }

  /** `plane`: media that are real; null: a fake. */
  static async start({
    plane = null,
    ...limits
  }: Partial<SocketBounds> & { plane?: MediaPlane | null } = {}): Promise<SignallingServer> {
    const server = new SignallingServer(await startTestRedis(), plane, { socketsPerNetwork: 10_000, ...limits })
    await server.#listen()
    return server
  }

  now = (): number => Date.now() + this.skewMs

  async #listen(): Promise<void> {
    const connection = this.redis.redis({ enableOfflineQueue: false })
    await new Promise<void>((resolve) => connection.once('ready', resolve))
    const journal = createRedisJournal(connection, journalChecks(this.#masterKey, this.log))
    this.transcripts = createTranscripts(connection, this.#masterKey, this.now)
    this.#sessionIds = () => journal.sessions()
    this.sessions = createSessions({
      aggregate: compose(sessionModules, { freeze: true }),
      journal,
      eventEncryption: sessionEncryption(connection, this.#masterKey),
      boxes: createEncryptedBoxes(journal, this.#boxKeys),
      people: createPeopleRecord(connection, this.#masterKey),
      transcripts: this.transcripts,
      admits: () => true,
      blockingReason: async () => null,
      media: this.#plane ?? this.media,
      now: this.now,
      newId: () => newId(),
      codeFor: this.codeFor,
      log: this.log,
      observe: () => undefined,
      changed: eraseWhereNotAllowed(this.transcripts, this.log),
    })
    this.#server = createServer()
    this.#gateway = createGateway({
      server: this.#server,
      sessions: this.sessions,
      verifyLink: async (token) => {
        const verdict = await this.links.verify(token)
        return verdict.kind === 'valid' ? verdict.caller : null
      },
      mayUseLink: async () => true,
      openLineCheck: (user) => (this.#plane ?? this.media).openLineCheck(user),
      hasPublicPages: () => true,
      // Receptions have a harness of their own (reception-hall.ts).
      reception: {
        ticketOf: async () => null,
        watchTicket: () => () => undefined,
        watchDay: async () => () => undefined,
      },
      officerOf: async () => null,
      publicUrl: () => this.url,
      networkOf: () => 'here',
      ...this.#limits,
      now: this.now,
      newId: () => newId(),
      log: this.log,
    })
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** As a server that stops in order begins (app.ts): its sockets first. */
  closeSockets(): Promise<void> {
    return this.#gateway.close()
  }

  /** As a server that is killed and started again: sockets break, memory is gone, Redis stays. */
  async restart(lastAliveAt = this.now()): Promise<void> {
    // The core first: a killed server reports nobody lost.
    await this.sessions.close()
    await this.#gateway.close()
    this.media = createFakePlane()
    await this.#listen()
    await this.sessions.recover(await this.#sessionIds(), lastAliveAt)
  }

  /** A session with a centre, two branches, and somebody of every role. A ticket has led to a reception. */
  async book(kind: SessionKind = 'conference'): Promise<Booking> {
    const sessionId = SessionId.parse(newId())
    const must = async (type: string, data: unknown) => {
      const reply = await this.sessions.dispatch(sessionId, clerk, { id: newId(), type, data })
      if (!reply.ok) throw new Error(`${type} was refused: ${reply.rejection.code}`)
    }
    const person = async (name: string) => {
      const [reply] = await this.sessions.registerPeople(sessionId, [{ name, title: null }])
      if (!reply?.ok) throw new Error(`${name} could not be registered`)
      return reply.personId
    }
    await must('session.schedule', {
      sessionId,
      title: 'Hội nghị thử nghiệm',
      kind,
      scheduledAt: this.now(),
      plannedMinutes: 60,
      place: 'Hội trường',
      ...(kind === 'reception' && { visitOf: { day: '2026-09-21', ticketId: 'ticket' } }),
    })
    const delegates: string[] = []
    for (const [siteId, rank] of [
      ['centre', 'centre'],
      ['siteA', 'branch'],
      ['siteB', 'branch'],
    ] as const) {
      await must('sites.add', { siteId, name: `Điểm cầu ${siteId}`, rank })
      const delegateId = newId()
      await must('sites.addDelegate', { siteId, delegateId, personId: await person(`Đại biểu ${siteId}`) })
      delegates.push(delegateId)
    }
    const cast: readonly [name: string, role: Role, siteId: string | null][] = [
      ['chair', 'chair', 'centre'],
      ['secretary', 'secretary', 'centre'],
      ['siteA', 'siteOperator', 'siteA'],
      ['siteB', 'siteOperator', 'siteB'],
      ['citizen', 'citizen', null],
      ['observer', 'observer', null],
    ]
    const participants: Record<string, ParticipantId> = {}
    for (const [name, role, siteId] of cast) {
      const participantId = ParticipantId.parse(newId())
      participants[name] = participantId
      await must('admission.invite', {
        participantId,
        personId: await person(name),
        role,
        siteId: siteId === null ? null : SiteId.parse(siteId),
        waits: role === 'citizen' || role === 'observer',
        linkId: newId(),
      })
    }
    return { sessionId, participants, delegates }
  }

  /** The token of the participant’s current link. */
  async token({ sessionId, participants }: Booking, name: string, expiresAt = this.now() + hour): Promise<string> {
    const participantId = idOf(participants, name)
    const linkId = (await this.sessions.state(sessionId))?.admission.participants[participantId]?.linkId
    return this.links.sign({ sessionId, participantId, linkId: LinkId.parse(linkId) }, expiresAt)
  }

  /** Open now, whatever has been said by them. */
  get sockets(): number {
    return this.#gateway.connections
  }

  async page(booking: Booking, name: string): Promise<TestPage> {
    return this.pageWith(await this.token(booking, name))
  }

  pageWith(token: string): TestPage {
    const page = new TestPage(this.url, token)
    this.#pages.add(page)
    return page
  }

  /** A page that has said hello and was let in. */
  async enter(booking: Booking, name: string): Promise<TestPage> {
    const page = await this.page(booking, name)
    const reply = await page.connect()
    if (!reply.ok) throw new Error(`${name} was not let in: ${reply.farewell.reason}`)
    return page
  }

  async close(): Promise<void> {
    for (const page of this.#pages) page.close()
    await this.#gateway.close()
    await this.sessions.close()
    await this.redis.close()
  }
}

export function idOf(participants: Booking['participants'], name: string): ParticipantId {
  const participantId = participants[name]
  if (!participantId) throw new Error(`nobody is called ${name}`)
  return participantId
}
