// Puts the server together: what each room needs is handed in here and nowhere else. main.ts and demo.ts are the processes.

import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { Redis } from 'ioredis'
import { v7 as newId } from 'uuid'
import { agencyModules } from '../../shared/agency/index.ts'
import { composeCase } from '../../shared/cases/index.ts'
import { followUpModules } from '../../shared/conclusions/index.ts'
import { intakeGroupModules } from '../../shared/intake-group/index.ts'
import { compose } from '../../shared/kernel/aggregate.ts'
import { sessionModules } from '../../shared/modules/index.ts'
import { personalRequestModules } from '../../shared/personal-data/index.ts'
import { filmOf } from '../../shared/projections/film.ts'
import { receptionDayModules } from '../../shared/reception/index.ts'
import { goneOf } from '../../shared/retention/contract.ts'
import { retentionModules } from '../../shared/retention/index.ts'
import { openCases } from '../casework/cases/open-cases.ts'
import { createReminderPlan } from '../casework/conclusions/reminder-plan.ts'
import { createReminders } from '../casework/conclusions/reminders.ts'
import { createDeadlineDigest } from '../casework/deadlines/deadline-digest.ts'
import { createLawData } from '../casework/deadlines/law-data.ts'
import { createUrgentDeadlines } from '../casework/deadlines/urgent-deadlines.ts'
import { createIntakeGroup } from '../casework/intake-group/intake-group.ts'
import { sealPrintsAhead, sealSource } from '../custody/archive/seal-of-session.ts'
import { createSealingSweep } from '../custody/archive/sealing-sweep.ts'
import { createSeals } from '../custody/archive/seals.ts'
import { loadSigningKey } from '../custody/archive/signature.ts'
import { isHalfRestored } from '../custody/backup/restoring.ts'
import { createAddedClocks } from '../custody/personal-data/request-clocks.ts'
import { createHoldings } from '../custody/retention/holdings.ts'
import { createLedger } from '../custody/retention/ledger.ts'
import { createRetention } from '../custody/retention/retention.ts'
import { createAggregates } from '../engine/aggregates/aggregates.ts'
import { createKeyFiles } from '../engine/boxes/key-files.ts'
import { createSealedBoxes } from '../engine/boxes/sealed-boxes.ts'
import { caseSealing, followUpSealing, receptionDaySealing, sessionSealing } from '../engine/encryption.ts'
import { createBrokenJournals } from '../engine/journal/broken-journals.ts'
import { createHeadProof } from '../engine/journal/head-proof.ts'
import { startHeartbeat } from '../engine/journal/heartbeat.ts'
import { lookAtJournals } from '../engine/journal/look-at-journals.ts'
import { createAggregateJournal, createRedisJournal, type JournalChecks } from '../engine/journal/redis.ts'
import { createSeenHeads, forgetSeenHeads, openSeenHeads } from '../engine/journal/seen-heads.ts'
import { createSessionLists } from '../engine/lists/session-lists.ts'
import { createCommitListeners } from '../engine/session/commit-listeners.ts'
import { createSessions } from '../engine/session/registry.ts'
import { createGateway } from '../engine/signal/gateway.ts'
import { createOverviewFigures } from '../figures/overview/figures.ts'
import { createOverviewFacts } from '../figures/overview/overview-facts.ts'
import { createReports } from '../figures/reports/reports.ts'
import { eraseWhereNotAllowed } from '../hearing/captions/erasing.ts'
import { createTranscripts } from '../hearing/captions/transcripts.ts'
import { createFilms } from '../hearing/films/films.ts'
import { render } from '../hearing/films/render.ts'
import { createFilmViewers } from '../hearing/films/viewers.ts'
import { createViewings } from '../hearing/films/viewings.ts'
import { createMail } from '../hearing/invitations/create-mail.ts'
import { paperSource } from '../hearing/minutes/paper-source.ts'
import { createPhrases } from '../hearing/minutes/phrases.ts'
import { createProtectedReaders } from '../hearing/protection/protected-readers.ts'
import { createRoomOnDisk } from '../hearing/scheduling/room-on-disk.ts'
import { createHttp } from '../http/create-http.ts'
import { endConnections } from '../http/end-connections.ts'
import { type Accounts, createAccounts } from '../identity/accounts/accounts.ts'
import { createDeviceCookies } from '../identity/accounts/device-cookies.ts'
import { createLogins } from '../identity/accounts/login.ts'
import { createLoginAttempts } from '../identity/accounts/login-attempts.ts'
import { loginTokenIn } from '../identity/accounts/login-cookie.ts'
import { createPasswordLinks } from '../identity/accounts/password-links.ts'
import { mayUseLink } from '../identity/accounts/reader.ts'
import { createSetUpLink } from '../identity/accounts/set-up-link.ts'
import { createAuditLog } from '../identity/audit/audit-log.ts'
import { createCitizens } from '../identity/citizens/citizens.ts'
import { createNameSearches } from '../identity/citizens/name-searches.ts'
import { createWordReads } from '../identity/citizens/word-reads.ts'
import { createCodes } from '../identity/links/codes.ts'
import { createLinks } from '../identity/links/links.ts'
import { createOfficers } from '../identity/officers/officers.ts'
import { createPeopleRecord } from '../identity/people/people-record.ts'
import { createSecrecyGate } from '../identity/secrecy/gate.ts'
import { reachOutside, routeFoundReason } from '../identity/secrecy/internet-route.ts'
import { createUnits } from '../identity/units/units.ts'
import { createSmtpTransport } from '../mail/transport.ts'
import { createForecasts } from '../media/recording/disk-forecast.ts'
import { createRecordings, findRecorder } from '../media/recording/recordings.ts'
import { createMediasoupPlane } from '../media/sfu/mediasoup.ts'
import { createSpeechEngine } from '../media/speech/supervised-engine.ts'
import { createAgency } from '../papers/agency/agency.ts'
import { createEmblem } from '../papers/agency/emblem.ts'
import { createFirstPapers } from '../papers/agency/first-papers.ts'
import { findConverter, noConverter } from '../papers/documents/converter.ts'
import { createDocuments } from '../papers/documents/intake.ts'
import { createMarks } from '../papers/documents/marks.ts'
import { createScanner, noScanner } from '../papers/documents/scanner.ts'
import { createSignatures } from '../papers/documents/signatures.ts'
import { openDocumentStore } from '../papers/documents/store.ts'
import { createIssuedPapers } from '../papers/issued/issued-papers.ts'
import { createLastSignatory } from '../papers/issued/last-signatory.ts'
import { conclusionsXlsx } from '../papers/kinds/conclusions-xlsx.ts'
import { deadlinesXlsx } from '../papers/kinds/deadlines-xlsx.ts'
import { markPdf } from '../papers/model/mark.ts'
import { paperPicture } from '../papers/model/paper-picture.ts'
import { createNumbers } from '../papers/numbering/numbers.ts'
import {
  createPrinter,
  erasureCertificatePdf,
  personalCopyPdf,
  registerFiles,
  reportFiles,
  sampleOfPapers,
} from '../papers/printers.ts'
import { openAgencyCertificate } from '../papers/signature/agency-certificate.ts'
import { createTemplates } from '../papers/templates/templates.ts'
import type { Config } from '../platform/config/config.ts'
import { networkOfRequests } from '../platform/http/network.ts'
import type { createLog } from '../platform/log.ts'
import { createMetrics } from '../platform/metrics.ts'
import { createWriteProbe, type Durability, inspectDurability, WritesRefused } from '../platform/redis-durability.ts'
import { startRedisProcess } from '../platform/redis-process.ts'
import { loadSecrets } from '../platform/secrets.ts'
import { createStandstills } from '../platform/standing-still.ts'
import { createSteadyClock } from '../platform/steady-clock.ts'
import { keepStoreInOrder } from '../platform/store/keep-in-order.ts'
import { type OpenedBucket, openStore } from '../platform/store/open-store.ts'
import type { Mover } from '../platform/store/spooled-place.ts'
import { readAuthorities } from '../platform/time-stamps/authorities.ts'
import { createTimeStamps } from '../platform/time-stamps/time-stamps.ts'
import { keepsFromNetwork, sayWalls, wallsHere } from '../platform/walls.ts'
import { createAppointments } from '../reception/appointments/appointments.ts'
import { createChallenges } from '../reception/appointments/challenge.ts'
import { createLetters } from '../reception/appointments/letters.ts'
import { createLimits } from '../reception/appointments/limits.ts'
import { createAppointmentRecord } from '../reception/appointments/record.ts'
import { createReceptionSettings } from '../reception/appointments/settings.ts'
import { createKiosks } from '../reception/day/kiosks.ts'
import { createReception } from '../reception/day/reception.ts'
import { createRegister } from '../reception/register/register.ts'

