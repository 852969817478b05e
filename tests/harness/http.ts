// The server as server/app opens it, with real accounts, sessions and Redis, without media and printers. No socket is
// opened.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { v7 as newId } from 'uuid'
import { type Domains, domainRoutes, openDomains } from '../../server/app/domains.ts'
import type { RunningReminders } from '../../server/casework/conclusions/reminders.ts'
import type { RunningDeadlineDigest } from '../../server/casework/deadlines/deadline-digest.ts'
import type { UrgentDeadlines } from '../../server/casework/deadlines/urgent-deadlines.ts'
import {
  openCaseServices,
  openDeadlineDigest,
  openFollowUps,
  openIntakeGroup,
  openReminders,
  openUrgentDeadlines,
} from '../../server/casework/open.ts'
import { loadSigningKey, type SigningKey } from '../../server/custody/archive/signature.ts'
import { openRetention } from '../../server/custody/open.ts'
import type { RunningRetention } from '../../server/custody/retention/retention.ts'
import type { Aggregates } from '../../server/engine/aggregates/aggregates.ts'
import { createMemoryBoxKeys } from '../../server/engine/boxes/box-keys.ts'
import { journalLines } from '../../server/engine/journal/journal-file.ts'
import type { SessionLists } from '../../server/engine/lists/session-lists.ts'
import { type Engine, openEngine } from '../../server/engine/open.ts'
import { aggregatesOn } from '../../server/engine/open-aggregates.ts'
import type { Sessions } from '../../server/engine/session/sessions.ts'
import type { Transcripts } from '../../server/engine/session/transcript.ts'
import { openOverviewFacts } from '../../server/figures/open.ts'
import type { RunningOverviewFacts } from '../../server/figures/overview/overview-facts.ts'
import { createTranscripts } from '../../server/hearing/captions/transcripts.ts'
import type { render } from '../../server/hearing/films/render.ts'
import { createDiskSpace } from '../../server/hearing/scheduling/disk-space.ts'
import { createHttp } from '../../server/http/create-http.ts'
import type { HttpSettings } from '../../server/http/settings.ts'
import { type Identity, openIdentity } from '../../server/identity/open.ts'
import { createSecrecyGate, type RunningSecrecyGate, type SecrecyGate } from '../../server/identity/secrecy/gate.ts'
import { routeFoundReason } from '../../server/identity/secrecy/internet-route.ts'
import type { Sending } from '../../server/mail/transport.ts'
import { createForecasts } from '../../server/media/recording/disk-forecast.ts'
import { createRecordings } from '../../server/media/recording/recorder.ts'
import type { Recordings } from '../../server/media/recording/recording.ts'
import { createFakePlane } from '../../server/media/sfu/fake.ts'
import type { WorkerTrouble } from '../../server/media/sfu/plane.ts'
import type { InstalledAgency } from '../../server/papers/agency/agency.ts'
import { noConverter } from '../../server/papers/documents/converter.ts'
import { createScanner, noScanner } from '../../server/papers/documents/scanner.ts'
import type { Verification } from '../../server/papers/issued/issued-papers.ts'
import { openAgency } from '../../server/papers/open.ts'
import type { Printer } from '../../server/papers/printers.ts'
import type { PaperSource, Papers } from '../../server/papers/session-papers.ts'
import { type AgencyCertificate, openAgencyCertificate } from '../../server/papers/signature/agency-certificate.ts'
import type { Base } from '../../server/platform/base.ts'
import { createLifetime } from '../../server/platform/lifetime.ts'
import { createMetrics } from '../../server/platform/metrics.ts'
import { createWriteProbe, inspectDurability } from '../../server/platform/redis-durability.ts'
import type { Standstill } from '../../server/platform/standing-still.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import type { Store } from '../../server/platform/store/store.ts'
import { openReceptionDays } from '../../server/reception/open.ts'
import type { GivenAgency } from '../../shared/agency/agency-at.ts'
import type { AgencySettings } from '../../shared/agency/contract.ts'
import type { ConclusionState } from '../../shared/conclusions/index.ts'
import { AccountId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { codeSubject } from '../../shared/modules/ballot/contract.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import { issuedRecipients, proposedRecipients } from '../../shared/projections/recipients.ts'
import type { ReceptionDayState } from '../../shared/reception/index.ts'
import type { InstallationProfile } from '../../shared/secrecy/levels.ts'
import type { NewSessionBody } from '../../shared/wire/hearing/booking.ts'
import type { SpeechStatus } from '../../shared/wire/hearing/captions.ts'
import type { ScheduledSession } from '../../shared/wire/hearing/sessions.ts'
import type { Account, AccountRole } from '../../shared/wire/identity/account.ts'
import { aCommune } from './agency.ts'
import { journalChecks } from './journal-checks.ts'
import { ownEquipment } from './own-equipment.ts'
import { startTestRedis, type TestRedis } from './redis.ts'

export const publicUrl = 'https://diemcau.example.gov.vn'
const nothingGiven = { organisation: null, parentOrganisation: null, abbreviation: null, placeName: null }
export const password = 'một mật khẩu đủ dài'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** The JSON of the answer, or its text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests state the shape by what they expect
  body: any
  text: string
  /** A file as it was sent. */
  raw: Buffer
}

