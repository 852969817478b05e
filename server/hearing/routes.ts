import { together } from '../platform/http/routes.ts'
import { transcriptRoutes } from './captions/transcript-routes.ts'
import { filmFileRoutes } from './films/film-file-routes.ts'
import { filmRoutes } from './films/film-routes.ts'
import { filmViewerRoutes } from './films/film-viewer-routes.ts'
import { mailRoutes } from './invitations/mail-routes.ts'
import { minutesRoutes } from './minutes/minutes-routes.ts'
import { paperRoutes } from './minutes/paper-routes.ts'
import { phraseRoutes } from './minutes/phrase-routes.ts'
import { accessListRoutes } from './protection/access-list-routes.ts'
import { protectionRoutes } from './protection/protection-routes.ts'
import { waiverRoutes } from './protection/waiver-routes.ts'
import { entranceRoute } from './readiness/entrance-route.ts'
import { readinessRoutes } from './readiness/readiness-routes.ts'
import { runningHealthRoute } from './readiness/running-health-route.ts'
import { selftestRoute } from './readiness/selftest-route.ts'
import { calledSiteRoutes } from './scheduling/called-site-routes.ts'
import { diskRoutes } from './scheduling/disk-routes.ts'
import { participantRoutes } from './scheduling/participant-routes.ts'
import { sessionRoutes } from './scheduling/session-routes.ts'
import { votingCodeRoutes } from './voting-codes/voting-code-routes.ts'

export const hearingRoutes = together(
  sessionRoutes,
  participantRoutes,
  calledSiteRoutes,
  diskRoutes,
  mailRoutes,
  readinessRoutes,
  entranceRoute,
  selftestRoute,
  runningHealthRoute,
  votingCodeRoutes,
  paperRoutes,
  minutesRoutes,
  phraseRoutes,
  transcriptRoutes,
  filmRoutes,
  filmFileRoutes,
  filmViewerRoutes,
  protectionRoutes,
  waiverRoutes,
  accessListRoutes,
)
