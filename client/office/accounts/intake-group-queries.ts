// The intake group: who is in it, and naming them.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { intakeGroupApi } from '../../../shared/wire/casework/intake-group-api.ts'
import { call } from '../../base/api.ts'

const key = ['intake-group']

export function useIntakeGroup() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(intakeGroupApi.read, {}, { signal }),
  })
}

export function useIntakeGroupNaming(act: 'name' | 'takeBack') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (naming: { accountId: string; reason: string }) => call(intakeGroupApi[act], { body: naming }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
