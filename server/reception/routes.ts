import { together } from '../platform/http/routes.ts'
import { appointmentRoutes } from './appointments/appointment-routes.ts'
import { receptionPlanRoutes } from './appointments/reception-plan-routes.ts'
import { rotaRoutes } from './appointments/rota-routes.ts'
import { deskRoutes } from './day/desk-routes.ts'
import { kioskRoutes } from './day/kiosk-routes.ts'
import { receptionRoutes } from './day/reception-routes.ts'
import { ticketRoutes } from './day/ticket-routes.ts'
import { draftPictureRoutes } from './receipts/draft-picture-routes.ts'
import { receiptRoutes } from './receipts/receipt-routes.ts'
import { refusalNoticeRoutes } from './refusals/refusal-notice-routes.ts'
import { registerFileRoutes } from './register/register-file-routes.ts'
import { registerRoutes } from './register/register-routes.ts'
import { registerRowRoutes } from './register/register-row-routes.ts'
import { visitRoutes } from './visits/visit-routes.ts'

export const allReceptionRoutes = together(
  ticketRoutes,
  receptionRoutes,
  deskRoutes,
  kioskRoutes,
  appointmentRoutes,
  rotaRoutes,
  receptionPlanRoutes,
  registerRoutes,
  registerRowRoutes,
  registerFileRoutes,
  visitRoutes,
  receiptRoutes,
  draftPictureRoutes,
  refusalNoticeRoutes,
)
