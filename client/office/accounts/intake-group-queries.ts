// The intake group: who is in it, and naming them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { IntakeGroup } from '../../../shared/wire/intake-group.ts'
import { api } from '../../base/api.ts'

const key = ['intake-group']

export function useIntakeGroup() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<IntakeGroup>('/api/intake-group', { signal }),
  })
}

export function useIntakeGroupNaming(path: 'members' | 'members/taking-back') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (naming: { accountId: string; reason: string }) => api.post(`/api/intake-group/${path}`, naming),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
