// The requests of the registers. Each list is a look at citizens that is written down: none is fetched by itself again.

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NewRegisterRowBody, RegisterRow, WrittenColumnsBody } from '../../../shared/wire/reception/register.ts'
import { registerApi } from '../../../shared/wire/reception/register-api.ts'
import { call } from '../../base/api.ts'

const root = ['register']
const PROGRESS_MS = 500

const unasked = {
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
}

type Filters = Readonly<Record<string, string>>

function queryOf(filters: Filters, after: number | string | null): URLSearchParams {
  const asked = new URLSearchParams(filters)
  if (after !== null) asked.set('after', String(after))
  return asked
}

export function useRegister(filters: Filters, isWanted = true) {
  return useInfiniteQuery({
    queryKey: [...root, 'rows', queryOf(filters, null).toString()],
    queryFn: ({ pageParam, signal }) => call(registerApi.list, { query: queryOf(filters, pageParam) }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    enabled: isWanted,
    ...unasked,
  })
}

export function usePetitions(filters: Filters) {
  return useInfiniteQuery({
    queryKey: [...root, 'petitions', queryOf(filters, null).toString()],
    queryFn: ({ pageParam, signal }) => call(registerApi.petitions, { query: queryOf(filters, pageParam) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    ...unasked,
  })
}

function useChange<Input>(change: (input: Input) => Promise<RegisterRow>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: root }) })
}

export const useOpenRow = () => useChange((row: NewRegisterRowBody) => call(registerApi.open, { body: row }))

export const useCloseRow = () =>
  useChange((row: Pick<RegisterRow, 'day' | 'rowId'>) =>
    call(registerApi.close, { params: { day: row.day, rowId: row.rowId } }),
  )

/** Writes, then closes where that is wanted. */
export const useWriteRow = (row: RegisterRow) =>
  useChange(async ({ columns, closes }: { columns: WrittenColumnsBody; closes: boolean }) => {
    const written = await call(registerApi.write, {
      params: { day: row.day, rowId: row.rowId },
      body: { ...columns, revision: row.revision },
    })
    return closes ? call(registerApi.close, { params: { day: row.day, rowId: row.rowId } }) : written
  })

export const useCorrectRow = (row: RegisterRow) =>
  useChange((correction: { columns: WrittenColumnsBody; reason: string }) =>
    call(registerApi.correct, {
      params: { day: row.day, rowId: row.rowId },
      body: { ...correction, revision: row.revision },
    }),
  )

export const useLinkCase = (row: RegisterRow) =>
  useChange((number: string) =>
    call(registerApi.linkCase, { params: { day: row.day, rowId: row.rowId }, body: { number } }),
  )

/** How far a download has come; null: none was begun. */
export function useExport(exportId: string | null) {
  return useQuery({
    queryKey: [...root, 'export', exportId],
    queryFn: ({ signal }) => call(registerApi.exportProgress, { params: { exportId: exportId ?? '' } }, { signal }),
    enabled: exportId !== null,
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'going-on' ? false : PROGRESS_MS),
    // The page may ask before the download has reached the server.
    retry: 5,
    retryDelay: PROGRESS_MS,
    gcTime: 0,
  })
}
