// Which address opens which page. Each page is fetched when it is first opened: a citizen's phone never loads staff pages.
import type { ComponentType } from 'react'
import { createBrowserRouter, redirect } from 'react-router'
import { addVerifyWords, addWaitingWords } from './base/i18n/index.ts'
import { PublicPages } from './base/secrecy/PublicPages.tsx'
import { FailedPage } from './base/ui/FailedPage.tsx'
import { staffRoutes } from './office/routes.tsx'
import { receptionRoutes } from './public/booking/routes.tsx'
import { petitionRoutes } from './public/petition/routes.tsx'

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
        lazy: async () => ({ Component: (await import('./room/shell/entrance/JoinPage.tsx')).JoinPage }),
      },
      {
        path: '/check',
        lazy: async () => ({ Component: (await import('./waiting/check/CheckPage.tsx')).CheckPage }),
      },
      {
        Component: PublicPages,
        children: [
          {
            path: '/wait',
            lazy: () => inWaitingWords(import('./waiting/wait/WaitPage.tsx').then(({ WaitPage }) => WaitPage)),
          },
          {
            path: '/kiosk',
            lazy: () => inWaitingWords(import('./waiting/kiosk/KioskPage.tsx').then(({ KioskPage }) => KioskPage)),
          },
          {
            path: '/verify',
            lazy: async () => {
              const [{ VerifyPage }] = await Promise.all([import('./public/verify/VerifyPage.tsx'), addVerifyWords()])
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
        lazy: async () => ({ Component: (await import('./base/ui/NotFoundPage.tsx')).NotFoundPage }),
      },
    ],
  },
])
