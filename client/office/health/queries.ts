// The health of what is running, asked anew as long as somebody looks on.
import { useQuery } from '@tanstack/react-query'
import type { RunningHealth } from '../../../shared/wire/rest.ts'
import { api } from '../../base/api.ts'

const REFRESH_MS = 5000

export function useRunningHealth() {
  return useQuery({
    queryKey: ['operations', 'health'],
    queryFn: ({ signal }) => api.get<RunningHealth>('/api/operations/health', { signal }),
    refetchInterval: REFRESH_MS,
  })
}
