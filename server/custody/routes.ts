import { together } from '../platform/http/routes.ts'
import { archiveRoutes } from './archive/archive-routes.ts'
import { sealingRoutes } from './archive/sealing-routes.ts'
import { personalDataRoutes } from './personal-data/personal-data-routes.ts'
import { erasureCertificateRoutes } from './retention/certificate-routes.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { supplementDraftRoutes } from './supplements/supplement-draft-routes.ts'
import { supplementRoutes } from './supplements/supplement-routes.ts'

export const custodyRoutes = together(
  sealingRoutes,
  archiveRoutes,
  supplementRoutes,
  supplementDraftRoutes,
  retentionRoutes,
  erasureCertificateRoutes,
  personalDataRoutes,
)
