// The requests of the reception calendar: days of a month, who comes, the roster, the rota.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  NewOfficer,
  ReceptionSettings,
  SittingBody,
  SittingChange,
} from '../../../../shared/wire/reception/appointments.ts'
import { receptionPlanApi } from '../../../../shared/wire/reception/reception-plan-api.ts'
import { call } from '../../../base/api.ts'

/** Citizens book while staff look on. */
const REFRESH_MS = 30_000

const root = ['receptionCalendar']
const keys = {
  month: (month: string) => [...root, 'month', month],
  day: (date: string) => [...root, 'day', date],
  officers: [...root, 'officers'],
  rota: [...root, 'rota'],
} as const

export function useMonth(month: string) {
  return useQuery({
    queryKey: keys.month(month),
    queryFn: ({ signal }) => call(receptionPlanApi.days, { query: { month } }, { signal }),
    refetchInterval: REFRESH_MS,
  })
}

/** Each fetch is written down as a look at names: none happens by itself. */
export function useBookedCitizens(date: string) {
  return useQuery({
    queryKey: keys.day(date),
    queryFn: async ({ signal }) =>
      (await call(receptionPlanApi.appointmentsOfDay, { params: { date } }, { signal })).appointments,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export function useOfficers() {
  return useQuery({
    queryKey: keys.officers,
    queryFn: async ({ signal }) => (await call(receptionPlanApi.officers, {}, { signal })).officers,
  })
}

export function useRota() {
  return useQuery({
    queryKey: keys.rota,
    queryFn: ({ signal }) => call(receptionPlanApi.rota, {}, { signal }),
  })
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: root }) })
}

export const useAddOfficer = () =>
  useChange((officer: z.input<typeof NewOfficer>) => call(receptionPlanApi.addOfficer, { body: officer }))
export const useChangeOfficer = (officerId: string) =>
  useChange((officer: z.input<typeof NewOfficer>) =>
    call(receptionPlanApi.changeOfficer, { params: { officerId }, body: officer }),
  )
export const useRemoveOfficer = () =>
  useChange((officerId: string) => call(receptionPlanApi.removeOfficer, { params: { officerId } }))

export const useKeepRota = () =>
  useChange((settings: z.input<typeof ReceptionSettings>) => call(receptionPlanApi.changeRota, { body: settings }))

export const usePlan = () =>
  useChange((body: z.input<typeof SittingBody>) => call(receptionPlanApi.planSitting, { body }))

interface AtSitting {
  readonly date: string
  readonly sittingId: string
}
export const useReplan = (at: AtSitting) =>
  useChange((body: z.input<typeof SittingChange>) =>
    call(receptionPlanApi.changeSitting, { params: { date: at.date, sittingId: at.sittingId }, body }),
  )
export const useStepIn = (at: AtSitting) =>
  useChange((body: { officerId: string; reason: string }) =>
    call(receptionPlanApi.substitute, { params: { date: at.date, sittingId: at.sittingId }, body }),
  )
export const useNoteHeld = (at: AtSitting) =>
  useChange((officerId: string) =>
    call(receptionPlanApi.noteHeld, { params: { date: at.date, sittingId: at.sittingId }, body: { officerId } }),
  )
export const useCallOff = (at: AtSitting) =>
  useChange((reason: string) =>
    call(receptionPlanApi.cancelSitting, { params: { date: at.date, sittingId: at.sittingId }, body: { reason } }),
  )
