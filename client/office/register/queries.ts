// The requests of the registers. Each list is a look at citizens that is written down: none is fetched by itself again.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ExportProgress,
  NewRegisterRowBody,
  PetitionList,
  RegisterList,
  RegisterRow,
  WrittenColumnsBody,
} from '../../../shared/wire/register.ts'
import { api } from '../../base/api.ts'

const root = ['register']
const PROGRESS_MS = 500

const unasked = {
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
}

type Filters = Readonly<Record<string, string>>

function queryOf(filters: Filters, after: number | string | null): string {
  const asked = new URLSearchParams(filters)
  if (after !== null) asked.set('after', String(after))
  return asked.toString()
}

export function useRegister(filters: Filters, isWanted = true) {
  return useInfiniteQuery({
    queryKey: [...root, 'rows', queryOf(filters, null)],
    queryFn: ({ pageParam, signal }) =>
      api.get<RegisterList>(`/api/register?${queryOf(filters, pageParam)}`, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    enabled: isWanted,
    ...unasked,
  })
}

export function usePetitions(filters: Filters) {
  return useInfiniteQuery({
    queryKey: [...root, 'petitions', queryOf(filters, null)],
    queryFn: ({ pageParam, signal }) =>
      api.get<PetitionList>(`/api/register/petitions?${queryOf(filters, pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    ...unasked,
  })
}

function useChange<Input>(change: (input: Input) => Promise<RegisterRow>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: root }) })
}

const pathOf = ({ day, rowId }: Pick<RegisterRow, 'day' | 'rowId'>) =>
  `/api/register/${day}/${encodeURIComponent(rowId)}`

export const useOpenRow = () => useChange((row: NewRegisterRowBody) => api.post<RegisterRow>('/api/register', row))

export const useCloseRow = () =>
  useChange((row: Pick<RegisterRow, 'day' | 'rowId'>) => api.post<RegisterRow>(`${pathOf(row)}/closing`))

/** Writes, then closes where that is wanted. */
export const useWriteRow = (row: RegisterRow) =>
  useChange(async ({ columns, closes }: { columns: WrittenColumnsBody; closes: boolean }) => {
    const written = await api.put<RegisterRow>(pathOf(row), { ...columns, revision: row.revision })
    return closes ? api.post<RegisterRow>(`${pathOf(row)}/closing`) : written
  })

export const useCorrectRow = (row: RegisterRow) =>
  useChange((correction: { columns: WrittenColumnsBody; reason: string }) =>
    api.post<RegisterRow>(`${pathOf(row)}/corrections`, { ...correction, revision: row.revision }),
  )

export const useLinkCase = (row: RegisterRow) =>
  useChange((number: string) => api.post<RegisterRow>(`${pathOf(row)}/case`, { number }))

/** How far a download has come; null: none was begun. */
export function useExport(exportId: string | null) {
  return useQuery({
    queryKey: [...root, 'export', exportId],
    queryFn: ({ signal }) => api.get<ExportProgress>(`/api/register/exports/${exportId}`, { signal }),
    enabled: exportId !== null,
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'going-on' ? false : PROGRESS_MS),
    // The page may ask before the download has reached the server.
    retry: 5,
    retryDelay: PROGRESS_MS,
    gcTime: 0,
  })
}
