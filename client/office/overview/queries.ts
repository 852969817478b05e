// The requests of the overview. Under the key of the register: what is written into a row counts at once.

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { behindKinds } from '../../../shared/wire/figures/overview.ts'
import { overviewApi } from '../../../shared/wire/figures/overview-api.ts'
import { call } from '../../base/api.ts'

const root = ['register', 'overview']

export interface Asked {
  readonly from: string
  readonly to: string
  readonly unit: string | null
}

/** What is behind a figure of these days. */
export interface Behind {
  readonly of: (typeof behindKinds)[number]
  readonly key?: string
  readonly title: string
  /** Of a part of the period. */
  readonly days?: { readonly from: string; readonly to: string }
}

const parametersOf = ({ from, to, unit }: Asked) => ({ from, to, ...(unit !== null && { unit }) })

export const useOverview = (asked: Asked) =>
  useQuery({
    queryKey: [...root, 'figures', asked],
    queryFn: ({ signal }) => call(overviewApi.read, { query: parametersOf(asked) }, { signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })

/** May be a look at citizens that is written down: not fetched by itself again. */
export const useOverviewRows = (asked: Asked, { of, key, days }: Behind) =>
  useInfiniteQuery({
    queryKey: [...root, 'rows', asked, of, key, days],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...parametersOf({ ...asked, ...days }), of, after: pageParam, ...(key !== undefined && { key }) }
      return call(overviewApi.rows, { query }, { signal })
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
