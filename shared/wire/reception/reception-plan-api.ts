// /api/reception, for staff: the roster, the rota, the days, and who comes. Whoever looks at names is written down.

import { z } from 'zod'
import { OfficerId, SittingId } from '../../kernel/ids.ts'
import { noContent, route } from '../route.ts'
import {
  BookedCitizens,
  Called,
  HeldBody,
  NewOfficer,
  Officer,
  OfficerList,
  Planned,
  ReasonBody,
  ReceptionSettings,
  SittingBody,
  SittingChange,
  StaffCalendar,
  SubstituteBody,
} from './appointments.ts'

const tags = ['reception']
const Month = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as in 2026-12') })
const AtDay = z.object({ date: z.iso.date() })
const AtSitting = AtDay.extend({ sittingId: SittingId })
const AtOfficer = z.object({ officerId: OfficerId })

export const receptionPlanApi = {
  officers: route({
    method: 'GET',
    path: '/reception/officers',
    access: 'staff',
    tags,
    summary: 'Who receives citizens',
    response: { 200: OfficerList },
  }),
  addOfficer: route({
    method: 'POST',
    path: '/reception/officers',
    access: 'staff',
    tags,
    summary: 'Enter an officer',
    body: NewOfficer,
    response: { 201: Officer },
  }),
  changeOfficer: route({
    method: 'PUT',
    path: '/reception/officers/:officerId',
    access: 'staff',
    tags,
    summary: 'Change an officer',
    params: AtOfficer,
    body: NewOfficer,
    response: { 200: Officer },
  }),
  removeOfficer: route({
    method: 'DELETE',
    path: '/reception/officers/:officerId',
    access: 'staff',
    tags,
    summary: 'Take an officer off the roster',
    params: AtOfficer,
    response: noContent,
  }),
  rota: route({
    method: 'GET',
    path: '/reception/rota',
    access: 'staff',
    tags,
    summary: 'The rota, and what the public page says',
    response: { 200: ReceptionSettings },
  }),
  changeRota: route({
    method: 'PUT',
    path: '/reception/rota',
    access: 'staff',
    tags,
    summary: 'Change the rota, or what the public page says',
    description: 'Days that are not planned yet are planned by it at once; those that are stay as they are.',
    body: ReceptionSettings,
    response: { 200: Planned },
  }),
  days: route({
    method: 'GET',
    path: '/reception/days',
    access: 'staff',
    tags,
    summary: 'The reception days of a month, and whether the head has received as often as is due',
    query: Month,
    response: { 200: StaffCalendar },
  }),
  appointmentsOfDay: route({
    method: 'GET',
    path: '/reception/days/:date/appointments',
    access: 'staff',
    tags,
    summary: 'Who comes on a day',
    description:
      'That the names were looked at is written down with the record of citizens. Who denounces, or is not sure ' +
      'whether they do, is told to the intake group alone.',
    params: AtDay,
    response: { 200: BookedCitizens },
  }),
  planSitting: route({
    method: 'POST',
    path: '/reception/days',
    access: 'staff',
    tags,
    summary: 'Plan a sitting',
    body: SittingBody,
    response: { 201: z.object({}) },
  }),
  changeSitting: route({
    method: 'PUT',
    path: '/reception/days/:date/sittings/:sittingId',
    access: 'staff',
    tags,
    summary: 'Change a sitting; what is booked stays possible',
    params: AtSitting,
    body: SittingChange,
    response: noContent,
  }),
  substitute: route({
    method: 'POST',
    path: '/reception/days/:date/sittings/:sittingId/substitute',
    access: 'staff',
    tags,
    summary: 'Somebody else receives',
    params: AtSitting,
    body: SubstituteBody,
    response: noContent,
  }),
  noteHeld: route({
    method: 'POST',
    path: '/reception/days/:date/sittings/:sittingId/held',
    access: 'staff',
    tags,
    summary: 'Note who received',
    params: AtSitting,
    body: HeldBody,
    response: noContent,
  }),
  cancelSitting: route({
    method: 'POST',
    path: '/reception/days/:date/sittings/:sittingId/cancellation',
    access: 'staff',
    tags,
    summary: 'Call a sitting off; everybody who has booked is written to',
    params: AtSitting,
    body: ReasonBody,
    response: { 200: Called },
  }),
}
