// The public pages of petitions, fetched with their words.
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { addPetitionWords } from '../../base/i18n/index.ts'

async function inWords(page: Promise<ComponentType>) {
  const [Component] = await Promise.all([page, addPetitionWords()])
  return { Component }
}

export const petitionRoutes: RouteObject[] = [
  { path: '/petition', lazy: () => inWords(import('./PetitionPage.tsx').then(({ PetitionPage }) => PetitionPage)) },
  { path: '/follow', lazy: () => inWords(import('./FollowPage.tsx').then(({ FollowPage }) => FollowPage)) },
]
