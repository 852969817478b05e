// Enters a petition that staff have received: its people go into the record of citizens, its papers into the store, and
// it becomes a case under the next number. Called by case-routes.ts.

import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Reception } from '../../../shared/cases/intake/contract.ts'
import type { CaseId, CitizenId } from '../../../shared/kernel/ids.ts'
import { NewCase } from '../../../shared/wire/casework/cases.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import type { KnownDays } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { takePetition } from '../petitions/petition-form.ts'
import { refusing } from './case-replies.ts'
import { demandCases } from './case-views.ts'
import type { Cases } from './cases.ts'
import { contactsOf } from './contacts.ts'

interface Dependencies {
  readonly documents: Documents
  readonly citizens: Citizens
  readonly appointments: KnownDays
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
}

/** @throws HttpError */
export async function enterCase(dependencies: Dependencies, request: FastifyRequest, caseId: CaseId) {
  const { cases, citizens } = dependencies
  const by = byAccount(accountOf(request))
  return takePetition(request, dependencies, caseId, NewCase, async (words, attachments) => {
    const { petitioners, petitionerIds: known, representative, earlierIds, ...rest } = words
    demandHandled(dependencies, rest.secrecy)
    await demandCases(dependencies, earlierIds, accountOf(request))
    await demandVisit(dependencies, request, rest.reception)
    const earlier = await citizens.read(known, { accountId: by.accountId, purpose: 'Nhập đơn' })
    if (earlier.size < new Set(known).size) throw notFound('citizen')
    const entered = [...petitioners, ...(representative ? [representative] : [])]
    const people: Citizen[] = [...earlier.values(), ...entered]
    const added: CitizenId[] = []
    try {
      for (const one of entered) added.push(await citizens.register(one))
      const petitionerIds = [...known, ...added]
      const representativeId = (representative && added.at(-1)) ?? null
      const petition = { ...rest, caseId, petitionerIds, representativeId, attachments }
      return await refusing(() => cases.receive(by, petition, contactsOf(people), earlierIds))
    } catch (error) {
      // Nobody is kept of whom nothing was entered.
      for (const id of added) await citizens.erase(id, { accountId: by.accountId, purpose: 'Nhập đơn không thành' })
      throw error
    }
  })
}

/** A petition that names a visit stands in the register as its matter: of one that is protected for its officers alone. */
async function demandVisit(
  { appointments, intakeGroup }: Pick<Dependencies, 'appointments' | 'intakeGroup'>,
  request: FastifyRequest,
  reception: z.output<typeof Reception> | null,
): Promise<void> {
  if (!reception) return
  const { queue } = await appointments.day(reception.day)
  const ofTicket = Object.values(queue.tickets).find(({ number }) => number === reception.ticket)
  const visits = queue.calls.flatMap(({ ticketId, visit }) => (ticketId === ofTicket?.ticketId ? [visit] : []))
  await request.demandSessions([reception, visits])
  if (!ofTicket?.isProtected || visits.length > 0) return
  const { isOfIntakeGroup } = await intakeGroup.readerOf(accountOf(request).accountId)
  if (!isOfIntakeGroup) throw rejected({ code: 'queue.for-intake-group', params: {} })
}
