// The staff pages’ requests about legal clocks: of a case, the list of deadlines, the calendar and the table.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  CalendarYearBody,
  CaseClockList,
  Counting,
  DeadlineList,
  LawPage,
  NewClockRow,
} from '../../../shared/wire/law.ts'
import { api } from '../../base/api.ts'

const keys = {
  law: ['law'],
  deadlines: (query: string) => ['cases', 'deadlines', query],
  // Beneath the case: each step at it asks anew.
  clocks: (caseId: string) => ['cases', 'one', caseId, 'clocks'],
} as const

export function useCaseClocks(caseId: string) {
  return useQuery({
    queryKey: keys.clocks(caseId),
    queryFn: async ({ signal }) => (await api.get<CaseClockList>(`/api/cases/${caseId}/clocks`, { signal })).clocks,
  })
}

export function useDeadlines(query: URLSearchParams) {
  return useQuery({
    queryKey: keys.deadlines(query.toString()),
    queryFn: ({ signal }) => api.get<DeadlineList>(`/api/deadlines?${query}`, { signal }),
    placeholderData: (before) => before,
  })
}

export function useLaw() {
  return useQuery({ queryKey: keys.law, queryFn: ({ signal }) => api.get<LawPage>('/api/law', { signal }) })
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
  useLawChange((body: CalendarYearBody) => api.put<void>(`/api/law/years/${year}`, body))
export const useAddRow = () => useLawChange((body: NewClockRow) => api.post<void>('/api/law/rows', body))
export const useCounting = () => useLawChange((body: Counting) => api.put<void>('/api/law/counting', body))
