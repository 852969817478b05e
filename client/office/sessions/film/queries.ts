// The film’s requests, on its page and on that of the session.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { FilmViewerNaming, FilmViewerTakingBack } from '../../../../shared/wire/hearing/film.ts'
import { filmApi } from '../../../../shared/wire/hearing/film-api.ts'
import { filmViewerApi } from '../../../../shared/wire/hearing/film-viewer-api.ts'
import { minutesApi } from '../../../../shared/wire/hearing/minutes-api.ts'
import { call } from '../../../base/api.ts'

/** While it is being made. */
const progressMs = 1500

const filmKey = (sessionId: string) => ['sessions', sessionId, 'film'] as const

export function useFilm(sessionId: string) {
  return useQuery({
    queryKey: [...filmKey(sessionId), 'state'],
    queryFn: ({ signal }) => call(filmApi.read, { params: { sessionId } }, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'rendering' ? progressMs : false,
  })
}

export function useFilmAccess(sessionId: string) {
  return useQuery({
    queryKey: [...filmKey(sessionId), 'access'],
    queryFn: ({ signal }) => call(filmViewerApi.access, { params: { sessionId } }, { signal }),
    refetchOnMount: 'always',
  })
}

export function useFilmPeaks(sessionId: string, madeAt: number) {
  return useQuery({
    queryKey: [...filmKey(sessionId), 'peaks', madeAt],
    queryFn: ({ signal }) => call(filmApi.peaks, { params: { sessionId } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useMinutes(sessionId: string) {
  return useQuery({
    queryKey: ['sessions', sessionId, 'minutes'],
    queryFn: ({ signal }) => call(minutesApi.read, { params: { sessionId } }, { signal }),
  })
}

function useFilmChange<Input = void>(sessionId: string, change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: filmKey(sessionId) }),
  })
}

export const useMakeFilm = (sessionId: string) =>
  useFilmChange(sessionId, () => call(filmApi.make, { params: { sessionId } }))

export const useCancelFilm = (sessionId: string) =>
  useFilmChange(sessionId, () => call(filmApi.breakOff, { params: { sessionId } }))

export const useNameViewer = (sessionId: string) =>
  useFilmChange(sessionId, (naming: z.input<typeof FilmViewerNaming>) =>
    call(filmViewerApi.addViewer, { params: { sessionId }, body: naming }),
  )

export const useTakeBackViewer = (sessionId: string) =>
  useFilmChange(sessionId, ({ accountId, ...body }: z.input<typeof FilmViewerTakingBack> & { accountId: string }) =>
    call(filmViewerApi.takeBackViewer, { params: { sessionId, accountId }, body }),
  )
