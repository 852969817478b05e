import { together } from '../platform/http/routes.ts'
import { accountRoutes, loginRoutes } from './accounts/account-routes.ts'
import { passwordLinkRoutes } from './accounts/password-link-routes.ts'
import { auditLogRoutes } from './audit/audit-routes.ts'
import { nameSearchRoutes } from './citizens/name-search-routes.ts'
import { secrecyRoute } from './secrecy/secrecy-route.ts'
import { unitRoutes } from './units/unit-routes.ts'

export const identityRoutes = together(
  loginRoutes,
  accountRoutes,
  passwordLinkRoutes,
  auditLogRoutes,
  nameSearchRoutes,
  secrecyRoute,
  unitRoutes,
)