interface Call {
  cookie?: string
  token?: string
  body?: unknown
  headers?: Record<string, string>
  address?: string
}

/** What a paper is printed from and where it can be checked, instead of the print; another one each time. */
const asPrinted = async (source: unknown, where: Verification) => {
  const bytes = (extension: string) =>
    new TextEncoder().encode(JSON.stringify({ extension, source, where, print: newId() }))
  return { pdf: bytes('pdf'), docx: bytes('docx') }
}

const asDrafted = async (source: unknown) => new TextEncoder().encode(JSON.stringify(source))

const fakeIssued = (what: string) => async (source: PaperSource, where: Verification) => ({
  pdf: Buffer.from(`${what} of ${source.state.session.title} to be checked at ${where.url}`),
  docx: Buffer.from(`docx of ${source.journal.length} commits`),
})

const fakePapers: Papers = {
  'attendance.xlsx': async ({ state }) => Buffer.from(`xlsx of ${state.session.title}`),
  'attendance.csv': async ({ people }) =>
    Object.values(people)
      .map(({ name }) => name)
      .join('\n'),
  'reading.xlsx': async ({ state }) => Buffer.from(`reading of ${state.documents.documents.length} documents`),
  'minutes.docx': async ({ journal }) => Buffer.from(`docx of ${journal.length} commits`),
  'minutes.pdf': async ({ state }) => Buffer.from(`pdf of ${state.session.title}`),
  'conclusions.docx': async ({ journal }) => Buffer.from(`notice of ${journal.length} commits`),
  'conclusions.pdf': async ({ state }) => Buffer.from(`notice of ${state.session.title}`),
  'journal.jsonl': async ({ state, storedJournal }) =>
    [...journalLines(state.session.sessionId, await storedJournal())].join(''),
}

interface Given {
  readonly redis: TestRedis
  readonly settings: Partial<HttpSettings>
  readonly sending: Sending | null
  readonly directory: string
  readonly files: Store
  readonly scannerSocket: string | null
  readonly signingKey: SigningKey
  readonly agencyCertificate: AgencyCertificate
}

