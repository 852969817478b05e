// The public pages of petitions, fetched with their words.
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { withWords } from '../../base/i18n/index.ts'

const inWords = (page: Promise<ComponentType>) =>
  withWords(
    page,
    () => import('./strings.vi.ts'),
    () => import('../../base/petition/strings.vi.ts'),
  )

export const petitionRoutes: RouteObject[] = [
  { path: '/petition', lazy: () => inWords(import('./PetitionPage.tsx').then(({ PetitionPage }) => PetitionPage)) },
  { path: '/follow', lazy: () => inWords(import('./FollowPage.tsx').then(({ FollowPage }) => FollowPage)) },
]
