// The staff pages’ requests about what is kept, held and erased.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { KeepingRow } from '../../../shared/retention/classes.ts'
import type { Subject } from '../../../shared/retention/contract.ts'
import type { NewErasureList, NewHold } from '../../../shared/wire/custody/retention.ts'
import { retentionApi } from '../../../shared/wire/custody/retention-api.ts'
import { call } from '../../base/api.ts'

const pageKey = ['retention', 'page']
const subjectKey = ({ kind, id }: Subject) => ['retention', kind, id]
const whileErasingMs = 2000

export function useRetention() {
  return useQuery({
    queryKey: pageKey,
    queryFn: ({ signal }) => call(retentionApi.page, {}, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.lists.some((list) => list.state === 'approved') ? whileErasingMs : false,
  })
}

export function useSubjectRetention(subject: Subject) {
  return useQuery({
    queryKey: subjectKey(subject),
    queryFn: ({ signal }) =>
      subject.kind === 'session'
        ? call(retentionApi.ofSession, { params: { sessionId: subject.id } }, { signal })
        : call(retentionApi.ofCase, { params: { caseId: subject.id } }, { signal }),
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

export const useAddKeepingRow = () => useChange((row: KeepingRow) => call(retentionApi.addRow, { body: row }))
export const useLook = () => useChange((_: null) => call(retentionApi.look))
export const useHold = () => useChange((hold: z.input<typeof NewHold>) => call(retentionApi.hold, { body: hold }))
export const useLift = () =>
  useChange(({ holdId, reason }: { holdId: string; reason: string }) =>
    call(retentionApi.lift, { params: { holdId }, body: { reason } }),
  )
export const usePropose = () =>
  useChange((list: z.input<typeof NewErasureList>) => call(retentionApi.propose, { body: list }))
export const useApprove = () =>
  useChange(({ listId }: { listId: string }) => call(retentionApi.approve, { params: { listId } }))
export const useDecline = () =>
  useChange(({ listId, reason }: OnList) => call(retentionApi.decline, { params: { listId }, body: { reason } }))
