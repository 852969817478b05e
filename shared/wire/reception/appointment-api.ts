// /api/reception: what citizens do without an account: look at the calendar, book, change, give back.

import { route } from '../route.ts'
import {
  Arrived,
  BookingBody,
  Calendar,
  Challenge,
  MoveBody,
  OwnAppointment,
  OwnAppointmentBody,
} from './appointments.ts'

const tags = ['reception']

export const appointmentApi = {
  calendar: route({
    method: 'GET',
    path: '/reception/calendar',
    access: 'public',
    tags,
    summary: 'When citizens are received, by whom, and what is free',
    response: { 200: Calendar },
  }),
  challenge: route({
    method: 'GET',
    path: '/reception/challenge',
    access: 'public',
    tags,
    summary: 'A piece of work for the browser, to be sent solved with a booking',
    response: { 200: Challenge },
  }),
  book: route({
    method: 'POST',
    path: '/reception/appointments',
    access: 'public',
    tags,
    summary: 'Book a place',
    description: 'Sent again with the same proof and contact, it is answered with the same booking.',
    body: BookingBody,
    response: { 201: OwnAppointment },
  }),
  read: route({
    method: 'POST',
    path: '/reception/appointment',
    access: 'public',
    tags,
    summary: 'One’s own appointment, by its code and the contact left with it',
    description: 'A code that does not exist and a contact that does not fit are answered alike.',
    body: OwnAppointmentBody,
    response: { 200: OwnAppointment },
  }),
  move: route({
    method: 'POST',
    path: '/reception/appointment/move',
    access: 'public',
    tags,
    summary: 'Another place',
    body: MoveBody,
    response: { 200: OwnAppointment },
  }),
  cancel: route({
    method: 'POST',
    path: '/reception/appointment/cancellation',
    access: 'public',
    tags,
    summary: 'Give the place back',
    body: OwnAppointmentBody,
    response: { 200: OwnAppointment },
  }),
  arrive: route({
    method: 'POST',
    path: '/reception/appointment/arrival',
    access: 'public',
    tags,
    summary: 'The citizen has come: a ticket of the queue, and the page to wait on',
    body: OwnAppointmentBody,
    response: { 200: Arrived },
  }),
}
