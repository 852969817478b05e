import { together } from '../platform/http/routes.ts'
import { appointmentRoutes } from './appointments/appointment-routes.ts'
import { receptionPlanRoutes } from './appointments/reception-plan-routes.ts'
import { receptionRoutes } from './day/reception-routes.ts'
import { draftPictureRoutes } from './receipts/draft-picture-routes.ts'
import { receiptRoutes } from './receipts/receipt-routes.ts'
import { refusalNoticeRoutes } from './refusals/refusal-notice-routes.ts'
import { registerRoutes } from './register/register-routes.ts'
import { visitRoutes } from './visits/visit-routes.ts'

export const allReceptionRoutes = together(
  receptionRoutes,
  appointmentRoutes,
  receptionPlanRoutes,
  registerRoutes,
  visitRoutes,
  receiptRoutes,
  draftPictureRoutes,
  refusalNoticeRoutes,
)
