// Which address opens which page. Each page is fetched when it is first opened: a citizen's phone never loads staff pages.
import type { ComponentType } from 'react'
import { createBrowserRouter, redirect } from 'react-router'
import { addVerifyWords, addWaitingWords } from './i18n/index.ts'
import { FailedPage } from './pages/FailedPage.tsx'
import { petitionRoutes } from './pages/petition/routes.tsx'
import { receptionRoutes } from './pages/reception/routes.tsx'
import { staffRoutes } from './pages/staff/routes.tsx'
import { PublicPages } from './secrecy/PublicPages.tsx'

/** The page comes with its words. */
async function inWaitingWords(page: Promise<ComponentType>) {
  const [Component] = await Promise.all([page, addWaitingWords()])
  return { Component }
}

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
      {
        Component: PublicPages,
        children: [
          {
            path: '/wait',
            lazy: () => inWaitingWords(import('./pages/wait/WaitPage.tsx').then(({ WaitPage }) => WaitPage)),
          },
          {
            path: '/kiosk',
            lazy: () => inWaitingWords(import('./pages/kiosk/KioskPage.tsx').then(({ KioskPage }) => KioskPage)),
          },
          {
            path: '/verify',
            lazy: async () => {
              const [{ VerifyPage }] = await Promise.all([import('./pages/verify/VerifyPage.tsx'), addVerifyWords()])
              return { Component: VerifyPage }
            },
          },
          ...petitionRoutes,
          ...receptionRoutes,
        ],
      },
      ...staffRoutes,
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
])
