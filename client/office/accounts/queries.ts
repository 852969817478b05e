// What the pages of accounts ask the server: accounts, one-time links for passwords, notices of one’s own account.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  AccountList,
  MadeAccount,
  MadePasswordLink,
  OpenedPasswordLink,
  OwnNotices,
  SetPassword,
} from '../../../shared/wire/accounts.ts'
import type { AccountChange, NewAccount } from '../../../shared/wire/rest.ts'
import { api } from '../../base/api.ts'

const keys = { accounts: ['accounts'], notices: ['own-notices'], link: ['password-link'] } as const

export function useAccounts() {
  return useQuery({
    queryKey: keys.accounts,
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof AccountList>>('/api/accounts', { signal })).accounts,
  })
}

export function useCreateAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (account: z.input<typeof NewAccount>) =>
      api.post<z.infer<typeof MadeAccount>>('/api/accounts', account),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accounts }),
  })
}

export function useChangeAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, ...change }: z.input<typeof AccountChange> & { accountId: string }) =>
      api.patch(`/api/accounts/${accountId}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accounts }),
  })
}

export function useMakePasswordLink() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (accountId: string) =>
      api.post<z.infer<typeof MadePasswordLink>>(`/api/accounts/${accountId}/password-link`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accounts }),
  })
}

export function useConfirmAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (accountId: string) => api.post<void>(`/api/accounts/${accountId}/confirmation`, {}),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.accounts }),
        client.invalidateQueries({ queryKey: keys.notices }),
      ]),
  })
}

/** Of the account that is signed in. */
export function useOwnNotices() {
  return useQuery({
    queryKey: keys.notices,
    queryFn: ({ signal }) => api.get<OwnNotices>('/api/me/notices', { signal }),
  })
}

export function usePasswordLink(token: string) {
  return useQuery({
    queryKey: [...keys.link, token],
    queryFn: ({ signal }) => api.post<OpenedPasswordLink>('/api/password-link', { token }, { signal }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSetPassword() {
  return useMutation({
    mutationFn: (set: z.input<typeof SetPassword>) => api.post<void>('/api/password-link/password', set),
  })
}