export class HttpServer {
  app!: FastifyInstance
  readonly redis: TestRedis
  accounts!: Identity['accounts']
  links!: Identity['links']
  citizens!: Identity['citizens']
  setUpLink!: Identity['setUpLink']
  audit!: Identity['audit']
  logins!: Identity['logins']
  people!: Identity['people']
  sessions!: Sessions
  sessionLists!: SessionLists
  readonly transcripts: Transcripts
  mail!: Domains['mail']
  reminders!: RunningReminders
  deadlineDigest!: RunningDeadlineDigest
  numbers!: Domains['numbers']
  reception!: Domains['reception']
  cases!: Domains['cases']
  register!: Domains['register']
  receptionDays!: Aggregates<ReceptionDayState>
  intakeGroup!: Domains['intakeGroup']
  agency!: InstalledAgency
  followUps!: Aggregates<ConclusionState>
  overviewFacts!: RunningOverviewFacts
  appointments!: Domains['appointments']
  law!: Domains['law']
  films!: Domains['films']
  seals!: Domains['seals']
  retention!: RunningRetention
  readonly recordings: Recordings
  /** Where documents, recordings and films are. */
  readonly files: Store
  readonly #secret = randomBytes(32)
  journalChecks = journalChecks(this.#secret, { error: (context, message) => this.#note(context, message) })
  readonly #sending: Sending | null
  readonly #signingKey: SigningKey
  readonly #base: Base
  #identity!: Identity
  #engine!: Engine
  #domains!: Domains
  #openEngineOn!: (base: Base) => Engine
  /** Makes a film in place of ffmpeg; a test replaces it. */
  makeFilm: typeof render = async () => []
  isRecorded = false
  /** In bytes. */
  freeOnDisk = 1e15
  /** The folder of the server's data. */
  readonly directory: string
  /** Every line of the log, as JSON. */
  readonly logged: string[] = []
  skewMs = 0
  #secrecy = this.#gateOf('internet', [])
  readonly secrecyGate: SecrecyGate = {
    refusal: (level) => this.#secrecy.refusal(level),
    hasPublicPages: () => this.#secrecy.hasPublicPages(),
    report: () => this.#secrecy.report(),
  }
  mediaWorkers = 2
  clockAheadMs = 0
  scansFiles = true
  readsFiles = true
  standstills: readonly Standstill[] = []
  mediaTrouble: WorkerTrouble = { silent: [], replaced: [] }
  /** null: no authority is named. */
  timeStamps: { fault: string | null } | null = null
  /** null: this installation recognises no speech. */
  speech: SpeechStatus | null = null
  #usernames = 0

  private constructor({ redis, sending, directory, files, signingKey }: Given) {
    this.redis = redis
    this.directory = directory
    this.files = files
    this.#sending = sending
    this.#signingKey = signingKey
    const log = pino({ level: 'debug' }, { write: (line: string) => void this.logged.push(line) })
    const connection = redis.redis()
    this.#base = {
      dataDir: directory,
      log,
      now: this.now,
      newId: () => newId(),
      redis: connection,
      secrets: { peopleKey: this.#secret, linkKey: randomBytes(32) },
      files,
      publicUrl: () => publicUrl,
      freeze: true,
      lifetime: createLifetime(),
    }
    this.transcripts = createTranscripts(connection, this.#secret, this.now)
    this.recordings = createRecordings({ dataDir: directory, program: null, store: files, log })
  }

  async #open({ settings, scannerSocket, signingKey, agencyCertificate }: Given): Promise<void> {
    const base = this.#base
    const { log, redis, now } = base
    const media = createFakePlane()
    const metrics = createMetrics()
    const forecasts = createForecasts({ dataDir: this.directory, now, freeOnDisk: async () => this.freeOnDisk })
    const diskSpace = createDiskSpace({ forecasts, now })
    const identity = openIdentity(base, { secrecyGate: this.secrecyGate })
    this.#openEngineOn = (on) =>
      openEngine(on, {
        checks: this.journalChecks,
        boxKeys: createMemoryBoxKeys(),
        people: identity.people,
        codeFor: identity.codeFor,
        secrecyGate: this.secrecyGate,
        media,
        transcripts: this.transcripts,
        blockingReason: diskSpace.blockingReason,
        metrics,
      })
    const engine = this.#openEngineOn(base)
    metrics.watch({ sessions: engine.sessions.statistics, media: () => media.statistics() })
    const domains = await openDomains(base, {
      engine,
      identity,
      codeFor: identity.codeFor,
      sending: this.#sending,
      givenAgency: nothingGiven,
      agencyCertificate,
      signingKey,
      timeStamps: null,
      scanner: scannerSocket === null ? noScanner : createScanner(scannerSocket, log),
      converter: noConverter,
      freeBytes: forecasts.freeBytes,
      holidays: [],
      recordings: this.recordings,
      transcripts: this.transcripts,
      filmStoodStill: () => undefined,
      render: (rendering) => this.makeFilm(rendering),
      // The work itself is not tried here: that of a browser takes seconds.
      challengeCost: 0.001,
      replaced: {
        printer: this.#printer(identity, engine),
        pictureOfPaper: async (pdf) => Buffer.from(`picture of ${Buffer.from(pdf)}`),
        canConvert: true,
        templates: { own: async () => null },
      },
    })
    this.accounts = identity.accounts
    this.links = identity.links
    this.citizens = identity.citizens
    this.setUpLink = identity.setUpLink
    this.audit = identity.audit
    this.logins = identity.logins
    this.people = identity.people
    this.sessions = engine.sessions
    this.sessionLists = engine.sessionLists
    this.mail = domains.mail
    this.reminders = domains.reminders
    this.deadlineDigest = domains.deadlineDigest
    this.numbers = domains.numbers
    this.reception = domains.reception
    this.cases = domains.cases
    this.register = domains.register
    this.receptionDays = domains.receptionDays
    this.intakeGroup = domains.intakeGroup
    this.agency = domains.agency
    this.followUps = domains.followUps
    this.overviewFacts = domains.overviewFacts
    this.appointments = domains.appointments
    this.law = domains.law
    this.films = domains.films
    this.seals = domains.seals
    this.retention = domains.retention
    this.#identity = identity
    this.#engine = engine
    this.#domains = domains
    const services = {
      ...identity,
      ...engine,
      ...domains,
      ...{ now, newId: base.newId, log, metrics, forecasts, diskSpace },
      recordings: this.recordings,
      isRecorded: async () => this.isRecorded,
      bucketState: async () => null,
      routerRtpCapabilities: () => ({ codecs: [] }),
      settings: {
        publicUrl: () => publicUrl,
        cookieSecure: true,
        trustProxy: [],
        metricsToken: undefined,
        clientDirectory: null,
        ...settings,
      },
    }
    this.app = createHttp({
      ...services,
      routes: domainRoutes(services),
      durability: () => inspectDurability(redis),
      brokenJournals: this.journalChecks.broken.all,
      writeProbe: createWriteProbe(redis),
      clockAheadMs: () => this.clockAheadMs,
      scansFiles: () => this.scansFiles,
      readsFiles: async () => this.readsFiles,
      timeStampState: () => this.timeStamps,
      mediaStatistics: () => ({ ...media.statistics(), workers: this.mediaWorkers }),
      mediaTrouble: () => this.mediaTrouble,
      standstills: () => this.standstills,
      speech: () => this.speech,
    })
  }

  /** Says what it was given instead of printing it. */
  #printer({ codeFor }: Identity, { aggregate }: Engine): Printer {
    const documentOf = async ({ journal, people, printedAt }: PaperSource) =>
      minutesDocument(aggregate, journal, people, (await this.agency.inForce()).now, printedAt)
    return {
      papers: fakePapers,
      printDraft: { receipt: asDrafted, refusalNotice: asDrafted },
      printIssued: {
        receipt: asPrinted,
        refusalNotice: asPrinted,
        supplement: asPrinted,
        minutes: fakeIssued('pdf'),
        conclusions: fakeIssued('notice'),
      },
      printVotingCodes: async ({ state: { session, ballot } }, { delegates }, printId) => {
        const codes = delegates.map(({ delegateId }) => [
          delegateId,
          codeFor(codeSubject(session.sessionId, delegateId, { ...ballot, codePrints: { [delegateId]: printId } })),
        ])
        return Buffer.from(JSON.stringify(Object.fromEntries(codes)))
      },
      minutesText: async ({ journal }) => ({ commits: journal.length, sha256: 'f'.repeat(64), sections: [] }),
      recipientsToPropose: async (source, paper) => proposedRecipients(paper, await documentOf(source)),
      recipientsOfMinutes: async (source) => issuedRecipients('minutes', await documentOf(source)),
      supplementDraft: async (source) => Buffer.from(JSON.stringify(source)),
    }
  }

