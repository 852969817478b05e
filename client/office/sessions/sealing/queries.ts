import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sealingApi } from '../../../../shared/wire/custody/sealing-api.ts'
import { call } from '../../../base/api.ts'

const unsealedKey = ['unsealed-sessions'] as const
const sealingKey = (sessionId: string) => ['sessions', sessionId, 'sealing'] as const

export const useUnsealedSessions = () =>
  useQuery({
    queryKey: unsealedKey,
    queryFn: ({ signal }) => call(sealingApi.unsealed, {}, { signal }),
  })

export const useSealing = (sessionId: string) =>
  useQuery({
    queryKey: sealingKey(sessionId),
    queryFn: ({ signal }) => call(sealingApi.read, { params: { sessionId } }, { signal }),
  })

/** One after the other: those before one that is refused are waived. */
export function useWaiveMinutes() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ sessionIds, reason }: { sessionIds: readonly string[]; reason: string }) => {
      for (const sessionId of sessionIds)
        await call(sealingApi.waiveMinutes, { params: { sessionId }, body: { reason } })
    },
    onSettled: (_data, _error, { sessionIds }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: unsealedKey }),
        ...sessionIds.map((sessionId) => client.invalidateQueries({ queryKey: sealingKey(sessionId) })),
      ]),
  })
}
