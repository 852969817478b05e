import { useQuery } from '@tanstack/react-query'
import type { SecrecyReport } from '../../../shared/wire/secrecy.ts'
import { api } from '../../base/api.ts'

const REFRESH_MS = 60_000

/** What this installation may handle; it looks for a way to the Internet every minute. */
export function useSecrecy() {
  return useQuery({
    queryKey: ['secrecy'],
    queryFn: ({ signal }) => api.get<SecrecyReport>('/api/secrecy', { signal }),
    refetchInterval: REFRESH_MS,
  })
}