  /** As its administrator says that Redis was put back on purpose: for whoever is made from now on. */
  isToldOfOlderRedis(): void {
    this.journalChecks = journalChecks(this.#secret)
  }

  #note(context: object, message: string): void {
    this.logged.push(JSON.stringify({ ...context, msg: message }))
  }

  static async start(
    settings: Partial<HttpSettings> = {},
    sending: (redis: TestRedis) => Sending | null = () => null,
    { scannerSocket = null, isNew = false }: { scannerSocket?: string | null; isNew?: boolean } = {},
  ): Promise<HttpServer> {
    const directory = await mkdtemp(join(tmpdir(), 'diemcau-http-'))
    const { store: files } = await openStore({ dataDir: directory })
    const redis = await startTestRedis()
    let skew = () => 0
    const agencyCertificate = await openAgencyCertificate({
      dataDir: directory,
      secret: randomBytes(32),
      timeStamps: null,
      now: () => Date.now() + skew(),
      log: pino({ level: 'silent' }),
    })
    const signingKey = await loadSigningKey(directory)
    const given = {
      ...{ redis, settings, sending: sending(redis), directory, files, scannerSocket },
      ...{ signingKey, agencyCertificate },
    }
    const server = new HttpServer(given)
    await server.#open(given)
    skew = () => server.skewMs
    await server.app.ready()
    if (!isNew) await server.setsAgency()
    await server.citizens.fill()
    server.seals.start()
    return server
  }

