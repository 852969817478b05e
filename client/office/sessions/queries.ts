// What the pages of sessions ask and change: one hook per question, one per change.

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import { accessListApi } from '../../../shared/wire/hearing/access-list-api.ts'
import type { NewParticipant, NewSessionBody, SessionChange } from '../../../shared/wire/hearing/booking.ts'
import { participantApi } from '../../../shared/wire/hearing/participant-api.ts'
import { protectionApi } from '../../../shared/wire/hearing/protection-api.ts'
import type { SessionOpening } from '../../../shared/wire/hearing/readiness.ts'
import { sessionApi } from '../../../shared/wire/hearing/session-api.ts'
import { documentApi } from '../../../shared/wire/papers/document-api.ts'
import { call } from '../../base/api.ts'
import { queryClient } from '../ui/query-client.ts'

/** People come and go while staff look on. */
const REFRESH_MS = 10_000

const keys = {
  sessions: ['sessions'],
  session: (sessionId: string) => ['sessions', sessionId],
  documents: (sessionId: string) => ['sessions', sessionId, 'documents'],
  links: (sessionId: string) => ['sessions', sessionId, 'links'],
} as const

export interface SessionFilter {
  readonly of: 'meetings' | 'visits'
  readonly text: string
}

export function useSessionPages({ of, text }: SessionFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.sessions, 'pages', of, text],
    queryFn: ({ pageParam, signal }) => {
      const query = { of, ...(text !== '' && { text }), ...(pageParam !== null && { after: pageParam }) }
      return call(sessionApi.list, { query }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    refetchInterval: REFRESH_MS,
  })
}

/** Those to come, going on, and lately over. */
export function useSessions() {
  return useQuery({
    queryKey: keys.sessions,
    queryFn: async ({ signal }) => (await call(sessionApi.list, {}, { signal })).sessions,
    refetchInterval: REFRESH_MS,
  })
}

export function useSeries(seriesId: string | null) {
  return useQuery({
    queryKey: [...keys.sessions, 'series', seriesId],
    queryFn: async ({ signal }) =>
      (await call(sessionApi.list, { query: { seriesId: seriesId ?? '' } }, { signal })).sessions,
    enabled: seriesId !== null,
  })
}

export function useScheduleSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (session: NewSessionBody) => call(sessionApi.schedule, { body: session }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export function useSessionDetail(sessionId: string) {
  return useQuery({
    queryKey: keys.session(sessionId),
    queryFn: ({ signal }) => call(sessionApi.read, { params: { sessionId } }, { signal }),
    refetchInterval: REFRESH_MS,
  })
}

/** Each time they are fetched is a look that is noted: when somebody wants them, and not again by itself. */
export function useLinks(sessionId: string, isWanted = true) {
  return useQuery({
    queryKey: keys.links(sessionId),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) =>
      (await call(participantApi.links, { params: { sessionId } }, { signal })).participants,
  })
}

function useSessionChange<Input, Output>(sessionId: string, change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.session(sessionId) }),
  })
}

export type SessionStep = 'close' | 'seal'

export const useSessionStep = (sessionId: string) =>
  useSessionChange(sessionId, (step: SessionStep) => call(sessionApi[step], { params: { sessionId } }))

/** With the reason where gates are missing. */
export const useOpenSession = (sessionId: string) =>
  useSessionChange(sessionId, (opening: SessionOpening) =>
    call(sessionApi.open, { params: { sessionId }, body: opening }),
  )

export const useReschedule = (sessionId: string) =>
  useSessionChange(sessionId, (change: z.input<typeof SessionChange>) =>
    call(sessionApi.reschedule, { params: { sessionId }, body: change }),
  )

export const useCancelSession = (sessionId: string) =>
  useSessionChange(sessionId, (reason: string) => call(sessionApi.cancel, { params: { sessionId }, body: { reason } }))

export const useProtectVisit = (sessionId: string) =>
  useSessionChange(sessionId, () => call(protectionApi.protect, { params: { sessionId } }))

export const useProtectionOf = (sessionId: string) =>
  useQuery({
    queryKey: [...keys.session(sessionId), 'protection'],
    queryFn: ({ signal }) => call(protectionApi.read, { params: { sessionId } }, { signal }),
  })

export const useNameReader = (sessionId: string) =>
  useSessionChange(sessionId, (accountId: AccountId) =>
    call(protectionApi.addReader, { params: { sessionId }, body: { accountId } }),
  )

export const useAccessList = (sessionId: string) =>
  useQuery({
    queryKey: [...keys.session(sessionId), 'access-list'],
    queryFn: ({ signal }) => call(accessListApi.read, { params: { sessionId } }, { signal }),
  })

export const useNameAccount = (sessionId: string) =>
  useSessionChange(sessionId, (naming: { accountId: AccountId; reason: string }) =>
    call(accessListApi.name, { params: { sessionId }, body: naming }),
  )

export const useTakeBackAccount = (sessionId: string) =>
  useSessionChange(sessionId, ({ accountId, reason }: { accountId: AccountId; reason: string }) =>
    call(accessListApi.takeBack, { params: { sessionId, accountId }, body: { reason } }),
  )

export const useInvite = (sessionId: string) =>
  useSessionChange(sessionId, (participant: z.input<typeof NewParticipant>) =>
    call(participantApi.invite, { params: { sessionId }, body: participant }),
  )

export const useReissueLink = (sessionId: string) =>
  useSessionChange(sessionId, (participantId: string) =>
    call(participantApi.replaceLink, { params: { sessionId, participantId } }),
  )

export const useWithdraw = (sessionId: string) =>
  useSessionChange(sessionId, ({ participantId, ...withdrawal }: { participantId: string; reason: string }) =>
    call(participantApi.withdraw, { params: { sessionId, participantId }, body: withdrawal }),
  )

export const useRevokeLink = (sessionId: string) =>
  useSessionChange(sessionId, (participantId: string) =>
    call(participantApi.revokeLink, { params: { sessionId, participantId } }),
  )

export function useDocuments(sessionId: string) {
  return useQuery({
    queryKey: keys.documents(sessionId),
    queryFn: async ({ signal }) => (await call(documentApi.list, { params: { sessionId } }, { signal })).documents,
    refetchInterval: REFRESH_MS,
  })
}

export const refreshDocuments = (sessionId: string) =>
  queryClient.invalidateQueries({ queryKey: keys.documents(sessionId) })

export function useRemoveDocument(sessionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (documentId: string) => call(documentApi.remove, { params: { sessionId, documentId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.documents(sessionId) }),
  })
}
