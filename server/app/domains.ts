// The domains on top of the engine, in the order in which each may use those before it, and all their routes as one.
import { openCasework } from '../casework/open.ts'
import { caseworkRoutes } from '../casework/routes.ts'
import { openCustody } from '../custody/open.ts'
import { custodyRoutes } from '../custody/routes.ts'
import { openFigures } from '../figures/open.ts'
import { figureRoutes } from '../figures/routes.ts'
import { openHearing } from '../hearing/open.ts'
import { hearingRoutes } from '../hearing/routes.ts'
import { identityRoutes } from '../identity/routes.ts'
import { openPapers } from '../papers/open.ts'
import { paperRoutes } from '../papers/routes.ts'
import type { Base } from '../platform/base.ts'
import { together } from '../platform/http/routes.ts'
import { openReception } from '../reception/open.ts'
import { allReceptionRoutes } from '../reception/routes.ts'

export const domainRoutes = together(
  identityRoutes,
  hearingRoutes,
  paperRoutes,
  custodyRoutes,
  caseworkRoutes,
  allReceptionRoutes,
  figureRoutes,
)

type Parts<Open extends (base: Base, parts: never) => unknown> = Parameters<Open>[1]
type Needs = Omit<
  Parts<typeof openPapers> &
    Parts<typeof openCasework> &
    Parts<typeof openReception> &
    Parts<typeof openHearing> &
    Parts<typeof openCustody>,
  'papers' | 'casework' | 'reception' | 'hearing'
>

export type Domains = Awaited<ReturnType<typeof openDomains>>

export async function openDomains(base: Base, parts: Needs) {
  const papers = await openPapers(base, parts)
  const casework = openCasework(base, { ...parts, papers })
  const reception = openReception(base, { ...parts, papers, casework })
  const hearing = openHearing(base, { ...parts, papers, casework })
  const custody = openCustody(base, { ...parts, papers, casework, reception, hearing })
  const figures = openFigures(base, { ...parts, papers, casework, reception })
  return { ...papers, ...casework, ...reception, ...hearing, ...custody, ...figures }
}
