import { strings as accounts } from './accounts/strings.en.ts'
import { strings as agency } from './agency/strings.en.ts'
import { strings as cases } from './cases/strings.en.ts'
import { strings as conclusions } from './conclusions/strings.en.ts'
import { strings as deadlines } from './deadlines/strings.en.ts'
import { strings as disk } from './disk/strings.en.ts'
import { strings as health } from './health/strings.en.ts'
import { strings as law } from './law/strings.en.ts'
import { strings as overview } from './overview/strings.en.ts'
import { strings as papers } from './papers/strings.en.ts'
import { strings as personalData } from './personal-data/strings.en.ts'
import { strings as receptionCalendar } from './reception/calendar/strings.en.ts'
import { strings as receptionDay } from './reception/day/strings.en.ts'
import { strings as register } from './register/strings.en.ts'
import { strings as reportsDefinitions } from './reports/definitions/strings.en.ts'
import { strings as reports } from './reports/strings.en.ts'
import { strings as retention } from './retention/strings.en.ts'
import { strings as sessionsDetailAccess } from './sessions/detail/access/strings.en.ts'
import { strings as sessionsDetailInvitations } from './sessions/detail/invitations/strings.en.ts'
import { strings as sessionsDetailPapers } from './sessions/detail/papers/strings.en.ts'
import { strings as sessionsDetailReadiness } from './sessions/detail/readiness/strings.en.ts'
import { strings as sessionsDetail } from './sessions/detail/strings.en.ts'
import { strings as sessionsFilm } from './sessions/film/strings.en.ts'
import { strings as sessionsList } from './sessions/list/strings.en.ts'
import { strings as sessionsNew } from './sessions/new/strings.en.ts'
import { strings as sessionsSealing } from './sessions/sealing/strings.en.ts'
import { strings as sessions } from './sessions/strings.en.ts'
import { strings as shell } from './shell/strings.en.ts'
import { strings as signIn } from './sign-in/strings.en.ts'
import { strings as ui } from './ui/strings.en.ts'

export const strings = {
  ...accounts,
  ...agency,
  ...cases,
  ...conclusions,
  ...deadlines,
  ...disk,
  ...health,
  ...law,
  ...overview,
  ...papers,
  ...personalData,
  ...receptionCalendar,
  ...receptionDay,
  ...register,
  ...reports,
  ...reportsDefinitions,
  ...retention,
  ...sessions,
  ...sessionsDetail,
  ...sessionsDetailAccess,
  ...sessionsDetailInvitations,
  ...sessionsDetailPapers,
  ...sessionsDetailReadiness,
  ...sessionsFilm,
  ...sessionsList,
  ...sessionsNew,
  ...sessionsSealing,
  ...shell,
  ...signIn,
  ...ui,
}
