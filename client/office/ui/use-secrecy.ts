import { useQuery } from '@tanstack/react-query'
import { secrecyApi } from '../../../shared/wire/identity/secrecy-api.ts'
import { call } from '../../base/api.ts'

const REFRESH_MS = 60_000

/** What this installation may handle; it looks for a way to the Internet every minute. */
export function useSecrecy() {
  return useQuery({
    queryKey: ['secrecy'],
    queryFn: ({ signal }) => call(secrecyApi.read, {}, { signal }),
    refetchInterval: REFRESH_MS,
  })
}
