// Which address opens which page. Each page is fetched when it is first opened: a citizen's phone never loads staff pages.
import { createBrowserRouter, redirect } from 'react-router'
import { FailedPage } from './pages/FailedPage.tsx'
import { receptionRoutes } from './pages/reception/routes.tsx'
import { staffRoutes } from './pages/staff/routes.tsx'

export const router = createBrowserRouter([
  {
    ErrorBoundary: FailedPage,
    HydrateFallback: () => null,
    children: [
      { path: '/', loader: () => redirect('/staff') },
      {
        path: '/join',
        lazy: async () => ({ Component: (await import('./pages/join/JoinPage.tsx')).JoinPage }),
      },
      {
        path: '/check',
        lazy: async () => ({ Component: (await import('./pages/check/CheckPage.tsx')).CheckPage }),
      },
      ...receptionRoutes,
      ...staffRoutes,
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
])
