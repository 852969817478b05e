// The staff pages’ requests about cases. Each step names the version it was decided on: what others did meanwhile is never lost.

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { caseApi } from '../../../shared/wire/casework/case-api.ts'
import { casePeopleApi } from '../../../shared/wire/casework/case-people-api.ts'
import { caseStepApi } from '../../../shared/wire/casework/case-step-api.ts'
import type {
  CaseDetail,
  ConditionList,
  CorrectedPetitioners,
  NewCaseBody,
  PetitionDraft,
} from '../../../shared/wire/casework/cases.ts'
import { nameSearchApi } from '../../../shared/wire/identity/name-search-api.ts'
import type { Route } from '../../../shared/wire/route.ts'
import { ApiError, call, sendForm } from '../../base/api.ts'

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
      return call(caseApi.list, { query: asked }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
}

export function useCase(caseId: string) {
  return useQuery({
    queryKey: keys.one(caseId),
    queryFn: ({ signal }) => call(caseApi.read, { params: { caseId } }, { signal }),
  })
}

/** Asked for once, when somebody wants to see it: each look is written down. */
export function usePetitioners(caseId: string, isWanted: boolean) {
  return useQuery({
    queryKey: keys.people(caseId),
    queryFn: ({ signal }) => call(casePeopleApi.petitioners, { params: { caseId } }, { signal }),
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSuggestions(caseId: string) {
  return useQuery({
    queryKey: keys.suggestions(caseId),
    queryFn: ({ signal }) => call(caseApi.suggestions, { params: { caseId } }, { signal }),
    // Each time it is written down that it was asked.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** For a petition that is being typed; asked for once there is something to go by. */
export function useDraftSuggestions(draft: PetitionDraft) {
  return useQuery({
    queryKey: keys.draft(draft),
    queryFn: ({ signal }) => call(caseApi.suggestionsForDraft, { body: draft }, { signal }),
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
    queryFn: async ({ signal }) => (await call(nameSearchApi.list, {}, { signal })).searches,
    // Names are not kept longer than they are shown.
    gcTime: 0,
  })
}

export function useConditions() {
  return useQuery({
    queryKey: keys.conditions,
    queryFn: ({ signal }) => call(caseApi.conditions, {}, { signal }),
  })
}

export function useKeepConditions() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (list: ConditionList) => call(caseApi.changeConditions, { body: list }),
    onSuccess: (list) => client.setQueryData(keys.conditions, list),
  })
}

const { classify, changeLevel, split, linkEarlier, pointToDialogue } = caseApi
const { nameReader, takeBackReader } = casePeopleApi
const stepRoutes = {
  ...caseStepApi,
  ...{ classify, changeLevel, split, linkEarlier, pointToDialogue, nameReader, takeBackReader },
}
export type StepName = keyof typeof stepRoutes

/**
 * One step at a case, on the version that was there when its dialog opened. When somebody else was faster, the case is fetched
 * anew, and the step can be sent again as it was typed.
 */
export const useStep = (caseId: string, name: StepName, openedAt: number) =>
  useVersioned(caseId, openedAt, (body: object) => call<Route>(stepRoutes[name], { params: { caseId }, body }))

/** Who sent it, as it is from now on. */
export const useCorrectPetitioners = (caseId: string, openedAt: number) =>
  useVersioned(caseId, openedAt, (body: CorrectedPetitioners & { seq: number }) =>
    call(casePeopleApi.correctPetitioners, { params: { caseId }, body }),
  )

function useVersioned<Body extends object>(
  caseId: string,
  openedAt: number,
  send: (body: Body & { seq: number }) => Promise<unknown>,
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
  return useMutation({ mutationFn: () => call(casePeopleApi.renewFollowCode, { params: { caseId } }) })
}

/** `share`: how much of the files has gone, 0 to 1. */
function useForms<Called extends Route>(called: Called, address: Parameters<typeof sendForm<Called>>[1]) {
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
      return sendForm(called, address, form, { signal: sending.current.signal, onProgress: setShare })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
  return { send, share }
}

export function useReceive() {
  const { send, share } = useForms(caseApi.enter, {})
  const receive = (petition: NewCaseBody, files: readonly File[]) => send.mutateAsync({ petition, files })
  return { send, share, receive }
}

export const useAttach = (caseId: string) => useForms(caseApi.attach, { params: { caseId } })
