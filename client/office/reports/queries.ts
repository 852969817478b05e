// The requests of the reports. Under the key of the register: what is written into a row counts at once.

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { reportApi } from '../../../shared/wire/figures/report-api.ts'
import type { ReportFormat, ReportRows } from '../../../shared/wire/figures/reports.ts'
import { addressOf, call } from '../../base/api.ts'

const root = ['register', 'reports']

export interface Asked {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly unit: string | null
}

const daysOf = ({ from, to, unit }: Asked) => ({ from, to, ...(unit !== null && { unit }) })
export const filePath = (asked: Asked, format: ReportFormat): string =>
  addressOf(reportApi.file, { params: { name: asked.name, format }, query: daysOf(asked) })

export const useReportList = () =>
  useQuery({
    queryKey: [...root, 'list'],
    queryFn: ({ signal }) => call(reportApi.list, {}, { signal }),
  })

export const useReport = (asked: Asked) =>
  useQuery({
    queryKey: [...root, 'figures', asked],
    queryFn: ({ signal }) => call(reportApi.read, { params: { name: asked.name }, query: daysOf(asked) }, { signal }),
    refetchOnWindowFocus: false,
  })

/** A look at citizens that is written down: not fetched by itself again. */
export const useReportRows = (asked: Asked, key: string) =>
  useInfiniteQuery({
    queryKey: [...root, 'rows', asked, key],
    queryFn: ({ pageParam, signal }) =>
      call(
        reportApi.rows,
        {
          params: { name: asked.name, key },
          query: { ...daysOf(asked), after: pageParam },
        },
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
  addressOf(reportApi.workbook, { params: { name: asked.name, key, of }, query: daysOf(asked) })

export const useClosedPeriods = () =>
  useQuery({
    queryKey: [...root, 'closed'],
    queryFn: ({ signal }) => call(reportApi.closedPeriods, {}, { signal }),
  })

export function useCloseReport(asked: Asked) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(reportApi.close, { params: { name: asked.name }, body: daysOf(asked) }),
    onSettled: () =>
      Promise.all(['figures', 'closed'].map((what) => client.invalidateQueries({ queryKey: [...root, what] }))),
  })
}
