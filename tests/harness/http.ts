// The HTTP server as app.ts makes it, with real accounts, sessions and Redis, without media and printers. No socket is opened.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Redis } from 'ioredis'
import { pino } from 'pino'
import { v7 as newId } from 'uuid'
import type { Cases } from '../../server/casework/cases/cases.ts'
import { openCases } from '../../server/casework/cases/open-cases.ts'
import { createReminderPlan } from '../../server/casework/conclusions/reminder-plan.ts'
import { createReminders, type RunningReminders } from '../../server/casework/conclusions/reminders.ts'
import { createDeadlineDigest, type RunningDeadlineDigest } from '../../server/casework/deadlines/deadline-digest.ts'
import { createLawData, type LawData } from '../../server/casework/deadlines/law-data.ts'
import { createUrgentDeadlines, type UrgentDeadlines } from '../../server/casework/deadlines/urgent-deadlines.ts'
import { createIntakeGroup, type IntakeGroup } from '../../server/casework/intake-group/intake-group.ts'
import { sealPrintsAhead, sealSource } from '../../server/custody/archive/seal-of-session.ts'
import { createSeals, type RunningSeals } from '../../server/custody/archive/seals.ts'
import { loadSigningKey, type SigningKey } from '../../server/custody/archive/signature.ts'
import { createAddedClocks } from '../../server/custody/personal-data/request-clocks.ts'
import { createHoldings } from '../../server/custody/retention/holdings.ts'
import { createLedger } from '../../server/custody/retention/ledger.ts'
import { createRetention, type RunningRetention } from '../../server/custody/retention/retention.ts'
import { type Aggregates, createAggregates } from '../../server/engine/aggregates/aggregates.ts'
import { createMemoryBoxKeys } from '../../server/engine/boxes/box-keys.ts'
import { createSealedBoxes } from '../../server/engine/boxes/sealed-boxes.ts'
import { caseSealing, followUpSealing, receptionDaySealing, sessionSealing } from '../../server/engine/encryption.ts'
import { journalLines } from '../../server/engine/journal/journal-file.ts'
import { createAggregateJournal, createRedisJournal } from '../../server/engine/journal/redis.ts'
import { createSessionLists, type SessionLists } from '../../server/engine/lists/session-lists.ts'
import { createSessions } from '../../server/engine/session/registry.ts'
import type { Sessions } from '../../server/engine/session/sessions.ts'
import type { Transcripts } from '../../server/engine/session/transcript.ts'
import { createOverviewFigures } from '../../server/figures/overview/figures.ts'
import { createOverviewFacts, type RunningOverviewFacts } from '../../server/figures/overview/overview-facts.ts'
import { createReports } from '../../server/figures/reports/reports.ts'
import { eraseWhereNotAllowed } from '../../server/hearing/captions/erasing.ts'
import { createTranscripts } from '../../server/hearing/captions/transcripts.ts'
import { createFilms, type Films } from '../../server/hearing/films/films.ts'
import { createFilmViewers } from '../../server/hearing/films/viewers.ts'
import { createViewings } from '../../server/hearing/films/viewings.ts'
import { createMail, type MailDependencies, type RunningMail } from '../../server/hearing/invitations/create-mail.ts'
import { paperSource } from '../../server/hearing/minutes/paper-source.ts'
import { createPhrases } from '../../server/hearing/minutes/phrases.ts'
import { createProtectedReaders } from '../../server/hearing/protection/protected-readers.ts'
import { createRoomOnDisk } from '../../server/hearing/scheduling/room-on-disk.ts'
import { createHttp, type HttpDependencies } from '../../server/http/create-http.ts'
import { type Accounts, createAccounts } from '../../server/identity/accounts/accounts.ts'
import { createDeviceCookies } from '../../server/identity/accounts/device-cookies.ts'
import { createLogins, type Logins } from '../../server/identity/accounts/login.ts'
import { createLoginAttempts } from '../../server/identity/accounts/login-attempts.ts'
import { createPasswordLinks } from '../../server/identity/accounts/password-links.ts'
import { createSetUpLink, type SetUpLink } from '../../server/identity/accounts/set-up-link.ts'
import { type AuditLog, createAuditLog } from '../../server/identity/audit/audit-log.ts'
import { type Citizens, createCitizens } from '../../server/identity/citizens/citizens.ts'
import { createNameSearches } from '../../server/identity/citizens/name-searches.ts'
import { createWordReads } from '../../server/identity/citizens/word-reads.ts'
import { createCodes } from '../../server/identity/links/codes.ts'
import { createLinks, type Links } from '../../server/identity/links/links.ts'
import { createOfficers } from '../../server/identity/officers/officers.ts'
import type { PeopleRecord } from '../../server/identity/people/people.ts'
import { createPeopleRecord } from '../../server/identity/people/people-record.ts'
import { createSecrecyGate, type RunningSecrecyGate, type SecrecyGate } from '../../server/identity/secrecy/gate.ts'
import { routeFoundReason } from '../../server/identity/secrecy/internet-route.ts'
import { createUnits } from '../../server/identity/units/units.ts'
import { createForecasts } from '../../server/media/recording/disk-forecast.ts'
import type { Recordings } from '../../server/media/recording/recording.ts'
import { createRecordings } from '../../server/media/recording/recordings.ts'
import { createFakePlane } from '../../server/media/sfu/fake.ts'
import type { WorkerTrouble } from '../../server/media/sfu/plane.ts'
import { createAgency, type InstalledAgency } from '../../server/papers/agency/agency.ts'
import { createEmblem } from '../../server/papers/agency/emblem.ts'
import { createFirstPapers } from '../../server/papers/agency/first-papers.ts'
import { noConverter } from '../../server/papers/documents/converter.ts'
import { createDocuments } from '../../server/papers/documents/intake.ts'
import { createMarks } from '../../server/papers/documents/marks.ts'
import { createScanner, noScanner } from '../../server/papers/documents/scanner.ts'
import { createSignatures } from '../../server/papers/documents/signatures.ts'
import { type DocumentStore, openDocumentStore } from '../../server/papers/documents/store.ts'
import { createIssuedPapers, type Verification } from '../../server/papers/issued/issued-papers.ts'
import { createLastSignatory } from '../../server/papers/issued/last-signatory.ts'
import { conclusionsXlsx } from '../../server/papers/kinds/conclusions-xlsx.ts'
import { deadlinesXlsx } from '../../server/papers/kinds/deadlines-xlsx.ts'
import { markPdf } from '../../server/papers/model/mark.ts'
import { createNumbers, type Numbers } from '../../server/papers/numbering/numbers.ts'
import {
  erasureCertificatePdf,
  personalCopyPdf,
  registerFiles,
  reportFiles,
  sampleOfPapers,
} from '../../server/papers/printers.ts'
import type { PaperSource, Papers } from '../../server/papers/session-papers.ts'
import { type AgencyCertificate, openAgencyCertificate } from '../../server/papers/signature/agency-certificate.ts'
import { createTemplates } from '../../server/papers/templates/templates.ts'
import { createMetrics } from '../../server/platform/metrics.ts'
import { createWriteProbe, inspectDurability } from '../../server/platform/redis-durability.ts'
import type { Standstill } from '../../server/platform/standing-still.ts'
import { openStore } from '../../server/platform/store/open-store.ts'
import type { Store } from '../../server/platform/store/store.ts'
import { createAppointments, type RunningAppointments } from '../../server/reception/appointments/appointments.ts'
import { createChallenges } from '../../server/reception/appointments/challenge.ts'
import { createLetters } from '../../server/reception/appointments/letters.ts'
import { createLimits } from '../../server/reception/appointments/limits.ts'
import { createAppointmentRecord } from '../../server/reception/appointments/record.ts'
import { createReceptionSettings } from '../../server/reception/appointments/settings.ts'
import { createKiosks } from '../../server/reception/day/kiosks.ts'
import { createReception, type RunningReception } from '../../server/reception/day/reception.ts'
import { createRegister, type RunningRegister } from '../../server/reception/register/register.ts'
import type { GivenAgency } from '../../shared/agency/agency-at.ts'
import type { AgencySettings } from '../../shared/agency/contract.ts'
import { agencyModules } from '../../shared/agency/index.ts'
import { composeCase } from '../../shared/cases/index.ts'
import { type ConclusionState, followUpModules } from '../../shared/conclusions/index.ts'
import { intakeGroupModules } from '../../shared/intake-group/index.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { AccountId, ParticipantId, SessionId } from '../../shared/kernel/ids.ts'
import { codeSubject } from '../../shared/modules/ballot/contract.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { personalRequestModules } from '../../shared/personal-data/index.ts'
import { filmOf } from '../../shared/projections/film.ts'
import { minutesDocument } from '../../shared/projections/minutes-document.ts'
import { issuedRecipients, proposedRecipients } from '../../shared/projections/recipients.ts'
import { type ReceptionDayState, receptionDayModules } from '../../shared/reception/index.ts'
import { retentionModules } from '../../shared/retention/index.ts'
import type { InstallationProfile } from '../../shared/secrecy/levels.ts'
import type { NewSessionBody } from '../../shared/wire/booking.ts'
import type { SpeechStatus } from '../../shared/wire/captions.ts'
import type { Account, AccountRole, ScheduledSession } from '../../shared/wire/rest.ts'
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

