// The film’s requests, on its page and on that of the session.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  Film,
  FilmAccess,
  FilmPeaks,
  FilmViewerNaming,
  FilmViewerTakingBack,
} from '../../../../shared/wire/film.ts'
import type { MinutesText } from '../../../../shared/wire/minutes-text.ts'
import { api } from '../../../base/api.ts'

/** While it is being made. */
const progressMs = 1500

const filmKey = (sessionId: string) => ['sessions', sessionId, 'film'] as const

export function useFilm(sessionId: string) {
  return useQuery({
    queryKey: [...filmKey(sessionId), 'state'],
    queryFn: ({ signal }) => api.get<Film>(`/api/sessions/${sessionId}/film`, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'rendering' ? progressMs : false,
  })
}

export function useFilmAccess(sessionId: string) {
  return useQuery({
    queryKey: [...filmKey(sessionId), 'access'],
    queryFn: ({ signal }) => api.get<FilmAccess>(`/api/sessions/${sessionId}/film/access`, { signal }),
    refetchOnMount: 'always',
  })
}

export function useFilmPeaks(sessionId: string, madeAt: number) {
  return useQuery({
    queryKey: [...filmKey(sessionId), 'peaks', madeAt],
    queryFn: ({ signal }) => api.get<z.infer<typeof FilmPeaks>>(`/api/sessions/${sessionId}/film/peaks`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useMinutes(sessionId: string) {
  return useQuery({
    queryKey: ['sessions', sessionId, 'minutes'],
    queryFn: ({ signal }) => api.get<MinutesText>(`/api/sessions/${sessionId}/minutes`, { signal }),
  })
}

function useFilmChange<Input = void>(sessionId: string, change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: filmKey(sessionId) }),
  })
}

const path = (sessionId: string) => `/api/sessions/${sessionId}/film`

export const useMakeFilm = (sessionId: string) => useFilmChange(sessionId, () => api.post<Film>(path(sessionId)))

export const useCancelFilm = (sessionId: string) => useFilmChange(sessionId, () => api.delete<void>(path(sessionId)))

export const useNameViewer = (sessionId: string) =>
  useFilmChange(sessionId, (naming: z.input<typeof FilmViewerNaming>) =>
    api.post<void>(`${path(sessionId)}/viewers`, naming),
  )

export const useTakeBackViewer = (sessionId: string) =>
  useFilmChange(sessionId, ({ accountId, ...body }: z.input<typeof FilmViewerTakingBack> & { accountId: string }) =>
    api.post<void>(`${path(sessionId)}/viewers/${accountId}/taking-back`, body),
  )
