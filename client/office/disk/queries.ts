// The staff pages’ requests about the disk of the server.

import { useQuery } from '@tanstack/react-query'
import { diskApi } from '../../../shared/wire/hearing/disk-api.ts'
import { call } from '../../base/api.ts'

export function useDisk() {
  return useQuery({
    queryKey: ['disk'],
    queryFn: ({ signal }) => call(diskApi.read, {}, { signal }),
    refetchInterval: 60_000,
  })
}

export function useSessionDiskSpace(sessionId: string) {
  return useQuery({
    queryKey: ['sessions', sessionId, 'room'],
    queryFn: ({ signal }) => call(diskApi.forSession, { params: { sessionId } }, { signal }),
    refetchInterval: 60_000,
  })
}
