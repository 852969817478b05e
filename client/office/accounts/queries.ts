// What the pages of accounts ask the server: accounts, one-time links for passwords, notices of one’s own account.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AccountChange, NewAccount } from '../../../shared/wire/identity/account.ts'
import { accountApi } from '../../../shared/wire/identity/account-api.ts'
import type { SetPassword } from '../../../shared/wire/identity/accounts.ts'
import { passwordLinkApi } from '../../../shared/wire/identity/password-link-api.ts'
import { call } from '../../base/api.ts'

const keys = { accounts: ['accounts'], notices: ['own-notices'], link: ['password-link'] } as const

export function useAccounts() {
  return useQuery({
    queryKey: keys.accounts,
    queryFn: async ({ signal }) => (await call(accountApi.list, {}, { signal })).accounts,
  })
}

export function useCreateAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (account: z.input<typeof NewAccount>) => call(accountApi.add, { body: account }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accounts }),
  })
}

export function useChangeAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ accountId, ...change }: z.input<typeof AccountChange> & { accountId: string }) =>
      call(accountApi.change, { params: { accountId }, body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accounts }),
  })
}

export function useMakePasswordLink() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (accountId: string) => call(accountApi.resetPassword, { params: { accountId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.accounts }),
  })
}

export function useConfirmAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (accountId: string) => call(accountApi.confirm, { params: { accountId } }),
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
    queryFn: ({ signal }) => call(accountApi.ownNotices, {}, { signal }),
  })
}

export function usePasswordLink(token: string) {
  return useQuery({
    queryKey: [...keys.link, token],
    queryFn: ({ signal }) => call(passwordLinkApi.open, { body: { token } }, { signal }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSetPassword() {
  return useMutation({
    mutationFn: (set: z.input<typeof SetPassword>) => call(passwordLinkApi.setPassword, { body: set }),
  })
}