  now = (): number => Date.now() + this.skewMs

  #gateOf(profile: InstallationProfile, reached: readonly string[]): RunningSecrecyGate {
    return createSecrecyGate({
      profile,
      targets: ['192.0.2.1:443', 'outside.example:443'],
      reach: async (target) => reached.includes(target),
      now: () => this.now(),
      log: pino({ level: 'silent' }),
    })
  }

  /** The installation as it would stand there; `reached`: what it finds outside. Nothing is really tried. */
  async standsOn(profile: InstallationProfile, reached: readonly string[] = []): Promise<void> {
    this.#secrecy.close()
    this.#secrecy = this.#gateOf(profile, reached)
    this.#secrecy.onRouteFound(() => void this.sessions.stopRefused(routeFoundReason))
    await this.#secrecy.check()
  }

  /** Another node on the same Redis and the same files, with a log that nobody reads. */
  #anotherBase(): Base {
    return { ...this.#base, redis: this.redis.redis(), log: pino({ level: 'silent' }), lifetime: createLifetime() }
  }

  #aggregatesOn(base: Base) {
    return aggregatesOn(base, this.journalChecks)
  }

  /** The sessions of a second process on the same Redis. */
  anotherNode(): { sessions: Sessions; lists: SessionLists } {
    const { sessions, sessionLists: lists, commits } = this.#openEngineOn(this.#anotherBase())
    commits.listen(this.seals.changed)
    commits.listen(this.overviewFacts.changed)
    return { sessions, lists }
  }

  /** As a server that starts anew on the same data would open it. */
  anotherRetention(): RunningRetention {
    const base = { ...this.#base, redis: this.redis.redis() }
    const { papers: _papers, ...domains } = this.#domains
    return openRetention(this.#base, {
      engine: { ...this.#engine, aggregatesOf: this.#aggregatesOn(base) },
      identity: this.#identity,
      papers: this.#domains,
      casework: domains,
      reception: domains,
      hearing: domains,
      recordings: this.recordings,
      signingKey: this.#signingKey,
      seals: this.seals,
    })
  }

  /** As a server that starts anew on the same Redis would read it. */
  anotherAgency(given: GivenAgency = nothingGiven): InstalledAgency {
    const base = this.#anotherBase()
    return openAgency(base, this.#aggregatesOn(base), given)
  }

  /** By an administrator, whoever that is. */
  async setsAgency(changes: Partial<AgencySettings> = {}): Promise<void> {
    const reply = await this.agency.change(AccountId.parse(newId()), { ...aCommune, ...changes })
    if (!reply.ok) throw new Error(reply.rejection.code)
  }

  /** Named by an administrator, whoever that is. */
  async joinsIntakeGroup(accountId: string): Promise<void> {
    const naming = { accountId: AccountId.parse(accountId), reason: 'Quyết định thành lập tổ tiếp nhận' }
    const reply = await this.intakeGroup.name(AccountId.parse(newId()), naming)
    if (!reply.ok) throw new Error(reply.rejection.code)
  }

  /** As another node would open it, on the same Redis. */
  anotherCaseServices() {
    const base = this.#anotherBase()
    const aggregatesOf = this.#aggregatesOn(base)
    return openCaseServices(base, {
      engine: { aggregatesOf },
      identity: this.#identity,
      papers: { numbers: this.numbers },
      intakeGroup: openIntakeGroup(base, aggregatesOf, this.accounts),
      law: this.law,
    })
  }

  /** As another node would keep them, on the same Redis: nobody listens there. */
  anotherReceptionDays(): Aggregates<ReceptionDayState> {
    const base = this.#anotherBase()
    const aggregatesOf = this.#aggregatesOn(base)
    return openReceptionDays(base, aggregatesOf, openIntakeGroup(base, aggregatesOf, this.accounts))
  }

  urgentDeadlines(): UrgentDeadlines {
    return openUrgentDeadlines(this.#base, { cases: this.cases, engine: this.#engine, law: this.law })
  }

  /** As another node would keep them, on the same Redis. */
  anotherOverviewFacts(): RunningOverviewFacts {
    return openOverviewFacts(this.#anotherBase(), {
      engine: this.#engine,
      casework: this.#domains,
      reception: this.#domains,
    })
  }

  /** As another node would send it, on the same Redis. */
  anotherDeadlineDigest(): RunningDeadlineDigest {
    return openDeadlineDigest(this.#anotherBase(), {
      cases: this.cases,
      identity: this.#identity,
      papers: this.#domains,
      urgentDeadlines: this.urgentDeadlines(),
      sending: this.#sending,
      law: this.law,
    })
  }

  /** As another node would give them, on the same Redis. */
  anotherReminders(): RunningReminders {
    const base = this.#anotherBase()
    return openReminders(base, {
      engine: this.#engine,
      identity: this.#identity,
      papers: this.#domains,
      followUps: openFollowUps(base, this.#aggregatesOn(base)),
      sending: this.#sending,
      law: this.law,
    })
  }

  async call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, call: Call = {}): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      remoteAddress: call.address ?? '127.0.0.1',
      headers: {
        ...(call.cookie !== undefined && { cookie: call.cookie }),
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
        ...call.headers,
      },
      ...(call.body !== undefined && { payload: call.body as object }),
    })
    const isJson = String(response.headers['content-type']).startsWith('application/json;')
    return {
      status: response.statusCode,
      headers: response.headers as Answer['headers'],
      body: isJson && response.body ? response.json() : response.body,
      text: response.body,
      raw: response.rawPayload,
    }
  }

  /** Hands in a file, as the form of a browser does. */
  async upload(url: string, fileName: string, content: Uint8Array<ArrayBuffer>, call: Call = {}): Promise<Answer> {
    const form = new FormData()
    form.set('file', new Blob([content]), fileName)
    return this.submit(url, form, call)
  }

  /** Sends a form of words and files. */
  async submit(url: string, form: FormData, call: Call = {}): Promise<Answer> {
    const encoded = new Response(form)
    const type = encoded.headers.get('content-type') ?? ''
    const body = Buffer.from(await encoded.arrayBuffer())
    return this.call('POST', url, { ...call, body, headers: { ...call.headers, 'content-type': type } })
  }

  /** A new account of this role, signed in. */
  async signIn(role: AccountRole = 'staff'): Promise<{ account: Account; cookie: string }> {
    const username = `taikhoan${++this.#usernames}`
    const account = await this.accounts.create({ username, displayName: 'Trần Thị Lan', password, role })
    if (account === 'taken') throw new Error(account)
    const { headers } = await this.call('POST', '/api/login', { body: { username, password } })
    return { account, cookie: cookieOf(headers) }
  }

  /** Schedules a session through REST. */
  async schedule(cookie: string, changes: Partial<NewSessionBody> = {}): Promise<ScheduledSession> {
    const { status, body } = await this.call('POST', '/api/sessions', { cookie, body: { ...aSession(), ...changes } })
    if (status !== 201) throw new Error(`not scheduled: ${JSON.stringify(body)}`)
    return body
  }

  async close(): Promise<void> {
    await this.app.close()
    await this.#base.lifetime.close()
    await this.redis.close()
    await rm(this.directory, { recursive: true })
  }
}

