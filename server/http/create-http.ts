// The HTTP server: REST under /api, the pages, /health and /metrics. Called by app.ts, which listens and wires the rest in.
import cookie from '@fastify/cookie'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { casePeopleRoutes } from '../casework/cases/case-people-routes.ts'
import { caseRoutes } from '../casework/cases/case-routes.ts'
import { conclusionRoutes } from '../casework/conclusions/conclusion-routes.ts'
import { reminderRoutes } from '../casework/conclusions/reminder-routes.ts'
import { deadlineRoutes } from '../casework/deadlines/deadline-routes.ts'
import { lawRoutes } from '../casework/deadlines/law-routes.ts'
import { intakeGroupRoutes } from '../casework/intake-group/intake-group-routes.ts'
import { petitionRoutes } from '../casework/petitions/petition-routes.ts'
import { archiveRoutes } from '../custody/archive/archive-routes.ts'
import { sealingRoutes } from '../custody/archive/sealing-routes.ts'
import { personalDataRoutes } from '../custody/personal-data/personal-data-routes.ts'
import { retentionRoutes } from '../custody/retention/retention-routes.ts'
import { supplementDraftRoutes } from '../custody/supplements/supplement-draft-routes.ts'
import { supplementRoutes } from '../custody/supplements/supplement-routes.ts'
import { overviewRoutes } from '../figures/overview/overview-routes.ts'
import { reportDefinitionRoutes } from '../figures/reports/report-definition-routes.ts'
import { reportRoutes } from '../figures/reports/report-routes.ts'
import { transcriptRoutes } from '../hearing/captions/transcript-routes.ts'
import { filmRoutes } from '../hearing/films/film-routes.ts'
import { filmViewerRoutes } from '../hearing/films/film-viewer-routes.ts'
import { mailRoutes } from '../hearing/invitations/mail-routes.ts'
import { minutesRoutes } from '../hearing/minutes/minutes-routes.ts'
import { paperRoutes } from '../hearing/minutes/paper-routes.ts'
import { phraseRoutes } from '../hearing/minutes/phrase-routes.ts'
import { accessListRoutes } from '../hearing/protection/access-list-routes.ts'
import { protectionRoutes } from '../hearing/protection/protection-routes.ts'
import { entranceRoute } from '../hearing/readiness/entrance-route.ts'
import { readinessRoutes } from '../hearing/readiness/readiness-routes.ts'
import { runningHealthRoute } from '../hearing/readiness/running-health-route.ts'
import { selftestRoute } from '../hearing/readiness/selftest-route.ts'
import { calledSiteRoutes } from '../hearing/scheduling/called-site-routes.ts'
import { diskRoutes } from '../hearing/scheduling/disk-routes.ts'
import { participantRoutes } from '../hearing/scheduling/participant-routes.ts'
import { sessionRoutes } from '../hearing/scheduling/session-routes.ts'
import { votingCodeRoutes } from '../hearing/voting-codes/voting-code-routes.ts'
import { accountRoutes, loginRoutes } from '../identity/accounts/account-routes.ts'
import { passwordLinkRoutes } from '../identity/accounts/password-link-routes.ts'
import { auditLogRoutes } from '../identity/audit/audit-routes.ts'
import { nameSearchRoutes } from '../identity/citizens/name-search-routes.ts'
import { secrecyRoute } from '../identity/secrecy/secrecy-route.ts'
import { unitRoutes } from '../identity/units/unit-routes.ts'
import { agencyEmblemRoutes } from '../papers/agency/agency-emblem-routes.ts'
import { agencyRoutes } from '../papers/agency/agency-routes.ts'
import { documentRoutes } from '../papers/documents/document-routes.ts'
import { readingRoutes } from '../papers/documents/reading-routes.ts'
import { submissionRoutes } from '../papers/documents/submission-routes.ts'
import { issuedPaperRoutes } from '../papers/issued/issued-paper-routes.ts'
import { numberingRoutes } from '../papers/numbering/numbering-routes.ts'
import { agencyCertificateRoutes } from '../papers/signature/agency-certificate-routes.ts'
import { paperTemplateRoutes } from '../papers/templates/paper-template-routes.ts'
import { answerError, notFound } from '../platform/http/errors.ts'
import { trustedProxies } from '../platform/http/network.ts'
import { appointmentRoutes } from '../reception/appointments/appointment-routes.ts'
import { receptionPlanRoutes } from '../reception/appointments/reception-plan-routes.ts'
import { receptionRoutes } from '../reception/day/reception-routes.ts'
import { draftPictureRoutes } from '../reception/receipts/draft-picture-routes.ts'
import { receiptRoutes } from '../reception/receipts/receipt-routes.ts'
import { refusalNoticeRoutes } from '../reception/refusals/refusal-notice-routes.ts'
import { registerRoutes } from '../reception/register/register-routes.ts'
import { visitRoutes } from '../reception/visits/visit-routes.ts'
import { auditRoutes } from './auditing.ts'
import type { HttpDependencies } from './dependencies.ts'
import { guardRoutes } from './guard.ts'
import { openApi } from './openapi.ts'
import { operationRoutes } from './operation-routes.ts'
import { pages } from './pages.ts'
import { security } from './security.ts'

