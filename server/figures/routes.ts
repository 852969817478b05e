import { together } from '../platform/http/routes.ts'
import { overviewRoutes } from './overview/overview-routes.ts'
import { reportClosingRoutes } from './reports/closing-routes.ts'
import { reportDefinitionRoutes } from './reports/report-definition-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'

export const figureRoutes = together(reportDefinitionRoutes, reportRoutes, reportClosingRoutes, overviewRoutes)
