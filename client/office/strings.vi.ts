// The words of the office pages: a citizen’s phone never loads them. A new feature adds one line.

import { strings as appointments } from '../base/appointments/strings.vi.ts'
import { strings as petition } from '../base/petition/strings.vi.ts'
import { strings as accounts } from './accounts/strings.vi.ts'
import { strings as agency } from './agency/strings.vi.ts'
import { strings as cases } from './cases/strings.vi.ts'
import { strings as conclusions } from './conclusions/strings.vi.ts'
import { strings as deadlines } from './deadlines/strings.vi.ts'
import { strings as disk } from './disk/strings.vi.ts'
import { strings as health } from './health/strings.vi.ts'
import { strings as law } from './law/strings.vi.ts'
import { strings as overview } from './overview/strings.vi.ts'
import { strings as papers } from './papers/strings.vi.ts'
import { strings as personalData } from './personal-data/strings.vi.ts'
import { strings as receptionCalendar } from './reception/calendar/strings.vi.ts'
import { strings as receptionDay } from './reception/day/strings.vi.ts'
import { strings as register } from './register/strings.vi.ts'
import { strings as reportsDefinitions } from './reports/definitions/strings.vi.ts'
import { strings as reports } from './reports/strings.vi.ts'
import { strings as retention } from './retention/strings.vi.ts'
import { strings as sessionsDetailAccess } from './sessions/detail/access/strings.vi.ts'
import { strings as sessionsDetailInvitations } from './sessions/detail/invitations/strings.vi.ts'
import { strings as sessionsDetailPapers } from './sessions/detail/papers/strings.vi.ts'
import { strings as sessionsDetailReadiness } from './sessions/detail/readiness/strings.vi.ts'
import { strings as sessionsDetail } from './sessions/detail/strings.vi.ts'
import { strings as sessionsFilm } from './sessions/film/strings.vi.ts'
import { strings as sessionsList } from './sessions/list/strings.vi.ts'
import { strings as sessionsNew } from './sessions/new/strings.vi.ts'
import { strings as sessionsSealing } from './sessions/sealing/strings.vi.ts'
import { strings as sessions } from './sessions/strings.vi.ts'
import { strings as shell } from './shell/strings.vi.ts'
import { strings as signIn } from './sign-in/strings.vi.ts'
import { strings as ui } from './ui/strings.vi.ts'

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
  ...appointments,
  ...petition,
}
