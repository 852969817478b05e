// /api/reception: tickets from kiosks and desks, what a desk does with who it called, and what the holder of a ticket may ask.

import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Wish } from '../../../shared/kernel/aggregate.ts'
import { type CitizenId, DeskId, TicketId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { desks, TicketKind } from '../../../shared/reception/desks/contract.ts'
import { isActive, isAtDesk, queue } from '../../../shared/reception/queue/contract.ts'
import { CasesOfCalled } from '../../../shared/wire/cases.ts'
import {
  Acceptance,
  AskingPage,
  CalledTicket,
  CallNext,
  CallThis,
  CallWish,
  DayView,
  EndOfTicket,
  HandOver,
  HouseRules,
  KioskLink,
  KioskList,
  KioskView,
  MessageToWaiting,
  NameOfCitizen,
  NewDesk,
  NewKiosk,
  NewTicket,
  OpenedDesk,
  ReceptionSettings,
  SendBack,
  StaffMemberList,
  TakenTicket,
  TicketView,
  VisitLink,
} from '../../../shared/wire/reception.ts'
import type { Cases } from '../../casework/cases/cases.ts'
import { broughtByCalled } from '../../casework/cases/same-person.ts'
import type { IntakeGroup } from '../../casework/intake-group/intake-group.ts'
import type { OutsideActor } from '../../engine/aggregates/aggregates.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import { accessSuspended } from '../../identity/accounts/access-errors.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { readerOf } from '../../identity/accounts/reader.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { limitPerNetwork } from '../../platform/http/rate-limits.ts'
import { accountOf, ticketOf } from '../../platform/http/route-access.ts'
import type { KeptReceptionSettings } from '../appointments/settings.ts'
import type { Register } from '../register/register.ts'
import type { Kiosks } from './kiosks.ts'
import type { Reception } from './reception.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly register: Register
  readonly citizens: Citizens
  readonly reception: Reception
  readonly kiosks: Kiosks
  readonly receptionSettings: KeptReceptionSettings
  readonly intakeGroup: IntakeGroup
  readonly cases: Cases
}

const tags = ['reception']
const staff = { access: 'staff' } as const
const AtDesk = z.object({ deskId: DeskId })
const AtTicket = z.object({ ticketId: TicketId })
const nothing = { 204: z.undefined() }

/** A hall full of phones behind one address, each asking again now and then. */
const ticketLimit = { points: 3000, seconds: 60 }
/** Nobody takes a ticket faster than by hand. */
const kioskLimit = { points: 60, seconds: 60 }