/** Prints what it was given, so that tests see that the right thing was. */
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

export class HttpServer {
  readonly app: FastifyInstance
  readonly redis: TestRedis
  readonly accounts: Accounts
  readonly links: Links
  readonly sessions: Sessions
  readonly sessionLists: SessionLists
  readonly transcripts: Transcripts
  /** The sessions of a second process on the same Redis. */
  readonly anotherNode: () => { sessions: Sessions; lists: SessionLists }
  readonly citizens: Citizens
  readonly setUpLink: SetUpLink
  readonly mail: RunningMail
  readonly reminders: RunningReminders
  readonly deadlineDigest: RunningDeadlineDigest
  readonly numbers: Numbers
  readonly reception: RunningReception
  readonly audit: AuditLog
  readonly logins: Logins
  readonly cases: Cases
  readonly register: RunningRegister
  readonly receptionDays: Aggregates<ReceptionDayState>
  readonly intakeGroup: IntakeGroup
  readonly agency: InstalledAgency
  readonly followUps: Aggregates<ConclusionState>
  readonly overviewFacts: RunningOverviewFacts
  readonly appointments: RunningAppointments
  readonly #secret = randomBytes(32)
  journalChecks = journalChecks(this.#secret, { error: (context, message) => this.#note(context, message) })
  readonly #sending: MailDependencies['sending']
  readonly law: LawData
  readonly films: Films
  /** Where documents, recordings and films are. */
  readonly files: Store
  readonly seals: RunningSeals
  readonly people: PeopleRecord
  readonly retention: RunningRetention
  /** As a server that starts anew on the same data would open it. */
  readonly anotherRetention: () => RunningRetention
  readonly recordings: Recordings
  /** Makes a film in place of ffmpeg; a test replaces it. */
  makeFilm: Parameters<typeof createFilms>[0]['render'] = async () => []
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

  private constructor(
    redis: TestRedis,
    settings: Partial<HttpDependencies['settings']>,
    sending: MailDependencies['sending'],
    directory: string,
    files: Store,
    store: DocumentStore,
    scannerSocket: string | null,
    signingKey: SigningKey,
    agencyCertificate: AgencyCertificate,
  ) {
    this.redis = redis
    this.directory = directory
    const connection = redis.redis()
    const media = createFakePlane()
    const aggregate = compose(sessionModules, { freeze: true })
    const log = pino({ level: 'debug' }, { write: (line: string) => void this.logged.push(line) })
    this.accounts = createAccounts(connection, this.now)
    this.links = createLinks({ key: randomBytes(32), publicUrl: () => publicUrl, now: this.now })
    this.setUpLink = createSetUpLink(this.accounts)
    const metrics = createMetrics()
    const codeFor = createCodes(randomBytes(32))
    const { secrecyGate } = this
    const forecasts = createForecasts({
      dataDir: directory,
      now: this.now,
      freeOnDisk: async () => this.freeOnDisk,
    })
    const roomOnDisk = createRoomOnDisk({ forecasts, now: this.now })
    this.transcripts = createTranscripts(connection, this.#secret, this.now)
    const eraseTranscript = eraseWhereNotAllowed(this.transcripts, log)
    const sessionsOn = (redis: Redis) => {
      const journal = createRedisJournal(redis, this.journalChecks)
      const lists = createSessionLists(redis, journal, log)
      const sessions = createSessions({
        aggregate,
        journal,
        sealing: sessionSealing(redis, this.#secret),
        boxes: createSealedBoxes(journal, createMemoryBoxKeys()),
        people: createPeopleRecord(redis, this.#secret),
        transcripts: this.transcripts,
        admits: (level) => secrecyGate.refusal(level) === null,
        hindrance: roomOnDisk.hindrance,
        media,
        now: this.now,
        newId: () => newId(),
        codeFor,
        log,
        observe: metrics.observeCommand,
        changed: (state, seq) => {
          lists.changed(state, seq)
          this.seals?.changed(state)
          eraseTranscript(state)
          this.overviewFacts?.changed(state)
        },
      })
      return { sessions, lists }
    }
    this.anotherNode = () => sessionsOn(redis.redis())
    const node = sessionsOn(connection)
    this.sessions = node.sessions
    this.sessionLists = node.lists

    metrics.watch({ sessions: () => this.sessions.statistics(), media: () => media.statistics() })
    const attempts = createLoginAttempts(connection)
    this.agency = this.anotherAgency()
    this.mail = createMail({
      sessions: this.sessions,
      lists: this.sessionLists,
      links: this.links,
      redis: connection,
      sending,
      organisation: this.agency.organisation,
      now: this.now,
      log,
    })
    this.#sending = sending
    this.law = createLawData({ redis: connection, holidays: [], now: this.now, log })
    this.reminders = this.anotherReminders()
    this.numbers = createNumbers(connection, this.agency.demand)
    this.followUps = this.#followUps(connection)
    const citizens = createCitizens(connection, this.#secret, this.now)
    this.citizens = citizens
    const kiosks = createKiosks(connection)
    this.intakeGroup = this.#intakeGroup(connection)
    this.receptionDays = this.anotherReceptionDays()
    this.reception = createReception({
      days: this.receptionDays,
      kiosks,
      intakeGroup: this.intakeGroup,
      sessions: this.sessions,
      links: this.links,
      accounts: this.accounts,
      citizens,
      linkKey: randomBytes(32),
      publicUrl: () => publicUrl,
      now: this.now,
      newId: () => newId(),
      log,
    })
    this.audit = createAuditLog(connection, this.now)
    this.logins = createLogins({
      redis: connection,
      accounts: this.accounts,
      attempts,
      devices: createDeviceCookies(this.#secret),
      audit: this.audit,
      now: this.now,
    })
    const caseRoom = this.anotherCaseRoom()
    this.cases = caseRoom.cases
    this.deadlineDigest = this.anotherDeadlineDigest()
    const officers = createOfficers(connection, this.#secret)
    this.register = createRegister({
      days: this.receptionDays,
      sessions: this.sessions,
      cases: this.cases,
      citizens,
      officers,
      numbers: this.numbers,
      redis: connection,
      now: this.now,
      newId: () => newId(),
      log,
    })
    this.overviewFacts = this.anotherOverviewFacts()
    const receptionSettings = createReceptionSettings(connection)
    const appointmentRecord = createAppointmentRecord(connection, this.#secret)
    const atReception = {
      days: this.receptionDays,
      record: appointmentRecord,
      citizens,
      officers,
      settings: receptionSettings,
      law: this.law,
      now: this.now,
      log,
    }
    this.appointments = createAppointments({
      ...atReception,
      limits: createLimits(connection, this.now),
      letters: createLetters({
        ...atReception,
        sending,
        organisation: this.agency.organisation,
        publicUrl: () => publicUrl,
      }),
      newId: () => newId(),
    })
    const peopleRecord = createPeopleRecord(connection, this.#secret)
    this.people = peopleRecord
    const documents = createDocuments({
      store,
      scanner: scannerSocket === null ? noScanner : createScanner(scannerSocket, log),
      converter: noConverter,
      freeBytes: forecasts.freeBytes,
    })
    const recordings = createRecordings({ dataDir: directory, program: null, store: files, log })
    this.files = files
    this.films = createFilms({
      dataDir: directory,
      store: files,
      recordings,
      planOf: async (sessionId) =>
        filmOf(aggregate, await this.sessions.journal(sessionId), [], await peopleRecord.all(sessionId)),
      erasableOf: async (sessionId) => ({
        people: await peopleRecord.all(sessionId),
        documentIds: ((await this.sessions.state(sessionId))?.documents.documents ?? []).map((one) => one.documentId),
      }),
      readDocument: async () => null,
      render: (rendering) => this.makeFilm(rendering),
      now: this.now,
      log,
    })
    const issuedPapers = createIssuedPapers({
      redis: connection,
      store,
      secret: this.#secret,
      certificate: agencyCertificate,
      publicUrl: () => publicUrl,
    })
    const { sessions, now } = this
    this.seals = createSeals({
      dataDir: directory,
      key: signingKey,
      secret: this.#secret,
      timeStamps: null,
      sourceOf: async (sessionId) =>
        sealSource(
          { papers: fakePapers, documents, issuedPapers, recordings },
          await paperSource({ sessions, now }, sessionId),
        ),
      printsAhead: async (sessionId) => sealPrintsAhead(fakePapers, await paperSource({ sessions, now }, sessionId)),
      recorded: recordings.finished,
      sealedBut: this.sessionLists.sealedBut,
      now,
      log,
    })
    this.recordings = recordings
    this.anotherRetention = () =>
      createRetention({
        aggregates: createAggregates({
          aggregate: compose(retentionModules, { freeze: true }),
          journal: createAggregateJournal(redis.redis(), this.journalChecks, 'retention'),
          now: this.now,
          newId: () => newId(),
        }),
        holdings: createHoldings({
          sessions: this.sessions,
          cases: this.cases,
          citizens,
          recordings: this.recordings,
          films: this.films,
          seals: this.seals,
          followUps: this.followUps,
          appointments: appointmentRecord,
          transcripts: this.transcripts,
          store,
        }),
        ledger: createLedger(directory, signingKey.published.fingerprint, log),
        followUps: this.followUps,
        receptionDays: this.receptionDays,
        sessions: this.sessions,
        sessionLists: this.sessionLists,
        cases: this.cases,
        register: this.register,
        accounts: this.accounts,
        signingKey,
        agency: this.agency,
        redis: connection,
        now: this.now,
        log,
      })
    this.retention = this.anotherRetention()
    const documentOf = async ({ journal, people, printedAt }: PaperSource) =>
      minutesDocument(aggregate, journal, people, (await this.agency.inForce()).now, printedAt)
    this.app = createHttp({
      sessions: this.sessions,
      sessionLists: this.sessionLists,
      aggregate,
      accounts: this.accounts,
      logins: this.logins,
      audit: this.audit,
      setUpLink: this.setUpLink,
      passwordLinks: createPasswordLinks({
        redis: connection,
        accounts: this.accounts,
        publicUrl: () => publicUrl,
        now: this.now,
      }),
      protectedReaders: createProtectedReaders({
        accounts: this.accounts,
        sessions: this.sessions,
        sessionLists: this.sessionLists,
        cases: this.cases,
      }),
      links: this.links,
      mail: this.mail,
      papers: fakePapers,
      printDraft: { receipt: asDrafted, refusalNotice: asDrafted },
      printIssued: {
        receipt: asPrinted,
        refusalNotice: asPrinted,
        supplement: asPrinted,
        minutes: fakeIssued('pdf'),
        conclusions: fakeIssued('notice'),
      },
      issuedPapers,
      documents,
      films: this.films,
      viewings: createViewings(connection, this.now),
      filmViewers: createFilmViewers(connection, this.now),
      transcripts: this.transcripts,
      isRecorded: async () => this.isRecorded,
      templates: createTemplates({
        redis: connection,
        documents,
        store,
        converter: noConverter,
        canConvert: true,
        now: this.now,
      }),
      marks: createMarks({ store, print: markPdf, log }),
      signatures: createSignatures(store),
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
      numbers: this.numbers,
      citizens,
      nameSearches: createNameSearches(connection, this.#secret, citizens.markOf, this.now),
      wordReads: createWordReads(connection, this.now),
      reception: this.reception,
      kiosks,
      signingKey,
      seals: this.seals,
      agencyCertificate,
      recordings: this.recordings,
      retention: this.retention,
      erasureCertificatePdf: erasureCertificatePdf(this.agency),
      personalRequests: createAggregates({
        aggregate: compose(personalRequestModules, { freeze: true }),
        journal: createAggregateJournal(connection, this.journalChecks, 'personalRequest'),
        now: this.now,
        newId: () => newId(),
      }),
      requestClocks: createAddedClocks(connection, this.now),
      personalCopyPdf: personalCopyPdf(this.agency),
      register: this.register,
      registerFiles: registerFiles(this.agency),
      reports: createReports({ redis: connection, register: this.register, cases: this.cases, now: this.now }),
      reportFiles: reportFiles(this.agency),
      overview: createOverviewFigures({
        facts: this.overviewFacts,
        register: this.register,
        sessionLists: this.sessionLists,
        now: this.now,
      }),
      overviewFacts: this.overviewFacts,
      ...caseRoom,
      appointments: this.appointments,
      appointmentRecord,
      // The work itself is not tried here: that of a browser takes seconds.
      challenges: createChallenges(connection, this.#secret, this.now, 0.001),
      officers,
      receptionSettings,
      followUps: this.followUps,
      heldFollowUps: this.#followUps(connection, true),
      reminders: this.reminders,
      deadlineDigest: this.deadlineDigest,
      urgentDeadlines: this.urgentDeadlines(),
      reminderPlan: createReminderPlan(connection),
      units: createUnits(connection, this.#secret),
      intakeGroup: this.intakeGroup,
      agency: this.agency,
      emblem: createEmblem({ agency: this.agency, documents, store }),
      firstPapers: createFirstPapers(connection, this.agency, { own: async () => null }),
      pictureOfPaper: async (pdf) => Buffer.from(`picture of ${Buffer.from(pdf)}`),
      sampleOfPapers: sampleOfPapers(this.now),
      law: this.law,
      secrecyGate,
      forecasts,
      roomOnDisk,
      conclusionsXlsx,
      deadlinesXlsx,
      phrases: createPhrases(connection),
      lastSignatory: createLastSignatory(connection, this.#secret),
      metrics,
      durability: () => inspectDurability(connection),
      brokenJournals: this.journalChecks.broken.all,
      writeProbe: createWriteProbe(connection),
      clockAheadMs: () => this.clockAheadMs,
      scansFiles: () => this.scansFiles,
      readsFiles: async () => this.readsFiles,
      bucketState: async () => null,
      timeStampState: () => this.timeStamps,
      mediaStatistics: () => ({ ...media.statistics(), workers: this.mediaWorkers }),
      mediaTrouble: () => this.mediaTrouble,
      standstills: () => this.standstills,
      speech: () => this.speech,
      routerRtpCapabilities: () => ({ codecs: [] }),
      now: this.now,
      newId: () => newId(),
      codeFor,
      log,
      settings: {
        publicUrl: () => publicUrl,
        cookieSecure: true,
        trustProxy: [],
        metricsToken: undefined,
        clientDirectory: null,
        ...settings,
      },
    })
  }

  /** As its administrator says that Redis was put back on purpose: for whoever is made from now on. */
  isToldOfOlderRedis(): void {
    this.journalChecks = journalChecks(this.#secret)
  }

  #note(context: object, message: string): void {
    this.logged.push(JSON.stringify({ ...context, msg: message }))
  }

  static async start(
    settings: Partial<HttpDependencies['settings']> = {},
    sending: (redis: TestRedis) => MailDependencies['sending'] = () => null,
    { scannerSocket = null, isNew = false }: { scannerSocket?: string | null; isNew?: boolean } = {},
  ): Promise<HttpServer> {
    const directory = await mkdtemp(join(tmpdir(), 'diemcau-http-'))
    const { store: files } = await openStore({ dataDir: directory })
    const store = await openDocumentStore(directory, newId, files)
    const redis = await startTestRedis()
    const signingKey = await loadSigningKey(directory)
    let skew = () => 0
    const agencyCertificate = await openAgencyCertificate({
      dataDir: directory,
      secret: randomBytes(32),
      timeStamps: null,
      now: () => Date.now() + skew(),
      log: pino({ level: 'silent' }),
    })
    const server = new HttpServer(
      redis,
      settings,
      sending(redis),
      directory,
      files,
      store,
      scannerSocket,
      signingKey,
      agencyCertificate,
    )
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

  #followUps(redis: ReturnType<TestRedis['redis']>, areHeld = false): Aggregates<ConclusionState> {
    return createAggregates({
      aggregate: compose(followUpModules, { freeze: true }),
      journal: createAggregateJournal(redis, this.journalChecks, 'followUp'),
      sealing: followUpSealing(redis, this.#secret, areHeld),
      now: this.now,
      newId: () => newId(),
    })
  }

  #intakeGroup(redis: ReturnType<TestRedis['redis']>): IntakeGroup {
    return createIntakeGroup(
      createAggregates({
        aggregate: compose(intakeGroupModules, { freeze: true }),
        journal: createAggregateJournal(redis, this.journalChecks, 'intakeGroup'),
        now: this.now,
        newId: () => newId(),
      }),
      createAccounts(redis, this.now),
    )
  }

  /** As a server that starts anew on the same Redis would read it. */
  anotherAgency(given: GivenAgency = nothingGiven): InstalledAgency {
    return createAgency(
      createAggregates({
        aggregate: compose(agencyModules, { freeze: true }),
        journal: createAggregateJournal(this.redis.redis(), this.journalChecks, 'agency'),
        now: this.now,
        newId: () => newId(),
      }),
      given,
    )
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
  anotherCaseRoom() {
    const redis = this.redis.redis()
    const aggregate = composeCase({ freeze: true })
    return openCases({
      aggregates: createAggregates({
        aggregate,
        journal: createAggregateJournal(redis, this.journalChecks, 'case'),
        sealing: caseSealing(redis, this.#secret, aggregate),
        actorOf: this.#intakeGroup(redis).actorOf,
        now: this.now,
        newId: () => newId(),
      }),
      citizens: this.citizens,
      numbers: createNumbers(redis, this.agency.demand),
      redis,
      law: this.law,
      now: this.now,
      key: this.#secret,
      newId: () => newId(),
      log: pino({ level: 'silent' }),
    })
  }

  /** As another node would keep them, on the same Redis: nobody listens there. */
  anotherReceptionDays(): Aggregates<ReceptionDayState> {
    const aggregate = compose(receptionDayModules, { freeze: true })
    const redis = this.redis.redis()
    return createAggregates({
      aggregate,
      journal: createAggregateJournal(redis, this.journalChecks, 'receptionDay'),
      sealing: receptionDaySealing(redis, this.#secret, aggregate),
      actorOf: this.#intakeGroup(redis).actorOf,
      now: this.now,
      newId: () => newId(),
    })
  }

  urgentDeadlines(): UrgentDeadlines {
    const { cases, sessionLists, law, now } = this
    return createUrgentDeadlines({ due: cases.due, sessionLists, law, now })
  }

  /** As another node would keep them, on the same Redis. */
  anotherOverviewFacts(): RunningOverviewFacts {
    const { sessions, sessionLists, receptionDays, cases, now } = this
    return createOverviewFacts({
      redis: this.redis.redis(),
      aggregate: compose(sessionModules, { freeze: true }),
      sessions,
      sessionLists,
      receptionDays,
      followUps: this.followUps,
      cases,
      now,
      log: pino({ level: 'silent' }),
    })
  }

  /** As another node would send it, on the same Redis. */
  anotherDeadlineDigest(): RunningDeadlineDigest {
    const redis = this.redis.redis()
    return createDeadlineDigest({
      due: this.cases.due,
      urgentDeadlines: this.urgentDeadlines(),
      law: this.law,
      units: createUnits(redis, this.#secret),
      plan: createReminderPlan(redis),
      redis,
      sending: this.#sending,
      organisation: this.agency.organisation,
      publicUrl: () => publicUrl,
      now: this.now,
      log: pino({ level: 'silent' }),
    })
  }

  /** As another node would give them, on the same Redis. */
  anotherReminders(): RunningReminders {
    const redis = this.redis.redis()
    return createReminders({
      sessions: this.sessions,
      lists: this.sessionLists,
      followUps: this.#followUps(redis),
      units: createUnits(redis, this.#secret),
      plan: createReminderPlan(redis),
      redis,
      secret: this.#secret,
      sending: this.#sending,
      organisation: this.agency.organisation,
      law: this.law,
      now: this.now,
      log: pino({ level: 'silent' }),
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
    await this.films.close()
    await this.seals.close()
    await this.retention.close()
    await this.register.close()
    await this.cases.close()
    await this.mail.close()
    await this.reminders.close()
    await this.deadlineDigest.close()
    this.overviewFacts.close()
    this.reception.close()
    await this.appointments.close()
    await this.sessions.close()
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
