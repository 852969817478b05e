// /api/reception/kiosks: the machines in the hall that give out tickets.
import { z } from 'zod'
import { noContent, route } from '../route.ts'
import { KioskLink, KioskList, KioskView, NewKiosk } from './reception.ts'

const tags = ['reception']

export const kioskApi = {
  read: route({
    method: 'GET',
    path: '/reception/kiosk',
    access: 'kiosk',
    tags,
    summary: 'What a kiosk shows',
    response: { 200: KioskView },
  }),
  list: route({
    method: 'GET',
    path: '/reception/kiosks',
    access: 'staff',
    tags,
    summary: 'The kiosks',
    response: { 200: KioskList },
  }),
  add: route({
    method: 'POST',
    path: '/reception/kiosks',
    access: 'staff',
    tags,
    summary: 'Add a kiosk',
    description: 'Its link is shown this once; a new one is had by adding the machine anew.',
    body: NewKiosk,
    response: { 201: KioskLink },
  }),
  remove: route({
    method: 'DELETE',
    path: '/reception/kiosks/:kioskId',
    access: 'staff',
    tags,
    summary: 'Take a kiosk off the list: it gives out no more tickets',
    params: z.object({ kioskId: z.uuid() }),
    response: noContent,
  }),
}
