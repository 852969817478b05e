// The staff pages’ requests about legal clocks: of a case, the list of deadlines, the calendar and the table.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { deadlineApi } from '../../../shared/wire/casework/deadline-api.ts'
import type { CalendarYearBody, Counting, NewClockRow } from '../../../shared/wire/casework/law.ts'
import { lawApi } from '../../../shared/wire/casework/law-api.ts'
import { call } from '../../base/api.ts'

const keys = {
  law: ['law'],
  deadlines: (query: string) => ['cases', 'deadlines', query],
  // Beneath the case: each step at it asks anew.
  clocks: (caseId: string) => ['cases', 'one', caseId, 'clocks'],
} as const

export function useCaseClocks(caseId: string) {
  return useQuery({
    queryKey: keys.clocks(caseId),
    queryFn: async ({ signal }) => (await call(deadlineApi.clocksOfCase, { params: { caseId } }, { signal })).clocks,
  })
}

export function useDeadlines(query: URLSearchParams) {
  return useQuery({
    queryKey: keys.deadlines(query.toString()),
    queryFn: ({ signal }) => call(deadlineApi.list, { query }, { signal }),
    placeholderData: (before) => before,
  })
}

export function useLaw() {
  return useQuery({ queryKey: keys.law, queryFn: ({ signal }) => call(lawApi.read, {}, { signal }) })
}

/** All that is counted may be another then. */
function useLawChange<Input>(change: (input: Input) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.law })
      await client.invalidateQueries({ queryKey: ['cases'] })
    },
  })
}

export const useKeepYear = (year: number) =>
  useLawChange((body: CalendarYearBody) => call(lawApi.changeYear, { params: { year }, body }))
export const useAddRow = () => useLawChange((body: NewClockRow) => call(lawApi.addRow, { body }))
export const useCounting = () => useLawChange((body: Counting) => call(lawApi.changeCounting, { body }))
