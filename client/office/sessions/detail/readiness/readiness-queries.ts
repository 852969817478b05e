// The staff pages’ requests about readiness.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  NewConnectionTest,
  NewSiteConnection,
  SessionReadiness,
} from '../../../../../shared/wire/hearing/readiness.ts'
import { readinessApi } from '../../../../../shared/wire/hearing/readiness-api.ts'
import { call } from '../../../../base/api.ts'

const keyOf = (sessionId: string) => ['sessions', sessionId, 'readiness']
export function useReadiness(sessionId: string, isWanted = true) {
  return useQuery({
    queryKey: keyOf(sessionId),
    queryFn: ({ signal }) => call(readinessApi.read, { params: { sessionId } }, { signal }),
    // While somebody is in the room it changes from one look of the server to the next.
    refetchInterval: ({ state }) => (state.data?.lacking.length ? 4_000 : 15_000),
    enabled: isWanted,
  })
}

function useNote<Input>(sessionId: string, note: (input: Input) => Promise<SessionReadiness>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: note,
    onSuccess: (shown) => client.setQueryData<SessionReadiness>(keyOf(sessionId), shown),
  })
}

export const useRecordNotice = (sessionId: string) =>
  useNote(sessionId, () => call(readinessApi.recordNotice, { params: { sessionId } }))

export const useRecordTest = (sessionId: string) =>
  useNote(sessionId, (test: z.input<typeof NewConnectionTest>) =>
    call(readinessApi.recordTest, { params: { sessionId }, body: test }),
  )

export const useRecordConnection = (sessionId: string) =>
  useNote(sessionId, (connection: z.input<typeof NewSiteConnection>) =>
    call(readinessApi.recordConnected, { params: { sessionId }, body: connection }),
  )
