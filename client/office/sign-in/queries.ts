// Who is signed in, and how one signs in and out.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Account, AccountReply, Credentials, OwnPassword, SetUp } from '../../../shared/wire/rest.ts'
import { api } from '../../base/api.ts'
import { keptForms } from '../../base/ui/forms/kept-forms.ts'
import { isSignedOut } from '../ui/problems.ts'
import { meKey } from '../ui/query-client.ts'

/** null: nobody is signed in. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: async ({ signal }): Promise<Account | null> => {
      try {
        return (await api.get<z.infer<typeof AccountReply>>('/api/me', { signal })).account
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
    mutationFn: (credentials: z.input<typeof Credentials>) =>
      api.post<z.infer<typeof AccountReply>>('/api/login', credentials),
    onSuccess: ({ account }) => client.setQueryData<Account | null>(meKey, account),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<void>('/api/logout'),
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
    mutationFn: (change: z.input<typeof OwnPassword>) => api.put('/api/me/password', change),
  })
}

/** Makes the first administrator and signs them in. */
export function useSetUp() {
  return useMutation({
    mutationFn: async (setUp: z.input<typeof SetUp>) => {
      await api.post('/api/setup', setUp)
      await api.post('/api/login', { username: setUp.username, password: setUp.password })
    },
  })
}
