import { together } from '../platform/http/routes.ts'
import { casePeopleRoutes } from './cases/case-people-routes.ts'
import { caseRoutes } from './cases/case-routes.ts'
import { caseStepRoutes } from './cases/case-step-routes.ts'
import { caseSuggestionRoutes } from './cases/case-suggestion-routes.ts'
import { conclusionRoutes } from './conclusions/conclusion-routes.ts'
import { reminderRoutes } from './conclusions/reminder-routes.ts'
import { deadlineRoutes } from './deadlines/deadline-routes.ts'
import { lawRoutes } from './deadlines/law-routes.ts'
import { intakeGroupRoutes } from './intake-group/intake-group-routes.ts'
import { petitionRoutes } from './petitions/petition-routes.ts'

export const caseworkRoutes = together(
  conclusionRoutes,
  reminderRoutes,
  caseRoutes,
  caseSuggestionRoutes,
  caseStepRoutes,
  casePeopleRoutes,
  petitionRoutes,
  intakeGroupRoutes,
  lawRoutes,
  deadlineRoutes,
)
