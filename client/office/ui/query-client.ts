// What the office pages fetch is kept by TanStack Query alone, in this one client.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { ApiError } from '../../base/api.ts'
import { isSignedOut } from './problems.ts'

const MOST_RETRIES = 2

/** Who is signed in; null: nobody. */
export const meKey = ['me'] as const

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askToSignIn }),
  mutationCache: new MutationCache({ onError: askToSignIn }),
  defaultOptions: {
    queries: {
      // A refusal, or an answer this page cannot read, stays one however often it is asked for; a server that does not answer may be back.
      retry: (failures, error) =>
        failures < MOST_RETRIES && !(error instanceof ApiError && error.status >= 200 && error.status < 500),
    },
  },
})

/** A login that has ended shows the door again, whatever page one is on. */
function askToSignIn(error: unknown) {
  if (isSignedOut(error)) queryClient.setQueryData<Account | null>(meKey, null)
}
