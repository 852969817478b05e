import { together } from '../platform/http/routes.ts'
import { agencyEmblemRoutes } from './agency/agency-emblem-routes.ts'
import { agencyRoutes } from './agency/agency-routes.ts'
import { documentFileRoutes } from './documents/document-file-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { readingRoutes } from './documents/reading-routes.ts'
import { submissionRoutes } from './documents/submission-routes.ts'
import { issuedPaperRoutes } from './issued/issued-paper-routes.ts'
import { numberingRoutes } from './numbering/numbering-routes.ts'
import { agencyCertificateRoutes } from './signature/agency-certificate-routes.ts'
import { paperTemplateRoutes } from './templates/paper-template-routes.ts'

export const paperRoutes = together(
  documentRoutes,
  documentFileRoutes,
  readingRoutes,
  submissionRoutes,
  paperTemplateRoutes,
  issuedPaperRoutes,
  agencyCertificateRoutes,
  agencyRoutes,
  agencyEmblemRoutes,
  numberingRoutes,
)
