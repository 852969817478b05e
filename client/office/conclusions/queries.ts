// The staff pages’ requests about what was assigned: what becomes of it, who is reminded of it, and where units are written to.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { ConclusionList, ReminderPlan, Unit, UnitList } from '../../../shared/wire/conclusions.ts'
import { api, sendForm } from '../../base/api.ts'

/** Reminders that are on their way arrive within seconds. */
const REFRESH_MS = 3000
const IDLE_REFRESH_MS = 30_000

/** Where the assignments on a page are read and followed up: those of all sessions, or of one whose words stay inside. */
export const ConclusionsAt = createContext('/api/conclusions')
export const conclusionsOfSession = (sessionId: string) => `/api/sessions/${sessionId}/conclusions`

const keys = { conclusions: ['conclusions'], units: ['units'], plan: ['reminderPlan'] } as const

const isUnderWay = ({ conclusions }: ConclusionList) =>
  conclusions.some(({ reminders }) => reminders.at(-1)?.delivery.state === 'queued')

export function useConclusions() {
  return useQuery({
    queryKey: keys.conclusions,
    queryFn: ({ signal }) => api.get<ConclusionList>('/api/conclusions', { signal }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? REFRESH_MS : IDLE_REFRESH_MS),
  })
}

export function useConclusionsOfSession(sessionId: string) {
  const at = conclusionsOfSession(sessionId)
  return useQuery({
    queryKey: [...keys.conclusions, sessionId],
    queryFn: ({ signal }) => api.get<ConclusionList>(at, { signal }),
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

interface OfficeWord {
  readonly act: 'acceptance' | 'return'
  readonly body: object
}

export function useOfficeWord(entryId: string) {
  const at = useContext(ConclusionsAt)
  return useConclusionChange(({ act, body }: OfficeWord) => api.post<void>(`${at}/${entryId}/${act}`, body))
}

export type StepAct = 'progress' | 'evidence' | 'report'

export interface NewStep {
  readonly act: StepAct
  readonly words: Readonly<Record<string, string>>
  readonly files: readonly File[]
}

/** `share`: how much of the files has gone, 0 to 1; 1: the server is looking at them. */
export function useStep(entryId: string) {
  const at = useContext(ConclusionsAt)
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
    const { signal } = sending.current
    return sendForm<void>(`${at}/${entryId}/${act}`, form, { signal, onProgress: setShare })
  })
  return { step, share }
}

export const useRemind = (entryId: string) =>
  useConclusionChange((number: number) => api.post<void>(`/api/conclusions/${entryId}/reminders`, { number }))

export function useUnits() {
  return useQuery({
    queryKey: keys.units,
    queryFn: async ({ signal }) => (await api.get<z.infer<typeof UnitList>>('/api/units', { signal })).units,
  })
}

export function useKeepUnit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, email }: Pick<Unit, 'name'> & { email: string | null }) =>
      api.put<void>('/api/units', { name, email }),
    onSuccess: () =>
      Promise.all([keys.units, keys.conclusions].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

export function useReminderPlan() {
  return useQuery({
    queryKey: keys.plan,
    queryFn: ({ signal }) => api.get<ReminderPlan>('/api/reminder-plan', { signal }),
  })
}

export function useChangeReminderPlan() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (plan: ReminderPlan) => api.put<ReminderPlan>('/api/reminder-plan', plan),
    onSuccess: (plan) => {
      client.setQueryData(keys.plan, plan)
      return client.invalidateQueries({ queryKey: keys.conclusions })
    },
  })
}
