// What the HTTP room needs from the others. app.ts hands it in; tests hand in small fakes.

import type { FastifyBaseLogger } from 'fastify'
import type { ConclusionState } from '../../shared/conclusions/index.ts'
import type { Aggregate } from '../../shared/kernel/aggregate.ts'
import type { SessionId } from '../../shared/kernel/ids.ts'
import type { PaperKind } from '../../shared/modules/approval/contract.ts'
import type { SessionState } from '../../shared/modules/index.ts'
import type { Site } from '../../shared/modules/sites/contract.ts'
import type { PersonalRequestState } from '../../shared/personal-data/index.ts'
import type { NamedRecipient } from '../../shared/projections/issued-paper.ts'
import type { Agency } from '../../shared/projections/minutes-document.ts'
import type { SpeechStatus } from '../../shared/wire/captions.ts'
import type { Conclusion } from '../../shared/wire/conclusions.ts'
import type { DeadlineRow } from '../../shared/wire/law.ts'
import type { MinutesText } from '../../shared/wire/minutes-text.ts'
import type { PersonalCopy } from '../../shared/wire/personal-data.ts'
import type { Cases } from '../casework/cases/cases.ts'
import type { Conditions } from '../casework/cases/conditions.ts'
import type { FollowCodes } from '../casework/cases/follow-codes.ts'
import type { KeptReminderPlan } from '../casework/conclusions/reminder-plan.ts'
import type { Reminders } from '../casework/conclusions/reminders.ts'
import type { DeadlineDigest } from '../casework/deadlines/deadline-digest.ts'
import type { LawData } from '../casework/deadlines/law-data.ts'
import type { UrgentDeadlines } from '../casework/deadlines/urgent-deadlines.ts'
import type { IntakeGroup } from '../casework/intake-group/intake-group.ts'
import type { Seals } from '../custody/archive/seals.ts'
import type { SigningKey } from '../custody/archive/signature.ts'
import type { AddedClocks } from '../custody/personal-data/request-clocks.ts'
import type { Retention } from '../custody/retention/retention.ts'
import type { Aggregates } from '../engine/aggregates/aggregates.ts'
import type { SessionLists } from '../engine/lists/session-lists.ts'
import type { Sessions } from '../engine/session/sessions.ts'
import type { Transcripts } from '../engine/session/transcript.ts'
import type { OverviewFigures } from '../figures/overview/figures.ts'
import type { OverviewFacts } from '../figures/overview/overview-facts.ts'
import type { Reports } from '../figures/reports/reports.ts'
import type { Films } from '../hearing/films/films.ts'
import type { FilmViewers } from '../hearing/films/viewers.ts'
import type { Viewings } from '../hearing/films/viewings.ts'
import type { Mail } from '../hearing/invitations/mail.ts'
import type { Phrases } from '../hearing/minutes/phrases.ts'
import type { RoomOnDisk } from '../hearing/scheduling/room-on-disk.ts'
import type { Accounts } from '../identity/accounts/accounts.ts'
import type { Logins } from '../identity/accounts/login.ts'
import type { PasswordLinks } from '../identity/accounts/password-links.ts'
import type { ProtectedReaders } from '../identity/accounts/reader.ts'
import type { SetUpLink } from '../identity/accounts/set-up-link.ts'
import type { AuditLog } from '../identity/audit/audit-log.ts'
import type { Citizens } from '../identity/citizens/citizens.ts'
import type { NameSearches } from '../identity/citizens/name-searches.ts'
import type { WordReads } from '../identity/citizens/word-reads.ts'
import type { Links } from '../identity/links/links.ts'
import type { Officers } from '../identity/officers/officers.ts'
import type { SecrecyGate } from '../identity/secrecy/gate.ts'
import type { Units } from '../identity/units/units.ts'
import type { Forecasts } from '../media/recording/disk-forecast.ts'
import type { Recordings } from '../media/recording/recording.ts'
import type { WorkerTrouble } from '../media/sfu/plane.ts'
import type { InstalledAgency } from '../papers/agency/agency.ts'
import type { Emblem } from '../papers/agency/emblem.ts'
import type { FirstPapers } from '../papers/agency/first-papers.ts'
import type { Documents } from '../papers/documents/intake.ts'
import type { Marks } from '../papers/documents/marks.ts'
import type { Signatures } from '../papers/documents/signatures.ts'
import type { IssuedPapers } from '../papers/issued/issued-papers.ts'
import type { LastSignatory } from '../papers/issued/last-signatory.ts'
import type { CertificateSource } from '../papers/kinds/erasure-certificate.ts'
import type { RegisterFiles } from '../papers/kinds/register-sheet.ts'
import type { ReportFiles } from '../papers/kinds/report-paper.ts'
import type { SupplementSource } from '../papers/kinds/supplement-paper.ts'
import type { Numbers } from '../papers/numbering/numbers.ts'
import type { DraftPrinters, PaperSource, Papers, Printers } from '../papers/session-papers.ts'
import type { AgencyCertificate } from '../papers/signature/agency-certificate.ts'
import type { Templates } from '../papers/templates/templates.ts'
import type { BrokenJournal } from '../platform/broken-journal.ts'
import type { MediaStatistics, Metrics } from '../platform/metrics.ts'
import type { Durability } from '../platform/redis-durability.ts'
import type { Standstill } from '../platform/standing-still.ts'
import type { BucketState } from '../platform/store/spooled-place.ts'
import type { Appointments } from '../reception/appointments/appointments.ts'
import type { Challenges } from '../reception/appointments/challenge.ts'
import type { AppointmentRecord } from '../reception/appointments/record.ts'
import type { KeptReceptionSettings } from '../reception/appointments/settings.ts'
import type { Kiosks } from '../reception/day/kiosks.ts'
import type { Reception } from '../reception/day/reception.ts'
import type { Register } from '../reception/register/register.ts'
import type { HttpSettings } from './settings.ts'

