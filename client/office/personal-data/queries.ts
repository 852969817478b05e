// The staff pages’ requests about what people ask of their own data.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  IdentityCheck,
  NewPersonalRequest,
  NewRequestClockRow,
  PersonalDataPage,
  PersonalRequestDetail,
  RequestRefusal,
} from '../../../shared/wire/personal-data.ts'
import { api } from '../../base/api.ts'

const root = '/api/personal-data/requests'
const keys = { all: ['personal-data'], list: ['personal-data', 'list'], one: (id: string) => ['personal-data', id] }

export const usePersonalRequests = () =>
  useQuery({ queryKey: keys.list, queryFn: ({ signal }) => api.get<PersonalDataPage>(root, { signal }) })
export const usePersonalRequest = (id: string) =>
  useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => api.get<PersonalRequestDetail>(`${root}/${id}`, { signal }),
  })

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: keys.all }) })
}

export const useReceive = () =>
  useChange((body: z.input<typeof NewPersonalRequest>) => api.post<{ requestId: string }>(root, body))
export const useAddClock = () =>
  useChange((row: z.input<typeof NewRequestClockRow>) => api.post<void>('/api/personal-data/clocks', row))
export const useIdentity = (id: string) =>
  useChange((body: z.input<typeof IdentityCheck>) => api.post<void>(`${root}/${id}/identity`, body))
export const useAnswer = (id: string) => useChange((_: null) => api.post<void>(`${root}/${id}/answer`))
export const useRefuse = (id: string) =>
  useChange((body: z.input<typeof RequestRefusal>) => api.post<void>(`${root}/${id}/refusal`, body))
export const copyAddress = (id: string): string => `${root}/${id}/copy.zip`
