// The public page of issued papers, fetched with its words. It says what went wrong as the pages of petitions do.
import type { RouteObject } from 'react-router'
import { withWords } from '../../base/i18n/index.ts'

export const verifyRoutes: RouteObject[] = [
  {
    path: '/verify',
    lazy: () =>
      withWords(
        import('./VerifyPage.tsx').then(({ VerifyPage }) => VerifyPage),
        () => import('./strings.vi.ts'),
        () => import('../petition/strings.vi.ts'),
        () => import('../../base/petition/strings.vi.ts'),
      ),
  },
]