export interface HttpDependencies {
  readonly sessions: Sessions
  readonly sessionLists: SessionLists
  readonly aggregate: Aggregate<SessionState>
  readonly accounts: Accounts
  readonly logins: Logins
  readonly setUpLink: SetUpLink
  readonly passwordLinks: PasswordLinks
  readonly protectedReaders: ProtectedReaders
  readonly audit: AuditLog
  readonly links: Links
  readonly mail: Mail
  readonly papers: Papers
  readonly documents: Documents
  readonly marks: Marks
  readonly signatures: Signatures
  readonly films: Films
  readonly viewings: Viewings
  readonly filmViewers: FilmViewers
  readonly transcripts: Transcripts
  /** By this server. */
  readonly isRecorded: (sessionId: SessionId) => Promise<boolean>
  readonly minutesText: (source: PaperSource) => Promise<MinutesText>
  readonly recipientsToPropose: (source: PaperSource, paper: PaperKind) => Promise<NamedRecipient[]>
  /** Of minutes that were issued. */
  readonly recipientsOfMinutes: (source: PaperSource) => Promise<readonly NamedRecipient[]>
  readonly lastSignatory: LastSignatory
  /** The sheet of one site, with the codes that this printing has made. */
  readonly printVotingCodes: (source: PaperSource, site: Site, printId: string) => Promise<Uint8Array>
  /** Signs archives. */
  readonly signingKey: SigningKey
  readonly seals: Seals
  readonly agencyCertificate: AgencyCertificate
  readonly recordings: Pick<Recordings, 'segments' | 'read' | 'readIndex'>
  readonly register: Register
  readonly registerFiles: RegisterFiles
  readonly reports: Reports
  readonly reportFiles: ReportFiles
  readonly overview: OverviewFigures
  readonly overviewFacts: OverviewFacts
  readonly printDraft: DraftPrinters
  readonly printIssued: Printers
  /** PDF, before it has a number. */
  readonly supplementDraft: (source: SupplementSource) => Promise<Uint8Array>
  readonly issuedPapers: IssuedPapers
  readonly templates: Templates
  readonly numbers: Numbers
  readonly citizens: Citizens
  readonly nameSearches: NameSearches
  readonly wordReads: WordReads
  readonly reception: Reception
  readonly kiosks: Kiosks
  readonly appointments: Appointments
  readonly appointmentRecord: AppointmentRecord
  readonly challenges: Challenges
  readonly officers: Officers
  readonly receptionSettings: KeptReceptionSettings
  readonly followUps: Aggregates<ConclusionState>
  /** The same journals, for assignments whose words stay in their session: what is written here is sealed (ADR 0075). */
  readonly heldFollowUps: Aggregates<ConclusionState>
  readonly reminders: Reminders
  readonly deadlineDigest: DeadlineDigest
  readonly urgentDeadlines: UrgentDeadlines
  readonly reminderPlan: KeptReminderPlan
  readonly units: Units
  readonly intakeGroup: IntakeGroup
  readonly agency: InstalledAgency
  readonly emblem: Emblem
  readonly firstPapers: FirstPapers
  /** Of its first page, PNG. */
  readonly pictureOfPaper: (pdf: Uint8Array) => Promise<Uint8Array>
  /** A picture (PNG) of a paper with this letterhead. */
  readonly sampleOfPapers: (agency: Agency) => Promise<Uint8Array>
  readonly law: LawData
  readonly secrecyGate: SecrecyGate
  readonly forecasts: Pick<Forecasts, 'report'>
  readonly roomOnDisk: Pick<RoomOnDisk, 'of'>
  readonly retention: Retention
  readonly personalRequests: Aggregates<{ readonly personalRequest: PersonalRequestState }>
  readonly requestClocks: AddedClocks
  readonly personalCopyPdf: (copy: PersonalCopy) => Promise<Uint8Array>
  readonly erasureCertificatePdf: (source: CertificateSource) => Promise<Uint8Array>
  readonly conclusionsXlsx: (conclusions: readonly Conclusion[], printedAt: number) => Promise<Uint8Array>
  readonly deadlinesXlsx: (rows: readonly DeadlineRow[], printedAt: number) => Promise<Uint8Array>
  readonly phrases: Phrases
  readonly cases: Cases
  readonly followCodes: FollowCodes
  readonly caseConditions: Conditions
  readonly metrics: Metrics
  /** Throws when Redis cannot be reached. */
  readonly durability: () => Promise<Durability>
  /** Throws where Redis takes no writes. */
  readonly writeProbe: () => Promise<void>
  /** By how much the clock of the machine is ahead of `now`; below 0: behind. */
  readonly clockAheadMs: () => number
  /** Whether the programs that read handed-in files can be kept from the network (ADR 0072): otherwise none is read. */
  readonly readsFiles: () => Promise<boolean>
  /** Whether a virus scanner looks at files before they are taken in. */
  readonly scansFiles: () => boolean
  /** Closed until they are mended. */
  readonly brokenJournals: () => readonly BrokenJournal[]
  /** null: files stay on this machine. */
  readonly bucketState: () => Promise<BucketState | null>
  /** `fault`: why the last one did not come. null: no authority is named. */
  readonly timeStampState: () => { readonly fault: string | null } | null
  readonly mediaStatistics: () => MediaStatistics
  readonly mediaTrouble: () => WorkerTrouble
  /** Programs beside the media workers that stood still, were ended, and were begun anew. */
  readonly standstills: () => readonly Standstill[]
  /** null: no speech is recognised here. */
  readonly speech: () => SpeechStatus | null
  /** null: no media now. */
  readonly routerRtpCapabilities: () => Record<string, unknown> | null
  readonly now: () => number
  readonly newId: () => string
  readonly codeFor: (subject: string) => string
  readonly log: FastifyBaseLogger
  readonly settings: HttpSettings
}
