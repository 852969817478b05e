// The staff pages’ requests about what people ask of their own data.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  IdentityCheck,
  NewPersonalRequest,
  NewRequestClockRow,
  RequestRefusal,
} from '../../../shared/wire/custody/personal-data.ts'
import { personalDataApi } from '../../../shared/wire/custody/personal-data-api.ts'
import { addressOf, call } from '../../base/api.ts'

const keys = { all: ['personal-data'], list: ['personal-data', 'list'], one: (id: string) => ['personal-data', id] }

export const usePersonalRequests = () =>
  useQuery({ queryKey: keys.list, queryFn: ({ signal }) => call(personalDataApi.page, {}, { signal }) })
export const usePersonalRequest = (id: string) =>
  useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => call(personalDataApi.read, { params: { requestId: id } }, { signal }),
  })

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: keys.all }) })
}

export const useReceive = () =>
  useChange((body: z.input<typeof NewPersonalRequest>) => call(personalDataApi.receive, { body }))
export const useAddClock = () =>
  useChange((row: z.input<typeof NewRequestClockRow>) => call(personalDataApi.addClock, { body: row }))
export const useIdentity = (id: string) =>
  useChange((body: z.input<typeof IdentityCheck>) =>
    call(personalDataApi.checkIdentity, { params: { requestId: id }, body }),
  )
export const useAnswer = (id: string) =>
  useChange((_: null) => call(personalDataApi.answer, { params: { requestId: id } }))
export const useRefuse = (id: string) =>
  useChange((body: z.input<typeof RequestRefusal>) => call(personalDataApi.refuse, { params: { requestId: id }, body }))
export const copyAddress = (id: string): string => addressOf(personalDataApi.copy, { params: { requestId: id } })
