// What the desk page asks and does by REST; what it shows comes by its socket (use-day.ts).

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { kioskApi } from '../../../../shared/wire/reception/kiosk-api.ts'
import type {
  EndOfTicket,
  Kiosk,
  MessageToWaiting,
  NewDesk,
  NewTicket,
  ReceptionSettings,
} from '../../../../shared/wire/reception/reception.ts'
import { receptionApi } from '../../../../shared/wire/reception/reception-api.ts'
import { ticketApi } from '../../../../shared/wire/reception/ticket-api.ts'
import type { Route } from '../../../../shared/wire/route.ts'
import { call } from '../../../base/api.ts'

const keys = { staff: ['reception', 'staff'], kiosks: ['reception', 'kiosks'] } as const

export const useOpenDesk = () =>
  useMutation({ mutationFn: (desk: z.input<typeof NewDesk>) => call(receptionApi.openDesk, { body: desk }) })

/** Of one’s own desk. */
export type DeskAct =
  | { name: 'call-next'; body: { kind: string | null } }
  | { name: 'call'; body: { ticketId: string; words: string } }
  | { name: 'recall' | 'no-show' | 'begin' | 'finish'; body?: undefined }
  | { name: 'send-back'; body: { text: string } }
  | { name: 'hand-over'; body: { toDeskId: string; note: string } }
  | { name: 'close'; body?: undefined }

const deskRoutes = {
  'call-next': receptionApi.callNext,
  call: receptionApi.call,
  recall: receptionApi.recall,
  'no-show': receptionApi.noShow,
  begin: receptionApi.beginVisit,
  finish: receptionApi.finishVisit,
  'send-back': receptionApi.sendBack,
  'hand-over': receptionApi.handOver,
  close: receptionApi.closeDesk,
}

export const useDeskAct = (deskId: string) =>
  useMutation({
    mutationFn: ({ name, body }: DeskAct) =>
      call<Route>(deskRoutes[name], { params: { deskId }, ...(body && { body }) }),
  })

export const useGiveTicket = () =>
  useMutation({
    mutationFn: (ticket: z.input<typeof NewTicket>) => call(ticketApi.give, { body: ticket }),
  })

export const useNameCitizen = () =>
  useMutation({
    mutationFn: ({ ticketId, name }: { ticketId: string; name: string }) =>
      call(receptionApi.nameCitizen, { params: { ticketId }, body: { name } }),
  })

export const useEndTicket = () =>
  useMutation({
    mutationFn: ({ ticketId, ...end }: z.input<typeof EndOfTicket> & { ticketId: string }) =>
      call(receptionApi.endTicket, { params: { ticketId }, body: end }),
  })

export const useMessage = () =>
  useMutation({
    mutationFn: (message: z.input<typeof MessageToWaiting>) => call(receptionApi.sendMessage, { body: message }),
  })

export const useChangeSettings = () =>
  useMutation({
    mutationFn: (settings: z.input<typeof ReceptionSettings>) => call(receptionApi.changeSettings, { body: settings }),
  })

/** One’s own way into the visit; until the room is made there is none. */
export const useVisitLink = (ticketId: string) =>
  useQuery({
    queryKey: ['reception', 'visit', ticketId],
    queryFn: ({ signal }) => call(receptionApi.visitLink, { params: { ticketId } }, { signal }),
    retry: 5,
    retryDelay: 500,
  })

/** Once for a call, and when it is wanted again: each look is written down. Until the room is made there is none. */
export const useCasesOfCalled = (ticketId: string) =>
  useQuery({
    queryKey: ['reception', 'earlier', ticketId],
    queryFn: ({ signal }) => call(receptionApi.earlierCases, { params: { ticketId } }, { signal }),
    retry: 5,
    retryDelay: 500,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useStaff = () =>
  useQuery({
    queryKey: keys.staff,
    queryFn: async ({ signal }) => (await call(receptionApi.staff, {}, { signal })).staff,
  })

export const useKiosks = () =>
  useQuery({
    queryKey: keys.kiosks,
    queryFn: async ({ signal }): Promise<Kiosk[]> => (await call(kioskApi.list, {}, { signal })).kiosks,
  })

export function useKioskChange() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.kiosks })
  return {
    add: useMutation({
      mutationFn: (label: string) => call(kioskApi.add, { body: { label } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (kioskId: string) => call(kioskApi.remove, { params: { kioskId } }),
      onSuccess,
    }),
  }
}
