// What the pages of sessions ask and change: one hook per question, one per change.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AccountId } from '../../../shared/kernel/ids.ts'
import type { AccessList } from '../../../shared/wire/access-list.ts'
import type { NewParticipant, NewSessionBody, SessionChange } from '../../../shared/wire/booking.ts'
import type { DocumentList } from '../../../shared/wire/documents.ts'
import type { Protection } from '../../../shared/wire/protection.ts'
import type { SessionOpening } from '../../../shared/wire/readiness.ts'
import type {
  LinkList,
  ParticipantLink,
  ScheduledSession,
  SessionDetail,
  SessionList,
  SessionSummary,
} from '../../../shared/wire/rest.ts'
import { api } from '../../base/api.ts'
import { queryClient } from '../ui/query-client.ts'

/** People come and go while staff look on. */
const REFRESH_MS = 10_000

const keys = {
  sessions: ['sessions'],
  session: (sessionId: string) => ['sessions', sessionId],
  documents: (sessionId: string) => ['sessions', sessionId, 'documents'],
  links: (sessionId: string) => ['sessions', sessionId, 'links'],
} as const

type SessionPage = z.infer<typeof SessionList>

export interface SessionFilter {
  readonly of: 'meetings' | 'visits'
  readonly text: string
}

export function useSessionPages({ of, text }: SessionFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.sessions, 'pages', of, text],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        of,
        ...(text !== '' && { text }),
        ...(pageParam !== null && { after: pageParam }),
      })
      return api.get<SessionPage>(`/api/sessions?${asked}`, { signal })
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
    queryFn: async ({ signal }) => (await api.get<SessionPage>('/api/sessions', { signal })).sessions,
    refetchInterval: REFRESH_MS,
  })
}

export function useSeries(seriesId: string | null) {
  return useQuery({
    queryKey: [...keys.sessions, 'series', seriesId],
    queryFn: async ({ signal }) =>
      (await api.get<SessionPage>(`/api/sessions?seriesId=${seriesId}`, { signal })).sessions,
    enabled: seriesId !== null,
  })
}

export function useScheduleSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (session: NewSessionBody) => api.post<ScheduledSession>('/api/sessions', session),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export function useSessionDetail(sessionId: string) {
  return useQuery({
    queryKey: keys.session(sessionId),
    queryFn: ({ signal }) => api.get<SessionDetail>(`/api/sessions/${sessionId}`, { signal }),
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
      (await api.get<z.infer<typeof LinkList>>(`/api/sessions/${sessionId}/links`, { signal })).participants,
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
  useSessionChange(sessionId, (step: SessionStep) => api.post<SessionSummary>(`/api/sessions/${sessionId}/${step}`))

/** With the reason where gates are missing. */
export const useOpenSession = (sessionId: string) =>
  useSessionChange(sessionId, (opening: SessionOpening) =>
    api.post<SessionSummary>(`/api/sessions/${sessionId}/open`, opening),
  )

export const useReschedule = (sessionId: string) =>
  useSessionChange(sessionId, (change: z.input<typeof SessionChange>) =>
    api.put<SessionSummary>(`/api/sessions/${sessionId}/schedule`, change),
  )

export const useCancelSession = (sessionId: string) =>
  useSessionChange(sessionId, (reason: string) =>
    api.post<SessionSummary>(`/api/sessions/${sessionId}/cancellation`, { reason }),
  )

export const useProtectVisit = (sessionId: string) =>
  useSessionChange(sessionId, () => api.post<void>(protectionPath(sessionId), {}))

const protectionPath = (sessionId: string) => `/api/sessions/${sessionId}/protection`

export const useProtectionOf = (sessionId: string) =>
  useQuery({
    queryKey: [...keys.session(sessionId), 'protection'],
    queryFn: ({ signal }) => api.get<Protection>(protectionPath(sessionId), { signal }),
  })

export const useNameReader = (sessionId: string) =>
  useSessionChange(sessionId, (accountId: AccountId) =>
    api.post<void>(`${protectionPath(sessionId)}/readers`, { accountId }),
  )

const accessListPath = (sessionId: string) => `/api/sessions/${sessionId}/access-list`

export const useAccessList = (sessionId: string) =>
  useQuery({
    queryKey: [...keys.session(sessionId), 'access-list'],
    queryFn: ({ signal }) => api.get<AccessList>(accessListPath(sessionId), { signal }),
  })

export const useNameAccount = (sessionId: string) =>
  useSessionChange(sessionId, (naming: { accountId: AccountId; reason: string }) =>
    api.post<void>(accessListPath(sessionId), naming),
  )

export const useTakeBackAccount = (sessionId: string) =>
  useSessionChange(sessionId, ({ accountId, reason }: { accountId: AccountId; reason: string }) =>
    api.post<void>(`${accessListPath(sessionId)}/${accountId}/taking-back`, { reason }),
  )

export const useInvite = (sessionId: string) =>
  useSessionChange(sessionId, (participant: z.input<typeof NewParticipant>) =>
    api.post<ParticipantLink>(`/api/sessions/${sessionId}/participants`, participant),
  )

const linkPath = (sessionId: string, participantId: string) =>
  `/api/sessions/${sessionId}/participants/${participantId}/link`

export const useReissueLink = (sessionId: string) =>
  useSessionChange(sessionId, (participantId: string) => api.post<ParticipantLink>(linkPath(sessionId, participantId)))

export const useWithdraw = (sessionId: string) =>
  useSessionChange(sessionId, ({ participantId, ...withdrawal }: { participantId: string; reason: string }) =>
    api.post<void>(`/api/sessions/${sessionId}/participants/${participantId}/withdrawal`, withdrawal),
  )

export const useRevokeLink = (sessionId: string) =>
  useSessionChange(sessionId, (participantId: string) => api.delete<void>(linkPath(sessionId, participantId)))

export function useDocuments(sessionId: string) {
  return useQuery({
    queryKey: keys.documents(sessionId),
    queryFn: async ({ signal }) =>
      (await api.get<z.infer<typeof DocumentList>>(`/api/sessions/${sessionId}/documents`, { signal })).documents,
    refetchInterval: REFRESH_MS,
  })
}

export const refreshDocuments = (sessionId: string) =>
  queryClient.invalidateQueries({ queryKey: keys.documents(sessionId) })

export function useRemoveDocument(sessionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (documentId: string) => api.delete<void>(`/api/sessions/${sessionId}/documents/${documentId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.documents(sessionId) }),
  })
}
