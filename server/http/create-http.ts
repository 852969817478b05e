// The HTTP server: REST under /api, the pages, /health and /metrics. Called by app.ts, which listens and wires the rest in.
import cookie from '@fastify/cookie'
import { type FastifyInstance, fastify, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { trustedProxies } from '../access/network.ts'
import { accessListRoutes } from './access-list-routes.ts'
import { accountRoutes, loginRoutes } from './account-routes.ts'
import { agencyCertificateRoutes } from './agency-certificate-routes.ts'
import { agencyEmblemRoutes } from './agency-emblem-routes.ts'
import { agencyRoutes } from './agency-routes.ts'
import { appointmentRoutes } from './appointment-routes.ts'
import { archiveRoutes } from './archive-routes.ts'
import { auditLogRoutes } from './audit-routes.ts'
import { auditRoutes } from './auditing.ts'
import { calledSiteRoutes } from './called-site-routes.ts'
import { casePeopleRoutes } from './case-people-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { conclusionRoutes } from './conclusion-routes.ts'
import { deadlineRoutes } from './deadline-routes.ts'
import type { HttpDependencies } from './dependencies.ts'
import { diskRoutes } from './disk-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { draftPictureRoutes } from './draft-picture-routes.ts'
import { entranceRoute } from './entrance-route.ts'
import { answerError, notFound } from './errors.ts'
import { filmRoutes } from './film-routes.ts'
import { filmViewerRoutes } from './film-viewer-routes.ts'
import { guardRoutes } from './guard.ts'
import { intakeGroupRoutes } from './intake-group-routes.ts'
import { issuedPaperRoutes } from './issued-paper-routes.ts'
import { lawRoutes } from './law-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { minutesRoutes } from './minutes-routes.ts'
import { nameSearchRoutes } from './name-search-routes.ts'
import { numberingRoutes } from './numbering-routes.ts'
import { openApi } from './openapi.ts'
import { operationRoutes } from './operation-routes.ts'
import { overviewRoutes } from './overview-routes.ts'
import { pages } from './pages.ts'
import { paperRoutes } from './paper-routes.ts'
import { paperTemplateRoutes } from './paper-template-routes.ts'
import { participantRoutes } from './participant-routes.ts'
import { passwordLinkRoutes } from './password-link-routes.ts'
import { personalDataRoutes } from './personal-data-routes.ts'
import { petitionRoutes } from './petition-routes.ts'
import { phraseRoutes } from './phrase-routes.ts'
import { protectionRoutes } from './protection-routes.ts'
import { readinessRoutes } from './readiness-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { receptionPlanRoutes } from './reception-plan-routes.ts'
import { receptionRoutes } from './reception-routes.ts'
import { refusalNoticeRoutes } from './refusal-notice-routes.ts'
import { registerRoutes } from './register-routes.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { reportDefinitionRoutes } from './report-definition-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { retentionRoutes } from './retention-routes.ts'
import { runningHealthRoute } from './running-health-route.ts'
import { sealingRoutes } from './sealing-routes.ts'
import { secrecyRoute } from './secrecy-route.ts'
import { security } from './security.ts'
import { selftestRoute } from './selftest-route.ts'
import { sessionRoutes } from './session-routes.ts'
import { submissionRoutes } from './submission-routes.ts'
import { supplementDraftRoutes } from './supplement-draft-routes.ts'
import { supplementRoutes } from './supplement-routes.ts'
import { transcriptRoutes } from './transcript-routes.ts'
import { unitRoutes } from './unit-routes.ts'
import { visitRoutes } from './visit-routes.ts'
import { votingCodeRoutes } from './voting-code-routes.ts'

export type { HttpDependencies, PaperSource, Papers, Printers } from './dependencies.ts'

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
