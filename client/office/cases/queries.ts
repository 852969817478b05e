// The staff pages’ requests about cases. Each step names the version it was decided on: what others did meanwhile is never lost.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type {
  CaseDetail,
  CaseList,
  CaseSuggestions,
  ConditionList,
  CorrectedPetitioners,
  NewCaseBody,
  PetitionDraft,
  ReceivedCase,
  ShownPetitioners,
} from '../../../shared/wire/cases.ts'
import type { NameSearchList } from '../../../shared/wire/citizens.ts'
import { ApiError, api, sendForm } from '../../base/api.ts'

const keys = {
  all: ['cases'],
  list: (query: string) => ['cases', 'list', query],
  one: (caseId: string) => ['cases', 'one', caseId],
  people: (caseId: string) => ['cases', 'one', caseId, 'people'],
  suggestions: (caseId: string) => ['cases', 'one', caseId, 'suggestions'],
  draft: (draft: PetitionDraft) => ['cases', 'draft', draft],
  conditions: ['caseConditions'],
} as const

export function useCases(filters: Readonly<Record<string, string>>) {
  const query = new URLSearchParams(filters)
  return useInfiniteQuery({
    queryKey: keys.list(query.toString()),
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(query)
      if (pageParam !== null) asked.set('after', pageParam)
      return api.get<CaseList>(`/api/cases?${asked}`, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: keys.one(caseId),
    queryFn: ({ signal }) => api.get<CaseDetail>(`/api/cases/${caseId}`, { signal }),
  })
}

/** Asked for once, when somebody wants to see it: each look is written down. */
export function usePetitioners(caseId: string, isWanted: boolean) {
  return useQuery({
    queryKey: keys.people(caseId),
    queryFn: ({ signal }) => api.get<ShownPetitioners>(`/api/cases/${caseId}/petitioners`, { signal }),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSuggestions(caseId: string) {
  return useQuery({
    queryKey: keys.suggestions(caseId),
    queryFn: ({ signal }) => api.get<CaseSuggestions>(`/api/cases/${caseId}/suggestions`, { signal }),
    // Each time it is written down that it was asked.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** For a petition that is being typed; asked for once there is something to go by. */
export function useDraftSuggestions(draft: PetitionDraft) {
  return useQuery({
    queryKey: keys.draft(draft),
    queryFn: ({ signal }) => api.post<CaseSuggestions>('/api/cases/suggestions', draft, { signal }),
    enabled:
      draft.people.length > 0 ||
      Boolean(draft.name && draft.address) ||
      draft.subject.trim() !== '' ||
      draft.content.trim() !== '',
    placeholderData: (before) => before,
    // What is typed of people is not kept longer than the form is open.
    gcTime: 0,
  })
}

export function useNameSearches() {
  return useQuery({
    queryKey: ['nameSearches'],
    queryFn: async ({ signal }) => (await api.get<NameSearchList>('/api/name-searches', { signal })).searches,
    // Names are not kept longer than they are shown.
    gcTime: 0,
  })
}

export function useConditions() {
  return useQuery({
    queryKey: keys.conditions,
    queryFn: ({ signal }) => api.get<ConditionList>('/api/case-conditions', { signal }),
  })
}

export function useKeepConditions() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (list: ConditionList) => api.put<ConditionList>('/api/case-conditions', list),
    onSuccess: (list) => client.setQueryData(keys.conditions, list),
  })
}

/**
 * One step at a case, on the version that was there when its dialog opened. When somebody else was faster, the case is fetched
 * anew, and the step can be sent again as it was typed.
 */
export const useStep = (caseId: string, path: string, openedAt: number) =>
  useVersioned(caseId, openedAt, (body: object) => api.post<void>(`/api/cases/${caseId}/${path}`, body))

/** Who sent it, as it is from now on. */
export const useCorrectPetitioners = (caseId: string, openedAt: number) =>
  useVersioned(caseId, openedAt, (body: CorrectedPetitioners) =>
    api.put<void>(`/api/cases/${caseId}/petitioners`, body),
  )

function useVersioned<Body extends object>(
  caseId: string,
  openedAt: number,
  send: (body: Body & { seq: number }) => Promise<void>,
) {
  const client = useQueryClient()
  const [seq, setSeq] = useState(openedAt)
  return useMutation({
    mutationFn: (body: Body) => send({ ...body, seq }),
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.code !== 'case.changed') return
      await client.invalidateQueries({ queryKey: keys.one(caseId), exact: true })
      setSeq(client.getQueryData<CaseDetail>(keys.one(caseId))?.row.seq ?? seq)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

export function useNewCode(caseId: string) {
  return useMutation({ mutationFn: () => api.post<Pick<ReceivedCase, 'code'>>(`/api/cases/${caseId}/follow-code`) })
}

/** `share`: how much of the files has gone, 0 to 1. */
function useForms<T>(path: string) {
  const client = useQueryClient()
  const [share, setShare] = useState(0)
  const sending = useRef<AbortController>(null)
  // Whoever leaves in the middle wants nothing of it kept.
  useEffect(() => () => sending.current?.abort(), [])
  const send = useMutation({
    mutationFn: ({ petition, files }: { petition: object; files: readonly File[] }) => {
      const form = new FormData()
      form.append('petition', JSON.stringify(petition))
      for (const file of files) form.append('files', file, file.name)
      setShare(0)
      sending.current = new AbortController()
      return sendForm<T>(path, form, { signal: sending.current.signal, onProgress: setShare })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
  return { send, share }
}

export function useReceive() {
  const { send, share } = useForms<ReceivedCase>('/api/cases')
  const receive = (petition: NewCaseBody, files: readonly File[]) => send.mutateAsync({ petition, files })
  return { send, share, receive }
}

export const useAttach = (caseId: string) => useForms<void>(`/api/cases/${caseId}/attachments`)