/** A reason not to start that the operator can mend. */
export class StartError extends Error {
  override name = 'StartError'
}

export interface App {
  readonly http: FastifyInstance
  readonly accounts: Accounts
  /** The origin under which people reach this server. */
  readonly url: string
  /** Opens the set-up page once; null when there is an account. */
  readonly setUpUrl: string | null
  close(): Promise<void>
}

type Log = ReturnType<typeof createLog>
type Closer = () => Promise<unknown> | unknown

const redisPatienceMs = 10_000
const clientDirectory = fileURLToPath(new URL('../../dist/client', import.meta.url))

/** Starts everything and listens. Throws StartError; what had started by then is closed again. */
export async function startApp(config: Config, log: Log): Promise<App> {
  const closers: Closer[] = []
  /** Last in, first out. */
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return await build(config, log, closers, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function build(config: Config, log: Log, closers: Closer[], close: () => Promise<void>): Promise<App> {
  let isIdle = () => true
  const clock = createSteadyClock({ isIdle: () => isIdle(), log })
  closers.push(() => clock.close())
  const { now } = clock
  await mkdir(config.dataDir, { recursive: true })
  if (isHalfRestored(config.dataDir))
    throw new StartError(
      `A restore into ${config.dataDir} is going on, or was broken off. Wait for its end, or empty that folder and restore again.`,
    )
  const secrets = await loadSecrets(config.dataDir)
  const signingKey = await loadSigningKey(config.dataDir)
  const { store: files, keys: storeKeys, dropHalfWritten, bucket } = await openStore(config)
  closers.push(() => bucket?.close())
  const mover = bucket && (await movingTo(bucket, log, now))
  closers.push(() => mover?.close())
  const timeStamps = await timeStampsOf(config, log, now)
  const agencyCertificate = await openAgencyCertificate({
    dataDir: config.dataDir,
    secret: secrets.peopleKey,
    timeStamps,
    now,
    log,
  })
  const redis = await connectRedis(config, log, closers)
  const isDurable = await demandDurability(config, log, redis)
  const journalChecks = await openJournalChecks(config, { secret: secrets.peopleKey, isDurable, redis, log }, closers)
  const heartbeat = await startHeartbeat(redis, now)
  closers.push(() => heartbeat.close())

  const standstills = createStandstills()
  const recordings = createRecordings({
    dataDir: config.dataDir,
    program: await findRecorder(log),
    store: files,
    now,
    stoodStill: (pid) => standstills.note('recorder', pid),
    log,
  })
  closers.push(() => recordings.close())
  const speechEngine = config.speechModelDir
    ? createSpeechEngine({ modelDir: config.speechModelDir, stoodStill: standstills.note, log })
    : null
  if (speechEngine) closers.push(() => speechEngine.close())
  const media = await createMediasoupPlane({
    workers: config.mediaWorkers,
    workerBinary: config.mediasoupWorkerBin,
    listenAddress: config.host,
    announcedAddress: config.announcedAddress,
    firstPort: config.mediaPort,
    turn: config.turnSecret ? { urls: config.turnUrls, secret: config.turnSecret } : null,
    recordings,
    speechEngine,
    log,
  })
  closers.push(() => media.close())

  const secrecyGate = createSecrecyGate({
    profile: config.installationProfile,
    targets: config.internetCheck,
    reach: reachOutside,
    now,
    log,
  })
  closers.push(() => secrecyGate.close())
  await secrecyGate.check()

  const metrics = createMetrics()
  const aggregate = compose(sessionModules, { freeze: process.env.NODE_ENV !== 'production' })
  const journal = createRedisJournal(redis, journalChecks, metrics.observeAppend)
  const codeFor = createCodes(secrets.linkKey)
  const sessionLists = createSessionLists(redis, journal, log)
  closers.push(() => sessionLists.close())
  const forecasts = createForecasts({ dataDir: config.dataDir, now })
  const roomOnDisk = createRoomOnDisk({ forecasts, now })
  const peopleRecord = createPeopleRecord(redis, secrets.peopleKey)
  const transcripts = createTranscripts(redis, secrets.peopleKey, now)
  const eraseTranscript = eraseWhereNotAllowed(transcripts, log)
  const commits = createCommitListeners()
  const sessions = createSessions({
    aggregate,
    journal,
    sealing: sessionSealing(redis, secrets.peopleKey),
    boxes: createSealedBoxes(journal, createKeyFiles(join(config.dataDir, 'box-keys'))),
    people: peopleRecord,
    transcripts,
    admits: (level) => secrecyGate.refusal(level) === null,
    hindrance: roomOnDisk.hindrance,
    media,
    now,
    newId: () => newId(),
    codeFor,
    log,
    observe: metrics.observeCommand,
    changed: commits.tell,
  })
  commits.listen(sessionLists.changed)
  commits.listen(eraseTranscript)
  secrecyGate.onRouteFound(
    () =>
      void sessions
        .stopRefused(routeFoundReason)
        .catch((error: unknown) => log.error({ err: error }, 'a secret session could not be suspended')),
  )
  closers.push(() => sessions.close())
  await sayWalls(log)
  const store = await openDocumentStore(config.dataDir, newId, files)
  const converter = await findConverter(log)
  const documents = createDocuments({
    store,
    scanner: config.clamdSocket ? createScanner(config.clamdSocket, log) : noScanner,
    converter,
    freeBytes: forecasts.freeBytes,
  })
  const templates = createTemplates({ redis, documents, store, converter, canConvert: converter !== noConverter, now })
  let url = config.publicUrl ?? ''
  const publicUrl = () => url
  const agency = createAgency(
    createAggregates({
      aggregate: compose(agencyModules, { freeze: process.env.NODE_ENV !== 'production' }),
      journal: createAggregateJournal(redis, journalChecks, 'agency'),
      now,
      newId: () => newId(),
    }),
    {
      organisation: config.organisationName ?? null,
      parentOrganisation: config.parentOrganisationName ?? null,
      placeName: config.placeName ?? null,
      abbreviation: config.organisationAbbreviation ?? null,
    },
  )
  const printer = createPrinter(aggregate, agency, codeFor, templates)
  const issuedPapers = createIssuedPapers({
    redis,
    store,
    secret: secrets.peopleKey,
    certificate: agencyCertificate,
    publicUrl,
  })
  const seals = createSeals({
    dataDir: config.dataDir,
    key: signingKey,
    secret: secrets.peopleKey,
    timeStamps,
    sourceOf: async (sessionId) =>
      sealSource(
        { papers: printer.papers, documents, issuedPapers, recordings },
        await paperSource({ sessions, now }, sessionId),
      ),
    printsAhead: async (sessionId) => sealPrintsAhead(printer.papers, await paperSource({ sessions, now }, sessionId)),
    recorded: recordings.finished,
    sealedBut: sessionLists.sealedBut,
    now,
    log,
  })
  commits.listen(seals.changed)
  closers.push(() => seals.close())
  // Before the seals, which would wait for an answer.
  closers.push(() => timeStamps?.close())
  metrics.watch({ sessions: sessions.statistics, media: () => media.statistics() })
  await sessionLists.catchUp(sessions.state)
  isIdle = () => sessions.health().length === 0
  await sessions.recover(await sessionLists.current(), heartbeat.lastAliveAt ?? now())

  const films = createFilms({
    dataDir: config.dataDir,
    store: files,
    recordings,
    planOf: async (sessionId) => {
      await recordings.finished(sessionId)
      const [commits, files, people] = await Promise.all([
        sessions.journal(sessionId),
        recordings.segments(sessionId),
        peopleRecord.all(sessionId),
      ])
      return filmOf(aggregate, commits, files, people)
    },
    erasableOf: async (sessionId) => {
      const [people, state] = await Promise.all([peopleRecord.all(sessionId), sessions.state(sessionId)])
      return { people, documentIds: (state?.documents.documents ?? []).map(({ documentId }) => documentId) }
    },
    readDocument: (sessionId, sha256) => store.read(sessionId, sha256),
    render,
    stoodStill: (pid) => standstills.note('film', pid),
    now,
    log,
  })
  closers.push(() => films.close())

  const accounts = createAccounts(redis, now)
  const setUpLink = createSetUpLink(accounts)
  const links = createLinks({ key: secrets.linkKey, publicUrl, now })
  const sending = sendingOf(config, redis, log, closers)
  const mail = createMail({
    sessions,
    lists: sessionLists,
    links,
    redis,
    sending,
    organisation: agency.organisation,
    now,
    log,
  })
  closers.push(() => mail.close())
  const followUpsThat = (areHeld: boolean) =>
    createAggregates({
      aggregate: compose(followUpModules, { freeze: process.env.NODE_ENV !== 'production' }),
      journal: createAggregateJournal(redis, journalChecks, 'followUp'),
      sealing: followUpSealing(redis, secrets.peopleKey, areHeld),
      now,
      newId: () => newId(),
    })
  const followUps = followUpsThat(false)
  const units = createUnits(redis, secrets.peopleKey)
  const law = createLawData({ redis, holidays: config.holidays, now, log })
  const sealingSweep = createSealingSweep({ sessions, sessionLists, law, now, newId: () => newId(), log })
  closers.push(() => sealingSweep.close())
  const reminderPlan = createReminderPlan(redis)
  const reminders = createReminders({
    sessions,
    lists: sessionLists,
    followUps,
    units,
    plan: reminderPlan,
    redis,
    secret: secrets.peopleKey,
    sending,
    organisation: agency.organisation,
    law,
    now,
    log,
  })
  closers.push(() => reminders.close())
  const citizens = createCitizens(redis, secrets.peopleKey, now, log)
  const officers = createOfficers(redis, secrets.peopleKey)
  const intakeGroup = createIntakeGroup(
    createAggregates({
      aggregate: compose(intakeGroupModules, { freeze: process.env.NODE_ENV !== 'production' }),
      journal: createAggregateJournal(redis, journalChecks, 'intakeGroup'),
      now,
      newId: () => newId(),
    }),
    accounts,
  )
  const ofReceptionDays = compose(receptionDayModules, { freeze: process.env.NODE_ENV !== 'production' })
  const receptionDays = createAggregates({
    aggregate: ofReceptionDays,
    journal: createAggregateJournal(redis, journalChecks, 'receptionDay'),
    sealing: receptionDaySealing(redis, secrets.peopleKey, ofReceptionDays),
    actorOf: intakeGroup.actorOf,
    now,
    newId: () => newId(),
  })
  const kiosks = createKiosks(redis)
  const reception = createReception({
    days: receptionDays,
    kiosks,
    intakeGroup,
    sessions,
    links,
    accounts,
    citizens,
    linkKey: secrets.linkKey,
    publicUrl,
    now,
    newId: () => newId(),
    log,
  })
  closers.push(() => reception.close())
  const audit = createAuditLog(redis, now)
  const logins = createLogins({
    redis,
    accounts,
    attempts: createLoginAttempts(redis),
    devices: createDeviceCookies(secrets.linkKey),
    audit,
    now,
  })
  const numbers = createNumbers(redis, agency.demand)
  const ofCases = composeCase({ freeze: process.env.NODE_ENV !== 'production' })
  const caseRoom = openCases({
    aggregates: createAggregates({
      aggregate: ofCases,
      journal: createAggregateJournal(redis, journalChecks, 'case'),
      sealing: caseSealing(redis, secrets.peopleKey, ofCases),
      actorOf: intakeGroup.actorOf,
      now,
      newId: () => newId(),
    }),
    citizens,
    numbers,
    redis,
    law,
    now,
    key: secrets.linkKey,
    newId: () => newId(),
    log,
  })
  closers.push(() => caseRoom.cases.close())
  await caseRoom.cases.recover()
  const urgentDeadlines = createUrgentDeadlines({ due: caseRoom.cases.due, sessionLists, law, now })
  const deadlineDigest = createDeadlineDigest({
    due: caseRoom.cases.due,
    urgentDeadlines,
    law,
    units,
    plan: reminderPlan,
    redis,
    sending,
    organisation: agency.organisation,
    publicUrl,
    now,
    log,
  })
  closers.push(() => deadlineDigest.close())
  void citizens
    .fill()
    .catch((error: unknown) =>
      log.error({ err: error }, 'not everybody is known again; the next start goes on with it'),
    )
  const register = createRegister({
    days: receptionDays,
    sessions,
    cases: caseRoom.cases,
    citizens,
    officers,
    numbers,
    redis,
    now,
    newId: () => newId(),
    log,
  })
  closers.push(() => register.close())
  await register.recover()
  const overviewFacts = createOverviewFacts({
    redis,
    aggregate,
    sessions,
    sessionLists,
    receptionDays,
    followUps,
    cases: caseRoom.cases,
    now,
    log,
  })
  commits.listen(overviewFacts.changed)
  closers.push(overviewFacts.close)
  overviewFacts.start()
  const receptionSettings = createReceptionSettings(redis)
  const appointmentRecord = createAppointmentRecord(redis, secrets.peopleKey)
  const ofReception = {
    days: receptionDays,
    record: appointmentRecord,
    citizens,
    officers,
    settings: receptionSettings,
  }
  const atReception = { ...ofReception, law, now, log }
  const appointments = createAppointments({
    ...atReception,
    limits: createLimits(redis, now),
    letters: createLetters({ ...atReception, sending, organisation: agency.organisation, publicUrl }),
    newId: () => newId(),
  })
  closers.push(() => appointments.close())
  const retention = createRetention({
    aggregates: createAggregates({
      aggregate: compose(retentionModules, { freeze: process.env.NODE_ENV !== 'production' }),
      journal: createAggregateJournal(redis, journalChecks, 'retention'),
      now,
      newId: () => newId(),
    }),
    holdings: createHoldings({
      sessions,
      cases: caseRoom.cases,
      citizens,
      recordings,
      films,
      seals,
      followUps,
      appointments: appointmentRecord,
      transcripts,
      store,
    }),
    ledger: createLedger(config.dataDir, signingKey.published.fingerprint, log),
    followUps,
    receptionDays,
    sessions,
    sessionLists,
    cases: caseRoom.cases,
    register,
    accounts,
    signingKey,
    agency,
    redis,
    now,
    log,
  })
  closers.push(() => retention.close())
  const http = createHttp({
    sessions,
    sessionLists,
    aggregate,
    accounts,
    logins,
    audit,
    passwordLinks: createPasswordLinks({ redis, accounts, publicUrl, now }),
    protectedReaders: createProtectedReaders({ accounts, sessions, sessionLists, cases: caseRoom.cases }),
    setUpLink,
    links,
    mail,
    ...printer,
    registerFiles: registerFiles(agency),
    signingKey,
    seals,
    agencyCertificate,
    recordings,
    reports: createReports({ redis, register, cases: caseRoom.cases, now }),
    reportFiles: reportFiles(agency),
    overview: createOverviewFigures({ facts: overviewFacts, register, sessionLists, now }),
    overviewFacts,
    templates,
    issuedPapers,
    documents,
    films,
    viewings: createViewings(redis, now),
    filmViewers: createFilmViewers(redis, now),
    isRecorded: async (sessionId) => {
      // The last words of a session may be on their way to the disk when its film is asked for.
      await recordings.finished(sessionId)
      const isErased = goneOf(await retention.state(), { kind: 'session', id: sessionId }).has('recordings')
      return !isErased && (await recordings.segments(sessionId)).length > 0
    },
    transcripts,
    marks: createMarks({ store, print: markPdf, log }),
    citizens,
    nameSearches: createNameSearches(redis, secrets.peopleKey, citizens.markOf, now),
    wordReads: createWordReads(redis, now),
    reception,
    kiosks,
    register,
    numbers,
    ...caseRoom,
    appointments,
    appointmentRecord,
    challenges: createChallenges(redis, secrets.peopleKey, now),
    officers,
    receptionSettings,
    signatures: createSignatures(store),
    followUps,
    heldFollowUps: followUpsThat(true),
    reminders,
    deadlineDigest,
    urgentDeadlines,
    reminderPlan,
    units,
    intakeGroup,
    agency,
    emblem: createEmblem({ agency, documents, store }),
    firstPapers: createFirstPapers(redis, agency, templates),
    pictureOfPaper: paperPicture,
    sampleOfPapers: sampleOfPapers(now),
    law,
    secrecyGate,
    forecasts,
    roomOnDisk,
    retention,
    erasureCertificatePdf: erasureCertificatePdf(agency),
    personalRequests: createAggregates({
      aggregate: compose(personalRequestModules, { freeze: process.env.NODE_ENV !== 'production' }),
      journal: createAggregateJournal(redis, journalChecks, 'personalRequest'),
      now,
      newId: () => newId(),
    }),
    requestClocks: createAddedClocks(redis, now),
    personalCopyPdf: personalCopyPdf(agency),
    conclusionsXlsx,
    deadlinesXlsx,
    phrases: createPhrases(redis),
    lastSignatory: createLastSignatory(redis, secrets.peopleKey),
    metrics,
    durability: () => inspectDurability(redis),
    brokenJournals: journalChecks.broken.all,
    writeProbe: createWriteProbe(redis),
    clockAheadMs: clock.aheadMs,
    readsFiles: async () => keepsFromNetwork(await wallsHere()),
    scansFiles: () => config.clamdSocket !== undefined,
    bucketState: async () => (mover ? mover.state() : null),
    timeStampState: () => timeStamps && { fault: timeStamps.fault() },
    mediaStatistics: () => media.statistics(),
    mediaTrouble: () => media.trouble(),
    standstills: standstills.ofLastHour,
    speech: () => media.speech(),
    routerRtpCapabilities: () => media.routerRtpCapabilities,
    now,
    newId: () => newId(),
    codeFor,
    log,
    settings: {
      publicUrl,
      cookieSecure: config.cookieSecure,
      trustProxy: config.trustProxy,
      metricsToken: config.metricsToken,
      clientDirectory: existsSync(clientDirectory) ? clientDirectory : null,
    },
  })
  closers.push(() => http.close())
  const gateway = createGateway({
    server: http.server,
    sessions,
    verifyLink: async (token) => {
      const verdict = await links.verify(token)
      return verdict.kind === 'valid' ? verdict.caller : null
    },
    mayUseLink: (state, participantId) => mayUseLink({ accounts }, state, participantId),
    openLineCheck: (user) => media.openLineCheck(user),
    hasPublicPages: secrecyGate.hasPublicPages,
    reception,
    officerOf: async (cookies) => {
      const token = loginTokenIn(http.parseCookie(cookies ?? ''), config.cookieSecure)
      return token === null ? null : logins.peek(token)
    },
    publicUrl,
    networkOf: networkOfRequests(config.trustProxy),
    socketsPerNetwork: config.socketsPerNetwork,
    now,
    newId: () => newId(),
    log,
  })
  // Before the HTTP server: it waits for its open sockets.
  closers.push(() => gateway.close())
  closers.push(() => endConnections(http.server))

  await listen(http, config)
  const { port } = http.server.address() as AddressInfo
  url ||= `http://localhost:${port}`
  await mail.recover()
  await films.recover()
  const storeOrder = keepStoreInOrder({
    dropHalfWritten,
    encrypting: [store.takeOver, recordings.takeOver, films.takeOver],
    rewrap: files.rewrap,
    keys: storeKeys,
    log,
    now,
  })
  closers.push(() => storeOrder.close())
  seals.start()
  sealingSweep.start()
  reminders.start()
  deadlineDigest.start()
  reception.start()
  register.start()
  appointments.start()
  retention.start()
  const token = await setUpLink.issue()
  return { http, accounts, url, setUpUrl: token && `${url}/setup#${token}`, close }
}

/** null: no authority is named. */
async function timeStampsOf(
  { timeStampUrl: url, timeStampAuthoritiesFile: path }: Config,
  log: Log,
  now: () => number,
) {
  if (url === undefined) return null
  try {
    return createTimeStamps({ url, authorities: path === undefined ? null : await readAuthorities(path), now, log })
  } catch (cause) {
    throw new StartError(`TIME_STAMP_CA_FILE: ${cause instanceof Error ? cause.message : cause}`)
  }
}

/** The queue's connection waits for a Redis that is away, where the server's own says so at once. */
function sendingOf({ smtpUrl, mailFrom: from }: Config, redis: Redis, log: Log, closers: Closer[]) {
  if (!smtpUrl || !from) return null
  const connection = redis.duplicate({
    enableOfflineQueue: true,
    autoResendUnfulfilledCommands: true,
    maxRetriesPerRequest: null,
    commandTimeout: undefined,
  })
  connection.on('error', (error: Error) => log.warn({ err: error }, 'the mail queue lost Redis'))
  closers.push(() => connection.disconnect())
  return { transport: createSmtpTransport(smtpUrl), from, connection }
}

/** A bucket that was never used must be usable; later one that cannot be reached keeps nobody from working. */
async function movingTo(bucket: OpenedBucket, log: Log, now: () => number): Promise<Mover> {
  if (!(await bucket.isInUse()))
    await bucket.check().catch((cause: Error) => {
      throw new StartError(cause.message)
    })
  return bucket.startMoving(log, now)
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await http.listen({ host, port })
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error
    throw new StartError(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1}`)
  }
}

async function connectRedis(config: Config, log: Log, closers: Closer[]): Promise<Redis> {
  const settings = {
    // A command that cannot be sent now is refused now: its sender is told and may try again.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 5000,
    retryStrategy: (attempt: number) => Math.min(attempt * 50, 1000),
  }
  let redis: Redis
  if (config.redisUrl) redis = new Redis(config.redisUrl, settings)
  else {
    const own = await startRedisProcess({ dataDirectory: config.dataDir, log })
    closers.push(() => own.close())
    redis = new Redis({ path: own.socketPath, ...settings })
  }
  closers.push(() => redis.disconnect())
  let lastError = 'no answer'
  redis.on('error', (error: Error) => {
    lastError = error.message
    log.warn({ err: error }, 'the connection to Redis failed')
  })
  await new Promise<void>((resolve, fail) => {
    const patience = setTimeout(
      () => fail(new StartError(`Redis cannot be reached (${lastError}). Start it, or check REDIS_URL.`)),
      redisPatienceMs,
    )
    redis.once('ready', () => {
      clearTimeout(patience)
      resolve()
    })
  })
  return redis
}

/** A Redis that may lose acknowledged commands is refused, unless the operator insists. */
async function demandDurability({ redisAllowVolatile }: Config, log: Log, redis: Redis): Promise<boolean> {
  await createWriteProbe(redis)().catch((error: unknown) => {
    throw error instanceof WritesRefused ? new StartError(error.message) : error
  })
  const found: Durability = await inspectDurability(redis)
  if (found.durable) return true
  const reasons = found.reasons.join('; ')
  if (!redisAllowVolatile)
    throw new StartError(
      `This Redis may lose what it has acknowledged: ${reasons}. Mend its configuration, or accept the loss with REDIS_ALLOW_VOLATILE=1.`,
    )
  log.warn({ reasons: found.reasons }, 'this Redis may lose what it has acknowledged')
  return false
}

/** Before anything is read of a journal. */
async function openJournalChecks(
  { dataDir }: Config,
  { secret, isDurable, redis, log }: { secret: Uint8Array; isDurable: boolean; redis: Redis; log: Log },
  closers: Closer[],
): Promise<JournalChecks> {
  // A Redis that is allowed to lose commits falls back by itself.
  if (!isDurable) await forgetSeenHeads(dataDir)
  const kept = isDurable ? await openSeenHeads(dataDir, log) : null
  if (kept) closers.push(() => kept.close())
  const checks = {
    proof: createHeadProof(secret),
    seen: kept ?? createSeenHeads(),
    broken: createBrokenJournals(log),
  }
  await lookAtJournals(redis, checks, { dataDir, now: Date.now, log })
  return checks
}
