// The addresses of staff. Every page is fetched when it is first opened: a citizen’s phone never loads one.
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { withWords } from '../base/i18n/index.ts'

/** What stands at the root of a staff address comes with the words for all that is in it. */
const inWords = (page: Promise<ComponentType>) => withWords(page, () => import('./strings.vi.ts'))

export const officeRoutes: RouteObject[] = [
  { path: '/setup', lazy: () => inWords(import('./sign-in/SetUpPage.tsx').then(({ SetUpPage }) => SetUpPage)) },
  {
    path: '/password',
    lazy: () => inWords(import('./sign-in/PasswordPage.tsx').then(({ PasswordPage }) => PasswordPage)),
  },
  {
    path: '/staff',
    lazy: () => inWords(import('./shell/StaffLayout.tsx').then(({ StaffLayout }) => StaffLayout)),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./sessions/list/SessionListPage.tsx')).SessionListPage }),
      },
      {
        path: 'sessions/new',
        lazy: async () => ({ Component: (await import('./sessions/new/NewSessionPage.tsx')).NewSessionPage }),
      },
      {
        path: 'sessions/:sessionId',
        lazy: async () => ({ Component: (await import('./sessions/detail/SessionPage.tsx')).SessionPage }),
      },
      {
        path: 'sessions/:sessionId/film',
        lazy: async () => ({ Component: (await import('./sessions/film/FilmPage.tsx')).FilmPage }),
      },
      {
        path: 'sessions/:sessionId/qr',
        lazy: async () => ({ Component: (await import('./sessions/detail/invitations/QrSheetPage.tsx')).QrSheetPage }),
      },
      {
        path: 'unsealed',
        lazy: async () => ({ Component: (await import('./sessions/sealing/UnsealedPage.tsx')).UnsealedPage }),
      },
      {
        path: 'conclusions',
        lazy: async () => ({ Component: (await import('./conclusions/ConclusionsPage.tsx')).ConclusionsPage }),
      },
      {
        path: 'reception',
        lazy: async () => ({ Component: (await import('./reception/day/ReceptionPage.tsx')).ReceptionPage }),
      },
      {
        path: 'register',
        lazy: async () => ({ Component: (await import('./register/RegisterPage.tsx')).RegisterPage }),
      },
      {
        path: 'overview',
        lazy: async () => ({ Component: (await import('./overview/OverviewPage.tsx')).OverviewPage }),
      },
      {
        path: 'reports',
        lazy: async () => ({ Component: (await import('./reports/ReportPage.tsx')).ReportPage }),
      },
      {
        path: 'report-definitions',
        lazy: async () => ({
          Component: (await import('./reports/definitions/ReportDefinitionsPage.tsx')).ReportDefinitionsPage,
        }),
      },
      { path: 'cases', lazy: async () => ({ Component: (await import('./cases/CasesPage.tsx')).CasesPage }) },
      {
        path: 'cases/new',
        lazy: async () => ({ Component: (await import('./cases/new/NewCasePage.tsx')).NewCasePage }),
      },
      { path: 'cases/:caseId', lazy: async () => ({ Component: (await import('./cases/CasePage.tsx')).CasePage }) },
      { path: 'law', lazy: async () => ({ Component: (await import('./law/LawPage.tsx')).LawPage }) },
      {
        path: 'deadlines',
        lazy: async () => ({ Component: (await import('./deadlines/DeadlinesPage.tsx')).DeadlinesPage }),
      },
      {
        path: 'reception-calendar',
        lazy: async () => ({
          Component: (await import('./reception/calendar/ReceptionCalendarPage.tsx')).ReceptionCalendarPage,
        }),
      },
      { path: 'health', lazy: async () => ({ Component: (await import('./health/HealthPage.tsx')).HealthPage }) },
      { path: 'agency', lazy: async () => ({ Component: (await import('./agency/AgencyPage.tsx')).AgencyPage }) },
      {
        path: 'numbering',
        lazy: async () => ({ Component: (await import('./papers/NumberingPage.tsx')).NumberingPage }),
      },
      {
        path: 'retention',
        lazy: async () => ({ Component: (await import('./retention/RetentionPage.tsx')).RetentionPage }),
      },
      {
        path: 'personal-data',
        lazy: async () => ({ Component: (await import('./personal-data/RequestsPage.tsx')).RequestsPage }),
      },
      {
        path: 'personal-data/:requestId',
        lazy: async () => ({ Component: (await import('./personal-data/RequestPage.tsx')).RequestPage }),
      },
      {
        path: 'accounts',
        lazy: async () => ({ Component: (await import('./accounts/AccountsPage.tsx')).AccountsPage }),
      },
    ],
  },
]