export type { HttpDependencies } from './dependencies.ts'

const seconds = 1000
/** Against clients that send, or read, a byte now and then to hold a connection. A WebSocket is beyond these limits. */
const timeouts = {
  headersTimeout: 10 * seconds,
  // Node knows one such limit for all: that of a large file on a slow line. See requestPatienceMs for the others.
  requestTimeout: 15 * 60 * seconds,
  // A file is scanned and converted while its connection is silent.
  connectionTimeout: 300 * seconds,
  keepAliveTimeout: 60 * seconds,
}
/** How long a request that is no upload may take to come. */
const requestPatienceMs = 30 * seconds
const largestBodyBytes = 64 * 1024

export function createHttp(dependencies: HttpDependencies): FastifyInstance {
  const { log, settings } = dependencies
  const { headersTimeout, ...others } = timeouts
  const app = fastify({
    loggerInstance: log,
    // Lifecycles are logged by those who change them; a line per request would bury them.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(settings.trustProxy),
    bodyLimit: largestBodyBytes,
    http: { headersTimeout },
    // An address that cannot be read, and a parameter longer than any of ours.
    frameworkErrors: (_error, request, reply) => void answerError(notFound('address'), request, reply),
    ...others,
  })
  // A form of another site can send it without asking; nothing here takes it.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (routeOptions.config.isUpload) return
    const patience = setTimeout(() => !raw.complete && raw.destroy(), requestPatienceMs)
    patience.unref()
    raw.once('close', () => clearTimeout(patience))
  })
  app.register(security, settings)
  app.register(cookie)
  app.register(openApi, settings)
  app.register(pages, { directory: settings.clientDirectory, appearance: dependencies.agency.appearance })
  app.register(operationRoutes(dependencies))
  app.register(
    async (api) => {
      guardRoutes(api, dependencies)
      auditRoutes(api, dependencies)
      api.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
      api.register(loginRoutes(dependencies))
      api.register(passwordLinkRoutes(dependencies))
      api.register(accountRoutes(dependencies))
      api.register(auditLogRoutes(dependencies))
      api.register(sessionRoutes(dependencies))
      api.register(sealingRoutes(dependencies))
      api.register(participantRoutes(dependencies))
      api.register(votingCodeRoutes(dependencies))
      api.register(mailRoutes(dependencies))
      api.register(readinessRoutes(dependencies))
      api.register(paperRoutes(dependencies))
      api.register(documentRoutes(dependencies))
      api.register(readingRoutes(dependencies))
      api.register(filmRoutes(dependencies))
      api.register(filmViewerRoutes(dependencies))
      api.register(minutesRoutes(dependencies))
      api.register(supplementRoutes(dependencies))
      api.register(supplementDraftRoutes(dependencies))
      api.register(transcriptRoutes(dependencies))
      api.register(visitRoutes(dependencies))
      api.register(submissionRoutes(dependencies))
      api.register(calledSiteRoutes(dependencies))
      api.register(protectionRoutes(dependencies))
      api.register(receiptRoutes(dependencies))
      api.register(draftPictureRoutes(dependencies))
      api.register(refusalNoticeRoutes(dependencies))
      api.register(paperTemplateRoutes(dependencies))
      api.register(issuedPaperRoutes(dependencies))
      api.register(archiveRoutes(dependencies))
      api.register(agencyCertificateRoutes(dependencies))
      api.register(retentionRoutes(dependencies))
      api.register(personalDataRoutes(dependencies))
      api.register(phraseRoutes(dependencies))
      api.register(conclusionRoutes(dependencies))
      api.register(caseRoutes(dependencies))
      api.register(casePeopleRoutes(dependencies))
      api.register(petitionRoutes(dependencies))
      api.register(registerRoutes(dependencies))
      api.register(reportDefinitionRoutes(dependencies))
      api.register(reportRoutes(dependencies))
      api.register(overviewRoutes(dependencies))
      api.register(nameSearchRoutes(dependencies))
      api.register(reminderRoutes(dependencies))
      api.register(unitRoutes(dependencies))
      api.register(intakeGroupRoutes(dependencies))
      api.register(agencyRoutes(dependencies))
      api.register(agencyEmblemRoutes(dependencies))
      api.register(lawRoutes(dependencies))
      api.register(deadlineRoutes(dependencies))
      api.register(numberingRoutes(dependencies))
      api.register(receptionRoutes(dependencies))
      api.register(appointmentRoutes(dependencies))
      api.register(receptionPlanRoutes(dependencies))
      api.register(entranceRoute(dependencies))
      api.register(selftestRoute(dependencies))
      api.register(runningHealthRoute(dependencies))
      api.register(diskRoutes(dependencies))
      api.register(secrecyRoute(dependencies))
      api.register(accessListRoutes(dependencies))
    },
    { prefix: '/api' },
  )
  return app
}
