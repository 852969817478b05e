// The staff pages’ requests about what is kept, held and erased.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { KeepingRow } from '../../../shared/retention/classes.ts'
import type { Subject } from '../../../shared/retention/contract.ts'
import type { NewErasureList, NewHold, RetentionPage, SubjectRetention } from '../../../shared/wire/retention.ts'
import { api } from '../../base/api.ts'

const pageKey = ['retention', 'page']
const subjectKey = ({ kind, id }: Subject) => ['retention', kind, id]
const whileErasingMs = 2000

export function useRetention() {
  return useQuery({
    queryKey: pageKey,
    queryFn: ({ signal }) => api.get<RetentionPage>('/api/retention', { signal }),
    refetchInterval: ({ state }) =>
      state.data?.lists.some((list) => list.state === 'approved') ? whileErasingMs : false,
  })
}

export function useSubjectRetention(subject: Subject) {
  const folder = subject.kind === 'session' ? 'sessions' : 'cases'
  return useQuery({
    queryKey: subjectKey(subject),
    queryFn: ({ signal }) => api.get<SubjectRetention>(`/api/${folder}/${subject.id}/retention`, { signal }),
  })
}

function useChange<Input>(change: (input: Input) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['retention'] }),
  })
}

interface OnList {
  readonly listId: string
  readonly reason: string
}

export const useAddKeepingRow = () => useChange((row: KeepingRow) => api.post<void>('/api/retention/rows', row))
export const useLook = () => useChange((_: null) => api.post<void>('/api/retention/look'))
export const useHold = () => useChange((hold: z.input<typeof NewHold>) => api.post<void>('/api/retention/holds', hold))
export const useLift = () =>
  useChange(({ holdId, reason }: { holdId: string; reason: string }) =>
    api.post<void>(`/api/retention/holds/${holdId}/lift`, { reason }),
  )
export const usePropose = () =>
  useChange((list: z.input<typeof NewErasureList>) => api.post<void>('/api/retention/lists', list))
export const useApprove = () =>
  useChange(({ listId }: { listId: string }) => api.post<void>(`/api/retention/lists/${listId}/approve`))
export const useDecline = () =>
  useChange(({ listId, reason }: OnList) => api.post<void>(`/api/retention/lists/${listId}/decline`, { reason }))
