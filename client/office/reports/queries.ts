// The requests of the reports. Under the key of the register: what is written into a row counts at once.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ClosedPeriods, Report, ReportList, ReportRows } from '../../../shared/wire/reports.ts'
import { api } from '../../base/api.ts'

const root = ['register', 'reports']

export interface Asked {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly unit: string | null
}

const daysOf = ({ from, to, unit }: Asked) => ({ from, to, ...(unit !== null && { unit }) })
const pathOf = ({ name }: Asked) => `/api/reports/${encodeURIComponent(name)}`
export const filePath = (asked: Asked, format: string): string =>
  `${pathOf(asked)}/files/${format}?${new URLSearchParams(daysOf(asked))}`

export const useReportList = () =>
  useQuery({
    queryKey: [...root, 'list'],
    queryFn: ({ signal }) => api.get<ReportList>('/api/reports', { signal }),
  })

export const useReport = (asked: Asked) =>
  useQuery({
    queryKey: [...root, 'figures', asked],
    queryFn: ({ signal }) => api.get<Report>(`${pathOf(asked)}?${new URLSearchParams(daysOf(asked))}`, { signal }),
    refetchOnWindowFocus: false,
  })

/** A look at citizens that is written down: not fetched by itself again. */
export const useReportRows = (asked: Asked, key: string) =>
  useInfiniteQuery({
    queryKey: [...root, 'rows', asked, key],
    queryFn: ({ pageParam, signal }) =>
      api.get<ReportRows>(
        `${pathOf(asked)}/figures/${key}?${new URLSearchParams({ ...daysOf(asked), after: String(pageParam) })}`,
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const rowsFilePath = (asked: Asked, key: string, of: ReportRows['of'][number]): string =>
  `${pathOf(asked)}/figures/${key}/${of}.xlsx?${new URLSearchParams(daysOf(asked))}`

export const useClosedPeriods = () =>
  useQuery({
    queryKey: [...root, 'closed'],
    queryFn: ({ signal }) => api.get<ClosedPeriods>('/api/closed-periods', { signal }),
  })

export function useCloseReport(asked: Asked) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<Report>(`${pathOf(asked)}/closing`, daysOf(asked)),
    onSettled: () =>
      Promise.all(['figures', 'closed'].map((what) => client.invalidateQueries({ queryKey: [...root, what] }))),
  })
}