export const receptionRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { reception, receptionSettings, kiosks, citizens, accounts } = dependencies
    const byAccount = (request: Parameters<typeof accountOf>[0]): OutsideActor => ({
      kind: 'account',
      accountId: accountOf(request).accountId,
    })
    // Who denounces comes to desks that take denunciations: nobody opens one or works at one whose access is suspended.
    api.addHook('preHandler', async ({ account, params, body }) => {
      if (!account || readerOf(account) !== null) return
      const { deskId } = (params ?? {}) as { deskId?: DeskId }
      const open = deskId && (await reception.state()).desks.desks[deskId]
      const { kinds = open ? open.kinds : [] } = (body ?? {}) as { kinds?: readonly TicketKind[] }
      if (kinds.includes('denunciation')) throw accessSuspended()
    })
    async function must(by: OutsideActor, wanted: Wish): Promise<void> {
      const reply = await reception.dispatch(by, wanted)
      if (!reply.ok) throw rejected(reply.rejection)
    }
    async function rulesInForce(): Promise<z.infer<typeof HouseRules>> {
      const { houseRules, declaration } = await receptionSettings.read()
      const sha256 = createHash('sha256')
        .update(JSON.stringify([houseRules, declaration]))
        .digest('hex')
      return { houseRules, declaration, sha256 }
    }
    async function calledTo(deskId: DeskId): Promise<z.infer<typeof CalledTicket>> {
      const { queue: state } = await reception.state()
      const call = state.calls.findLast((one) => one.deskId === deskId)
      const number = call && state.tickets[call.ticketId]?.number
      if (!call || number === undefined) throw notFound('ticket')
      return { ticketId: call.ticketId, number, reason: call.reason, sessionId: call.visit.sessionId }
    }

    api.post(
      '/reception/tickets',
      {
        config: { access: 'staffOrKiosk', limit: limitPerNetwork(kioskLimit) },
        schema: {
          tags,
          summary: 'Give out a ticket',
          description:
            'At a desk by staff, or by a kiosk with its link. The link of the ticket opens the waiting page.',
          body: NewTicket,
          response: { 201: TakenTicket },
        },
      },
      async (request, reply) => {
        const { citizen, ...ticket } = request.body
        const by: OutsideActor = request.account ? byAccount(request) : { kind: 'system' }
        const citizenId = citizen
          ? await citizens.register({ ...citizen, address: null, email: null, identity: null })
          : null
        const taken = await reception.take(by, { ...ticket, citizenId, appointmentId: null, appointedAt: null })
        if ('rejection' in taken) throw rejected(taken.rejection)
        return reply.code(201).send(taken)
      },
    )

    api.put(
      '/reception/tickets/:ticketId/citizen',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Write down who holds a ticket',
          params: AtTicket,
          body: NameOfCitizen,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { ticketId } = request.params
        const { tickets } = (await reception.state()).queue
        const ticket = tickets[ticketId]
        if (!ticket) throw notFound('ticket')
        const named = { name: request.body.name, address: null, phone: null, email: null, identity: null }
        const citizenId: CitizenId = await citizens.register(named)
        await must(byAccount(request), wish(queue, 'nameCitizen', { ticketId, citizenId }))
        return reply.code(204).send()
      },
    )

    api.post(
      '/reception/tickets/:ticketId/end',
      {
        config: staff,
        schema: {
          tags,
          summary: 'End a ticket, with the reason',
          params: AtTicket,
          body: EndOfTicket,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { ticketId } = request.params
        await must(byAccount(request), wish(queue, 'cancel', { ticketId, ...request.body }))
        return reply.code(204).send()
      },
    )

    api.get(
      '/reception/tickets/:ticketId/visit',
      {
        config: staff,
        schema: {
          tags,
          summary: 'One’s own way into the visit of a ticket that was called',
          description: 'For the officer of the desk and its note-taker.',
          params: AtTicket,
          response: { 200: VisitLink },
        },
      },
      async (request) => {
        const link = await reception.visitLink(request.params.ticketId, accountOf(request))
        if (!link) throw notFound('visit')
        return { link }
      },
    )

    api.get(
      '/reception/tickets/:ticketId/earlier-cases',
      {
        config: staff,
        schema: {
          tags,
          summary: 'How often the citizen at a desk has come before, and what they have brought',
          description: 'For the officer of the desk and its note-taker; each time it is written down who asked.',
          params: AtTicket,
          response: { 200: CasesOfCalled },
        },
      },
      async (request) => {
        const { ticketId } = request.params
        const { accountId } = accountOf(request)
        const ticket = (await reception.state()).queue.tickets[ticketId]
        if (!ticket || !(await reception.visitLink(ticketId, accountOf(request)))) throw notFound('visit')
        return broughtByCalled(dependencies, ticket, accountId)
      },
    )

    api.get(
      '/reception/day',
      {
        config: staff,
        schema: { tags, summary: 'The queues and desks of today', response: { 200: DayView } },
      },
      (request) => reception.dayView(accountOf(request)),
    )

    api.get(
      '/reception/staff',
      {
        config: staff,
        schema: { tags, summary: 'Who may sit at a desk or take notes', response: { 200: StaffMemberList } },
      },
      async () => ({
        staff: (await accounts.list())
          .filter(({ isEnabled }) => isEnabled)
          .map(({ accountId, displayName }) => ({ accountId, displayName })),
      }),
    )

    api.put(
      '/reception/settings',
      {
        config: staff,
        schema: { tags, summary: 'How the queue runs today', body: ReceptionSettings, response: nothing },
      },
      async (request, reply) => {
        await must(byAccount(request), wish(queue, 'setUp', request.body))
        return reply.code(204).send()
      },
    )

    api.post(
      '/reception/messages',
      {
        config: staff,
        schema: { tags, summary: 'Write to one who waits, or to all', body: MessageToWaiting, response: nothing },
      },
      async (request, reply) => {
        await must(byAccount(request), wish(queue, 'message', request.body))
        return reply.code(204).send()
      },
    )

    // Desks

    api.post(
      '/reception/desks',
      {
        config: staff,
        schema: { tags, summary: 'Open one’s desk', body: NewDesk, response: { 201: OpenedDesk } },
      },
      async (request, reply) => {
        const opened = await reception.openDesk(byAccount(request), request.body)
        if (typeof opened !== 'string') throw rejected(opened.rejection)
        return reply.code(201).send({ deskId: opened })
      },
    )

    api.delete(
      '/reception/desks/:deskId',
      { config: staff, schema: { tags, summary: 'Close one’s desk', params: AtDesk, response: nothing } },
      async (request, reply) => {
        await must(byAccount(request), wish(desks, 'close', request.params))
        return reply.code(204).send()
      },
    )

    api.post(
      '/reception/desks/:deskId/call-next',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Call whose turn it is',
          description: 'Two desks at once never get the same citizen. A session for the visit is made.',
          params: AtDesk,
          body: CallNext,
          response: { 200: CalledTicket },
        },
      },
      async (request) => {
        const { deskId } = request.params
        await must(byAccount(request), wish(queue, 'callNext', { deskId, ...request.body }))
        return calledTo(deskId)
      },
    )

    api.post(
      '/reception/desks/:deskId/call',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Call one out of turn, with the reason',
          params: AtDesk,
          body: CallThis,
          response: { 200: CalledTicket },
        },
      },
      async (request) => {
        const { deskId } = request.params
        await must(byAccount(request), wish(queue, 'callThis', { deskId, ...request.body }))
        return calledTo(deskId)
      },
    )

    for (const [path, { summary, name }] of Object.entries({
      recall: { summary: 'Call once more who has not come', name: 'recall' },
      'no-show': { summary: 'Whoever was called has not come', name: 'noShow' },
    } as const))
      api.post(
        `/reception/desks/:deskId/${path}`,
        { config: staff, schema: { tags, summary, params: AtDesk, response: nothing } },
        async (request, reply) => {
          await must(byAccount(request), wish(queue, name, request.params))
          return reply.code(204).send()
        },
      )

    api.post(
      '/reception/desks/:deskId/send-back',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Send who was called back to wait',
          params: AtDesk,
          body: SendBack,
          response: nothing,
        },
      },
      async (request, reply) => {
        await must(byAccount(request), wish(queue, 'sendBack', { ...request.params, ...request.body }))
        return reply.code(204).send()
      },
    )

    api.post(
      '/reception/desks/:deskId/hand-over',
      {
        config: staff,
        schema: { tags, summary: 'Hand over to another desk', params: AtDesk, body: HandOver, response: nothing },
      },
      async (request, reply) => {
        await must(byAccount(request), wish(queue, 'handOver', { ...request.params, ...request.body }))
        return reply.code(204).send()
      },
    )

    for (const [path, { summary, name }] of Object.entries({
      begin: { summary: 'Whoever was called is here: the visit begins', name: 'beginVisit' },
      finish: { summary: 'The visit is over; its session is closed', name: 'finishVisit' },
    } as const))
      api.post(
        `/reception/desks/:deskId/${path}`,
        { config: staff, schema: { tags, summary, params: AtDesk, response: nothing } },
        async (request, reply) => {
          const { desks: all, queue: state } = await reception.state()
          const { deskId } = request.params
          if (all.desks[deskId]?.accountId !== accountOf(request).accountId)
            throw rejected({ code: 'desks.of-another', params: {} })
          const here = Object.values(state.tickets).find((one) => one.deskId === deskId && isAtDesk(one))
          if (!here) throw rejected({ code: 'queue.nobody-here', params: {} })
          await must(byAccount(request), wish(queue, name, { ticketId: here.ticketId }))
          return reply.code(204).send()
        },
      )

    // The holder of a ticket

    api.get(
      '/reception/ticket',
      {
        config: { access: 'ticket', limit: limitPerNetwork(ticketLimit) },
        schema: {
          tags,
          summary: 'What the holder of a ticket may know',
          querystring: AskingPage,
          response: { 200: TicketView },
        },
      },
      async (request) => {
        const view = await reception.ticketView(ticketOf(request), request.query.pageId ?? null)
        if (!view) throw notFound('ticket')
        return view
      },
    )

    api.post(
      '/reception/ticket/giving-up',
      {
        config: { access: 'ticket', limit: limitPerNetwork(ticketLimit) },
        schema: { tags, summary: 'Wait no longer', response: nothing },
      },
      async (request, reply) => {
        const given = await reception.giveUp(ticketOf(request))
        if (!given.ok) throw rejected(given.rejection)
        return reply.code(204).send()
      },
    )

    api.get(
      '/reception/ticket/rules',
      {
        config: { access: 'ticket', limit: limitPerNetwork(ticketLimit) },
        schema: {
          tags,
          summary: 'The rules of the reception and the declaration, as they read now',
          response: { 200: HouseRules },
        },
      },
      rulesInForce,
    )

    api.post(
      '/reception/ticket/acceptance',
      {
        config: { access: 'ticket', limit: limitPerNetwork(ticketLimit) },
        schema: {
          tags,
          summary: 'Have read the rules and the declaration, and agree',
          description: 'The time is kept, and which words they were.',
          body: Acceptance,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { sha256 } = request.body
        if (sha256 !== (await rulesInForce()).sha256)
          throw new HttpError(409, 'reception.rules-changed', 'The rules have changed. Read them again.')
        const { ticketId } = ticketOf(request)
        await must({ kind: 'system' }, wish(queue, 'acceptRules', { ticketId, sha256 }))
        return reply.code(204).send()
      },
    )

    api.post(
      '/reception/ticket/call-wish',
      {
        config: { access: 'ticket', limit: limitPerNetwork(ticketLimit) },
        schema: {
          tags,
          summary: 'Ask to be telephoned instead: the own device has neither camera nor microphone',
          body: CallWish,
          response: nothing,
        },
      },
      async (request, reply) => {
        const { ticketId } = ticketOf(request)
        const { phone, name } = request.body
        const ticket = (await reception.state()).queue.tickets[ticketId]
        if (!ticket || !isActive(ticket)) throw rejected({ code: 'queue.ended', params: {} })
        const by = { accountId: null, purpose: 'asks to be telephoned' }
        const kept = ticket.citizenId && (await citizens.read([ticket.citizenId], by)).get(ticket.citizenId)
        if (ticket.citizenId && kept) await citizens.change(ticket.citizenId, { ...kept, phone }, by)
        else if (name === undefined)
          throw new HttpError(409, 'reception.unnamed', 'Nobody has written down who holds this ticket: say your name.')
        else {
          const citizenId = await citizens.register({ name, phone, address: null, email: null, identity: null })
          await must({ kind: 'system' }, wish(queue, 'nameCitizen', { ticketId, citizenId }))
        }
        await must({ kind: 'system' }, wish(queue, 'askForCall', { ticketId }))
        return reply.code(204).send()
      },
    )

    // Kiosks

    api.get(
      '/reception/kiosk',
      {
        config: { access: 'kiosk', limit: limitPerNetwork(ticketLimit) },
        schema: { tags, summary: 'What a kiosk shows', response: { 200: KioskView } },
      },
      async ({ kiosk }) => {
        const { queue: state } = await reception.state()
        const waiting = TicketKind.options.map((kind) => [kind, state.lines[kind].length])
        return {
          label: kiosk?.label ?? '',
          takesTickets: state.settings.takesTickets,
          waiting: Object.fromEntries(waiting) as z.infer<typeof KioskView>['waiting'],
        }
      },
    )

    api.get(
      '/reception/kiosks',
      { config: staff, schema: { tags, summary: 'The kiosks', response: { 200: KioskList } } },
      async () => ({ kiosks: await kiosks.list() }),
    )

    api.post(
      '/reception/kiosks',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Add a kiosk',
          description: 'Its link is shown this once; a new one is had by adding the machine anew.',
          body: NewKiosk,
          response: { 201: KioskLink },
        },
      },
      async (request, reply) => reply.code(201).send(await reception.addKiosk(request.body.label)),
    )

    api.delete(
      '/reception/kiosks/:kioskId',
      {
        config: staff,
        schema: {
          tags,
          summary: 'Take a kiosk off the list: it gives out no more tickets',
          params: z.object({ kioskId: z.uuid() }),
          response: nothing,
        },
      },
      async (request, reply) => {
        await kiosks.remove(request.params.kioskId)
        return reply.code(204).send()
      },
    )
  }
