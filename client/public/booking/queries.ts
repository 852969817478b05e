// The requests of the public pages. What they fetch is kept by TanStack Query alone; nobody is signed in.

import { QueryClient, useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { appointmentApi } from '../../../shared/wire/reception/appointment-api.ts'
import type { BookingForm, OwnAppointmentBody, Place, Proof } from '../../../shared/wire/reception/appointments.ts'
import { ApiError, call } from '../../base/api.ts'

const MOST_RETRIES = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) =>
        failures < MOST_RETRIES && !(error instanceof ApiError && error.status >= 200 && error.status < 500),
    },
  },
})

const calendarKey = ['reception', 'calendar']

export function useCalendar() {
  return useQuery({
    queryKey: calendarKey,
    queryFn: ({ signal }) => call(appointmentApi.calendar, {}, { signal }),
  })
}

/** Places have been given away, or given back. */
const refreshCalendar = () => void queryClient.invalidateQueries({ queryKey: calendarKey })

export interface Booking {
  readonly place: z.input<typeof Place>
  readonly form: z.input<typeof BookingForm>
  readonly proof: Proof
}

export function useBook() {
  return useMutation({
    mutationFn: (booking: Booking) => call(appointmentApi.book, { body: booking }),
    onSettled: refreshCalendar,
  })
}

type Own = z.input<typeof OwnAppointmentBody>

export function useFind() {
  return useMutation({ mutationFn: (own: Own) => call(appointmentApi.read, { body: own }) })
}

export function useMove() {
  return useMutation({
    mutationFn: (move: Own & { place: z.input<typeof Place> }) => call(appointmentApi.move, { body: move }),
    onSettled: refreshCalendar,
  })
}

export function useCancel() {
  return useMutation({
    mutationFn: (own: Own) => call(appointmentApi.cancel, { body: own }),
    onSettled: refreshCalendar,
  })
}

export function useArrive() {
  return useMutation({
    mutationFn: (own: Own) => call(appointmentApi.arrive, { body: own }),
    onSuccess: ({ link }) => window.location.assign(link),
  })
}
