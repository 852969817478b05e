// The health of what is running, asked anew as long as somebody looks on.

import { useQuery } from '@tanstack/react-query'
import { runningHealthApi } from '../../../shared/wire/hearing/running-health-api.ts'
import { call } from '../../base/api.ts'

const REFRESH_MS = 5000

export function useRunningHealth() {
  return useQuery({
    queryKey: ['operations', 'health'],
    queryFn: ({ signal }) => call(runningHealthApi.read, {}, { signal }),
    refetchInterval: REFRESH_MS,
  })
}
