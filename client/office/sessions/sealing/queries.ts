import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionSealing, UnsealedSessions } from '../../../../shared/wire/sealing.ts'
import { api } from '../../../base/api.ts'

const unsealedKey = ['unsealed-sessions'] as const
const sealingKey = (sessionId: string) => ['sessions', sessionId, 'sealing'] as const

export const useUnsealedSessions = () =>
  useQuery({
    queryKey: unsealedKey,
    queryFn: ({ signal }) => api.get<UnsealedSessions>('/api/unsealed-sessions', { signal }),
  })

export const useSealing = (sessionId: string) =>
  useQuery({
    queryKey: sealingKey(sessionId),
    queryFn: ({ signal }) => api.get<SessionSealing>(`/api/sessions/${sessionId}/sealing`, { signal }),
  })

/** One after the other: those before one that is refused are waived. */
export function useWaiveMinutes() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ sessionIds, reason }: { sessionIds: readonly string[]; reason: string }) => {
      for (const sessionId of sessionIds)
        await api.post<SessionSealing>(`/api/sessions/${sessionId}/minutes-waiver`, { reason })
    },
    onSettled: (_data, _error, { sessionIds }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: unsealedKey }),
        ...sessionIds.map((sessionId) => client.invalidateQueries({ queryKey: sealingKey(sessionId) })),
      ]),
  })
}
