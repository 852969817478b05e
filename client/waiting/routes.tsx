// The addresses of who waits or tries the devices. Each page is fetched when it is first opened, with its words.
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { withWords } from '../base/i18n/index.ts'

const inWords = (page: Promise<ComponentType>) => withWords(page, () => import('./strings.vi.ts'))

/** Of a personal link: no public page. */
export const checkRoute: RouteObject = {
  path: '/check',
  lazy: () => inWords(import('./check/CheckPage.tsx').then(({ CheckPage }) => CheckPage)),
}

export const waitingRoutes: RouteObject[] = [
  { path: '/wait', lazy: () => inWords(import('./wait/WaitPage.tsx').then(({ WaitPage }) => WaitPage)) },
  { path: '/kiosk', lazy: () => inWords(import('./kiosk/KioskPage.tsx').then(({ KioskPage }) => KioskPage)) },
]
