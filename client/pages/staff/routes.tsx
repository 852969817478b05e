// The addresses of staff. Every page is fetched when it is first opened: a citizen’s phone never loads one.
import type { RouteObject } from 'react-router'

export const staffRoutes: RouteObject[] = [
  { path: '/setup', lazy: async () => ({ Component: (await import('./SetUpPage.tsx')).SetUpPage }) },
  {
    path: '/staff',
    lazy: async () => ({ Component: (await import('./StaffLayout.tsx')).StaffLayout }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./SessionListPage.tsx')).SessionListPage }) },
      {
        path: 'sessions/new',
        lazy: async () => ({ Component: (await import('./new-session/NewSessionPage.tsx')).NewSessionPage }),
      },
      {
        path: 'sessions/:sessionId',
        lazy: async () => ({ Component: (await import('./session/SessionPage.tsx')).SessionPage }),
      },
      {
        path: 'sessions/:sessionId/qr',
        lazy: async () => ({ Component: (await import('./session/QrSheetPage.tsx')).QrSheetPage }),
      },
      {
        path: 'conclusions',
        lazy: async () => ({ Component: (await import('./conclusions/ConclusionsPage.tsx')).ConclusionsPage }),
      },
      { path: 'health', lazy: async () => ({ Component: (await import('./HealthPage.tsx')).HealthPage }) },
      { path: 'accounts', lazy: async () => ({ Component: (await import('./AccountsPage.tsx')).AccountsPage }) },
    ],
  },
]
