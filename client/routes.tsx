// Which address opens which page. Each page is fetched when it is first opened: a citizen's phone never loads staff pages.
import { createBrowserRouter, redirect } from 'react-router'
import { PublicPages } from './base/secrecy/PublicPages.tsx'
import { FailedPage } from './base/ui/FailedPage.tsx'
import { officeRoutes } from './office/routes.tsx'
import { bookingRoutes } from './public/booking/routes.tsx'
import { petitionRoutes } from './public/petition/routes.tsx'
import { verifyRoutes } from './public/verify/routes.tsx'
import { checkRoute, waitingRoutes } from './waiting/routes.tsx'

export const router = createBrowserRouter([
  {
    ErrorBoundary: FailedPage,
    HydrateFallback: () => null,
    children: [
      { path: '/', loader: () => redirect('/staff') },
      {
        path: '/join',
        lazy: async () => ({ Component: (await import('./room/shell/entrance/JoinPage.tsx')).JoinPage }),
      },
      checkRoute,
      { Component: PublicPages, children: [...waitingRoutes, ...verifyRoutes, ...petitionRoutes, ...bookingRoutes] },
      ...officeRoutes,
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./base/ui/NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
])
