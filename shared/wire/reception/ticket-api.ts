// /api/reception/ticket: a ticket of a reception day, and what its holder may ask and say.

import { noContent, route } from '../route.ts'
import { Acceptance, AskingPage, CallWish, HouseRules, NewTicket, TakenTicket, TicketView } from './reception.ts'

const tags = ['reception']

export const ticketApi = {
  give: route({
    method: 'POST',
    path: '/reception/tickets',
    access: 'staffOrKiosk',
    tags,
    summary: 'Give out a ticket',
    description: 'At a desk by staff, or by a kiosk with its link. The link of the ticket opens the waiting page.',
    body: NewTicket,
    response: { 201: TakenTicket },
  }),
  read: route({
    method: 'GET',
    path: '/reception/ticket',
    access: 'ticket',
    tags,
    summary: 'What the holder of a ticket may know',
    query: AskingPage,
    response: { 200: TicketView },
  }),
  giveUp: route({
    method: 'POST',
    path: '/reception/ticket/giving-up',
    access: 'ticket',
    tags,
    summary: 'Wait no longer',
    response: noContent,
  }),
  rules: route({
    method: 'GET',
    path: '/reception/ticket/rules',
    access: 'ticket',
    tags,
    summary: 'The rules of the reception and the declaration, as they read now',
    response: { 200: HouseRules },
  }),
  acceptRules: route({
    method: 'POST',
    path: '/reception/ticket/acceptance',
    access: 'ticket',
    tags,
    summary: 'Have read the rules and the declaration, and agree',
    description: 'The time is kept, and which words they were.',
    body: Acceptance,
    response: noContent,
  }),
  askForCall: route({
    method: 'POST',
    path: '/reception/ticket/call-wish',
    access: 'ticket',
    tags,
    summary: 'Ask to be telephoned instead: the own device has neither camera nor microphone',
    body: CallWish,
    response: noContent,
  }),
}
