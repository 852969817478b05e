// The staff pages’ requests about the disk of the server.
import { useQuery } from '@tanstack/react-query'
import type { DiskForecast, SessionRoom } from '../../../shared/wire/disk.ts'
import { api } from '../../base/api.ts'

export function useDisk() {
  return useQuery({
    queryKey: ['disk'],
    queryFn: ({ signal }) => api.get<DiskForecast>('/api/operations/disk', { signal }),
    refetchInterval: 60_000,
  })
}

export function useSessionRoom(sessionId: string) {
  return useQuery({
    queryKey: ['sessions', sessionId, 'room'],
    queryFn: ({ signal }) => api.get<SessionRoom>(`/api/sessions/${sessionId}/room`, { signal }),
    refetchInterval: 60_000,
  })
}