export function cookieOf(headers: Answer['headers']): string {
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

/** What those invited do, each by role, or the server (“system”). Throws the code of a refusal. */
export function actingIn(server: HttpServer, { sessionId: id, participants }: ScheduledSession) {
  const sessionId = SessionId.parse(id)
  const idOf = (role: string) => ParticipantId.parse(participants.find((one) => one.role === role)?.participantId)
  const does = async (role: string, type: string, data: unknown) => {
    const by =
      role === 'system' ? ({ kind: 'system' } as const) : ({ kind: 'participant', participantId: idOf(role) } as const)
    const reply = await server.sessions.dispatch(sessionId, by, { id: newId(), type, data })
    if (!reply.ok) throw new Error(`${type}: ${reply.rejection.code}`)
  }
  /** A reception of today, which nobody prepared, recorded by the agency’s own equipment. */
  const opensReception = async () => {
    await does('chair', 'readiness.override', { reason: unprepared.reason })
    await does('chair', 'recording.start', ownEquipment)
    await does('chair', 'session.open', {})
  }
  return { sessionId, idOf, does, opensReception }
}

/** With what a reception is opened of which no gate is passed. */
export const unprepared = { reason: 'Tiếp đột xuất, các bên đã thống nhất' }

/** The token in the link of the first participant with this role. */
export function tokenOf({ participants }: Pick<ScheduledSession, 'participants'>, role: string): string {
  const link = participants.find((participant) => participant.role === role)?.link
  if (!link) throw new Error(`nobody is ${role}`)
  return new URL(link).hash.slice(1)
}

export const aSession = () =>
  ({
    title: 'Hội nghị giao ban tháng 11',
    kind: 'conference',
    scheduledAt: Date.now(),
    plannedMinutes: 90,
    place: 'Hội trường Ủy ban nhân dân xã Tân Lập',
    sites: [
      { name: 'Điểm cầu trung tâm', rank: 'centre', delegates: [{ name: 'Phạm Quốc Việt', title: 'Phó Chủ tịch' }] },
      { name: 'Điểm cầu thôn 1', rank: 'branch', delegates: [] },
    ],
    participants: [
      { name: 'Nguyễn Thị Hồng Ánh', title: 'Chủ tịch', role: 'chair', siteIndex: 0 },
      { name: 'Trần Thị Lan', title: 'Văn phòng', role: 'secretary', siteIndex: 0 },
      { name: 'Thôn 1', title: null, role: 'siteOperator', siteIndex: 1 },
      { name: 'Đỗ Văn Bảy', title: null, role: 'citizen', siteIndex: null },
    ],
  }) satisfies NewSessionBody
