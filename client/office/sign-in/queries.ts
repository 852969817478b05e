// Who is signed in, and how one signs in and out.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Account, Credentials, OwnPassword, SetUp } from '../../../shared/wire/identity/account.ts'
import { accountApi } from '../../../shared/wire/identity/account-api.ts'
import { call } from '../../base/api.ts'
import { keptForms } from '../../base/ui/forms/kept-forms.ts'
import { isSignedOut } from '../ui/problems.ts'
import { meKey } from '../ui/query-client.ts'

/** null: nobody is signed in. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: async ({ signal }): Promise<Account | null> => {
      try {
        return (await call(accountApi.me, {}, { signal })).account
      } catch (error) {
        if (isSignedOut(error)) return null
        throw error
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: z.input<typeof Credentials>) => call(accountApi.signIn, { body: credentials }),
    onSuccess: ({ account }) => client.setQueryData<Account | null>(meKey, account),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(accountApi.signOut),
    onSuccess: () => {
      client.setQueryData<Account | null>(meKey, null)
      keptForms.forgetAll()
      // Nothing of the one who left stays for the next.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] })
    },
  })
}

export function useOwnPassword() {
  return useMutation({
    mutationFn: (change: z.input<typeof OwnPassword>) => call(accountApi.changePassword, { body: change }),
  })
}

/** Makes the first administrator and signs them in. */
export function useSetUp() {
  return useMutation({
    mutationFn: async (setUp: z.input<typeof SetUp>) => {
      await call(accountApi.setUp, { body: setUp })
      await call(accountApi.signIn, { body: { username: setUp.username, password: setUp.password } })
    },
  })
}
