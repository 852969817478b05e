// The public addresses of a reception. Each page is fetched when it is first opened, with its words.
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { addReceptionWords } from '../../base/i18n/index.ts'

async function inWords(page: Promise<ComponentType>) {
  const [Component] = await Promise.all([page, addReceptionWords()])
  return { Component }
}

export const receptionRoutes: RouteObject[] = [
  { path: '/reception', lazy: () => inWords(import('./CalendarPage.tsx').then(({ CalendarPage }) => CalendarPage)) },
  { path: '/reception/book', lazy: () => inWords(import('./BookPage.tsx').then(({ BookPage }) => BookPage)) },
  {
    path: '/reception/appointment',
    lazy: () => inWords(import('./AppointmentPage.tsx').then(({ AppointmentPage }) => AppointmentPage)),
  },
]
