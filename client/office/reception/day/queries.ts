// What the desk page asks and does by REST; what it shows comes by its socket (use-day.ts).
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CasesOfCalled } from '../../../../shared/wire/cases.ts'
import type {
  EndOfTicket,
  Kiosk,
  KioskLink,
  KioskList,
  MessageToWaiting,
  NewDesk,
  NewTicket,
  ReceptionSettings,
  StaffMemberList,
  TakenTicket,
  VisitLink,
} from '../../../../shared/wire/reception.ts'
import { api } from '../../../base/api.ts'

const keys = { staff: ['reception', 'staff'], kiosks: ['reception', 'kiosks'] } as const

export const useOpenDesk = () =>
  useMutation({ mutationFn: (desk: z.input<typeof NewDesk>) => api.post('/api/reception/desks', desk) })

/** Of one’s own desk. */
export type DeskAct =
  | { name: 'call-next'; body: { kind: string | null } }
  | { name: 'call'; body: { ticketId: string; words: string } }
  | { name: 'recall' | 'no-show' | 'begin' | 'finish'; body?: undefined }
  | { name: 'send-back'; body: { text: string } }
  | { name: 'hand-over'; body: { toDeskId: string; note: string } }
  | { name: 'close'; body?: undefined }

export const useDeskAct = (deskId: string) =>
  useMutation({
    mutationFn: ({ name, body }: DeskAct) =>
      name === 'close'
        ? api.delete<unknown>(`/api/reception/desks/${deskId}`)
        : api.post<unknown>(`/api/reception/desks/${deskId}/${name}`, body),
  })

export const useGiveTicket = () =>
  useMutation({
    mutationFn: (ticket: z.input<typeof NewTicket>) => api.post<TakenTicket>('/api/reception/tickets', ticket),
  })

export const useNameCitizen = () =>
  useMutation({
    mutationFn: ({ ticketId, name }: { ticketId: string; name: string }) =>
      api.put(`/api/reception/tickets/${ticketId}/citizen`, { name }),
  })

export const useEndTicket = () =>
  useMutation({
    mutationFn: ({ ticketId, ...end }: z.input<typeof EndOfTicket> & { ticketId: string }) =>
      api.post(`/api/reception/tickets/${ticketId}/end`, end),
  })

export const useMessage = () =>
  useMutation({
    mutationFn: (message: z.input<typeof MessageToWaiting>) => api.post('/api/reception/messages', message),
  })

export const useChangeSettings = () =>
  useMutation({
    mutationFn: (settings: z.input<typeof ReceptionSettings>) => api.put('/api/reception/settings', settings),
  })

/** One’s own way into the visit; until the room is made there is none. */
export const useVisitLink = (ticketId: string) =>
  useQuery({
    queryKey: ['reception', 'visit', ticketId],
    queryFn: ({ signal }) => api.get<z.infer<typeof VisitLink>>(`/api/reception/tickets/${ticketId}/visit`, { signal }),
    retry: 5,
    retryDelay: 500,
  })

/** Once for a call, and when it is wanted again: each look is written down. Until the room is made there is none. */
export const useCasesOfCalled = (ticketId: string) =>
  useQuery({
    queryKey: ['reception', 'earlier', ticketId],
    queryFn: ({ signal }) => api.get<CasesOfCalled>(`/api/reception/tickets/${ticketId}/earlier-cases`, { signal }),
    retry: 5,
    retryDelay: 500,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useStaff = () =>
  useQuery({
    queryKey: keys.staff,
    queryFn: async ({ signal }) => (await api.get<StaffMemberList>('/api/reception/staff', { signal })).staff,
  })

export const useKiosks = () =>
  useQuery({
    queryKey: keys.kiosks,
    queryFn: async ({ signal }): Promise<Kiosk[]> =>
      (await api.get<z.infer<typeof KioskList>>('/api/reception/kiosks', { signal })).kiosks,
  })

export function useKioskChange() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.kiosks })
  return {
    add: useMutation({
      mutationFn: (label: string) => api.post<z.infer<typeof KioskLink>>('/api/reception/kiosks', { label }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (kioskId: string) => api.delete(`/api/reception/kiosks/${kioskId}`),
      onSuccess,
    }),
  }
}
