// The requests of the reception calendar: days of a month, who comes, the roster, the rota.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  BookedCitizens,
  Called,
  NewOfficer,
  OfficerList,
  Planned,
  ReceptionSettings,
  SittingBody,
  SittingChange,
  StaffCalendar,
} from '../../../../shared/wire/appointments.ts'
import { api } from '../../../base/api.ts'

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
    queryFn: ({ signal }) => api.get<StaffCalendar>(`/api/reception/days?month=${month}`, { signal }),
    refetchInterval: REFRESH_MS,
  })
}

/** Each fetch is written down as a look at names: none happens by itself. */
export function useBookedCitizens(date: string) {
  return useQuery({
    queryKey: keys.day(date),
    queryFn: async ({ signal }) =>
      (await api.get<z.infer<typeof BookedCitizens>>(`/api/reception/days/${date}/appointments`, { signal }))
        .appointments,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export function useOfficers() {
  return useQuery({
    queryKey: keys.officers,
    queryFn: async ({ signal }) =>
      (await api.get<z.infer<typeof OfficerList>>('/api/reception/officers', { signal })).officers,
  })
}

export function useRota() {
  return useQuery({
    queryKey: keys.rota,
    queryFn: ({ signal }) => api.get<ReceptionSettings>('/api/reception/rota', { signal }),
  })
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: root }) })
}

export const useAddOfficer = () =>
  useChange((officer: z.input<typeof NewOfficer>) => api.post('/api/reception/officers', officer))
export const useChangeOfficer = (officerId: string) =>
  useChange((officer: z.input<typeof NewOfficer>) =>
    api.put(`/api/reception/officers/${encodeURIComponent(officerId)}`, officer),
  )
export const useRemoveOfficer = () =>
  useChange((officerId: string) => api.delete<void>(`/api/reception/officers/${officerId}`))

export const useKeepRota = () =>
  useChange((settings: z.input<typeof ReceptionSettings>) =>
    api.put<z.infer<typeof Planned>>('/api/reception/rota', settings),
  )

export const usePlan = () => useChange((body: z.input<typeof SittingBody>) => api.post('/api/reception/days', body))

interface AtSitting {
  readonly date: string
  readonly sittingId: string
}
const pathOf = ({ date, sittingId }: AtSitting) =>
  `/api/reception/days/${date}/sittings/${encodeURIComponent(sittingId)}`

export const useReplan = (at: AtSitting) =>
  useChange((body: z.input<typeof SittingChange>) => api.put<void>(pathOf(at), body))
export const useStepIn = (at: AtSitting) =>
  useChange((body: { officerId: string; reason: string }) => api.post<void>(`${pathOf(at)}/substitute`, body))
export const useNoteHeld = (at: AtSitting) =>
  useChange((officerId: string) => api.post<void>(`${pathOf(at)}/held`, { officerId }))
export const useCallOff = (at: AtSitting) =>
  useChange((reason: string) => api.post<z.infer<typeof Called>>(`${pathOf(at)}/cancellation`, { reason }))
