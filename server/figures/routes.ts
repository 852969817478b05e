import { together } from '../platform/http/routes.ts'
import { overviewRoutes } from './overview/overview-routes.ts'
import { reportDefinitionRoutes } from './reports/report-definition-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'

export const figureRoutes = together(reportDefinitionRoutes, reportRoutes, overviewRoutes)
