// The staff pages’ requests about what was assigned: what becomes of it, who is reminded of it, and where units are written to.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { conclusionApi } from '../../../shared/wire/casework/conclusion-api.ts'
import type { ConclusionList, ReminderPlan, Unit } from '../../../shared/wire/casework/conclusions.ts'
import { followUpApi, followUpOfVisitApi } from '../../../shared/wire/casework/follow-up-api.ts'
import { reminderApi } from '../../../shared/wire/casework/reminder-api.ts'
import { unitApi } from '../../../shared/wire/identity/unit-api.ts'
import type { Route } from '../../../shared/wire/route.ts'
import { call, sendForm } from '../../base/api.ts'

/** Reminders that are on their way arrive within seconds. */
const REFRESH_MS = 3000
const IDLE_REFRESH_MS = 30_000

/** Whose assignments a page reads and follows up: those of the session whose words stay inside; null: of all others. */
export const ConclusionsOf = createContext<string | null>(null)

const keys = { conclusions: ['conclusions'], units: ['units'], plan: ['reminderPlan'] } as const

const isUnderWay = ({ conclusions }: ConclusionList) =>
  conclusions.some(({ reminders }) => reminders.at(-1)?.delivery.state === 'queued')

export function useConclusions() {
  return useQuery({
    queryKey: keys.conclusions,
    queryFn: ({ signal }) => call(conclusionApi.list, {}, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? REFRESH_MS : IDLE_REFRESH_MS),
  })
}

export function useConclusionsOfSession(sessionId: string) {
  return useQuery({
    queryKey: [...keys.conclusions, sessionId],
    queryFn: ({ signal }) => call(conclusionApi.ofVisit, { params: { sessionId } }, { signal }),
  })
}

function useConclusionChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    // Also after a refusal: somebody else was faster, and the page shows what is so now.
    onSettled: () => client.invalidateQueries({ queryKey: keys.conclusions }),
  })
}

type OfficeWord =
  | { readonly act: 'accept'; readonly body: z.input<typeof followUpApi.accept.body> }
  | { readonly act: 'return'; readonly body: z.input<typeof followUpApi.return.body> }

export function useOfficeWord(entryId: string) {
  const sessionId = useContext(ConclusionsOf)
  return useConclusionChange(({ act, body }: OfficeWord) =>
    sessionId === null
      ? call<Route>(followUpApi[act], { params: { entryId }, body })
      : call<Route>(followUpOfVisitApi[act], { params: { sessionId, entryId }, body }),
  )
}

const stepRoutes = { progress: 'noteProgress', evidence: 'addEvidence', report: 'report' } as const
export type StepAct = keyof typeof stepRoutes

export interface NewStep {
  readonly act: StepAct
  readonly words: Readonly<Record<string, string>>
  readonly files: readonly File[]
}

/** `share`: how much of the files has gone, 0 to 1; 1: the server is looking at them. */
export function useStep(entryId: string) {
  const sessionId = useContext(ConclusionsOf)
  const [share, setShare] = useState(0)
  const sending = useRef<AbortController>(null)
  // Whoever closes the dialog in the middle wants nothing of it kept.
  useEffect(() => () => sending.current?.abort(), [])
  const step = useConclusionChange(({ act, words, files }: NewStep) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(words)) form.append(name, value)
    for (const file of files) form.append('files', file, file.name)
    setShare(0)
    sending.current = new AbortController()
    const options = { signal: sending.current.signal, onProgress: setShare }
    const name = stepRoutes[act]
    return sessionId === null
      ? sendForm(followUpApi[name], { params: { entryId } }, form, options)
      : sendForm(followUpOfVisitApi[name], { params: { sessionId, entryId } }, form, options)
  })
  return { step, share }
}

export const useRemind = (entryId: string) =>
  useConclusionChange((number: number) => call(reminderApi.remind, { params: { entryId }, body: { number } }))

export function useUnits() {
  return useQuery({
    queryKey: keys.units,
    queryFn: async ({ signal }) => (await call(unitApi.list, {}, { signal })).units,
  })
}

export function useKeepUnit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, email }: Pick<Unit, 'name'> & { email: string | null }) =>
      call(unitApi.change, { body: { name, email } }),
    onSuccess: () =>
      Promise.all([keys.units, keys.conclusions].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

export function useReminderPlan() {
  return useQuery({
    queryKey: keys.plan,
    queryFn: ({ signal }) => call(reminderApi.plan, {}, { signal }),
  })
}

export function useChangeReminderPlan() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (plan: ReminderPlan) => call(reminderApi.changePlan, { body: plan }),
    onSuccess: (plan) => {
      client.setQueryData(keys.plan, plan)
      return client.invalidateQueries({ queryKey: keys.conclusions })
    },
  })
}
