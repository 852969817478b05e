// The public addresses of a reception. Each page is fetched when it is first opened, with its words.
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { withWords } from '../../base/i18n/index.ts'

const inWords = (page: Promise<ComponentType>) =>
  withWords(
    page,
    () => import('./strings.vi.ts'),
    () => import('../../base/appointments/strings.vi.ts'),
  )

export const bookingRoutes: RouteObject[] = [
  { path: '/reception', lazy: () => inWords(import('./CalendarPage.tsx').then(({ CalendarPage }) => CalendarPage)) },
  { path: '/reception/book', lazy: () => inWords(import('./BookPage.tsx').then(({ BookPage }) => BookPage)) },
  {
    path: '/reception/appointment',
    lazy: () => inWords(import('./AppointmentPage.tsx').then(({ AppointmentPage }) => AppointmentPage)),
  },
]
