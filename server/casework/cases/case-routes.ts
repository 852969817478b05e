// /api/cases: what citizens have brought, from intake to its end. Each step names the version that was looked at (`seq`): nobody
// overwrites what another has done meanwhile.

import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { handling } from '../../../shared/cases/handling/contract.ts'
import { intake, type Reception } from '../../../shared/cases/intake/contract.ts'
import { isProtected, levelOf, mayRead } from '../../../shared/cases/readers.ts'
import type { StaffReader } from '../../../shared/intake-group/contract.ts'
import { CaseId, type CitizenId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { dialogue } from '../../../shared/modules/dialogue/contract.ts'
import { isReadBy, labelOf } from '../../../shared/projections/cases.ts'
import type { RegisterRow } from '../../../shared/projections/register.ts'
import { isAbove, isStateSecret } from '../../../shared/secrecy/levels.ts'
import { caseApi } from '../../../shared/wire/casework/case-api.ts'
import { caseStepApi } from '../../../shared/wire/casework/case-step-api.ts'
import { type CaseSuggestions, NewCase } from '../../../shared/wire/casework/cases.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { Citizen } from '../../../shared/wire/identity/citizens.ts'
import type { Sessions } from '../../engine/session/sessions.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { KnownDays } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import { searchedByName } from '../../identity/citizens/name-search-routes.ts'
import type { NameSearches } from '../../identity/citizens/name-searches.ts'
import { sameMarks, typedMarks } from '../../identity/citizens/person-marks.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import { demandHandled } from '../../identity/secrecy/secrecy-rule.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { HttpError, notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { serve } from '../../platform/http/serve.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { petitionLimits, takePetition } from '../petitions/petition-form.ts'
import { findCases } from './case-finding.ts'
import { accepted, refusing } from './case-replies.ts'
import { caseAt, detailOf, readCase, shownRow } from './case-views.ts'
import type { Cases } from './cases.ts'
import type { Conditions } from './conditions.ts'
import { contactsOf } from './contacts.ts'
import { earlierCases } from './earlier-cases.ts'
import type { KnownVisits } from './same-person.ts'
import { casesOf, earlierVisits } from './same-person.ts'

interface Dependencies {
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly documents: Documents
  readonly register: KnownVisits
  readonly citizens: Citizens
  readonly nameSearches: NameSearches
  readonly wordReads: WordReads
  readonly appointments: KnownDays
  readonly intakeGroup: IntakeGroup
  readonly secrecyGate: SecrecyGate
  readonly cases: Cases
  readonly caseConditions: Conditions
  readonly now: () => number
  readonly newId: () => string
}
const pageLength = 50

export const caseRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const {
      cases,
      citizens,
      wordReads,
      documents,
      caseConditions,
      accounts,
      appointments,
      sessions,
      intakeGroup,
      newId,
    } = dependencies
    await api.register(multipart, { throwFileSizeLimit: false, limits: petitionLimits })

    /** That there are such cases, that they are handled on this installation, and may be read by whoever points to them. */
    async function demandCases(ids: readonly string[], { accountId }: Account): Promise<void> {
      const rows = await cases.lists.rows(ids)
      if (rows.length < new Set(ids).size) throw notFound('earlier case')
      const by = await intakeGroup.readerOf(accountId)
      for (const row of rows) {
        demandHandled(dependencies, row.secrecy)
        if (!isReadBy(row, by)) throw rejected({ code: 'case.for-readers', params: {} })
      }
    }

    /** A petition that names a visit stands in the register as its matter: of one that is protected for its officers alone. */
    async function demandVisit(request: FastifyRequest, reception: z.output<typeof Reception> | null): Promise<void> {
      if (!reception) return
      const { queue } = await appointments.day(reception.day)
      const ofTicket = Object.values(queue.tickets).find(({ number }) => number === reception.ticket)
      const visits = queue.calls.flatMap(({ ticketId, visit }) => (ticketId === ofTicket?.ticketId ? [visit] : []))
      await request.demandSessions([reception, visits])
      if (!ofTicket?.isProtected || visits.length > 0) return
      const { isOfIntakeGroup } = await intakeGroup.readerOf(accountOf(request).accountId)
      if (!isOfIntakeGroup) throw rejected({ code: 'queue.for-intake-group', params: {} })
    }

    async function suggested(
      asked: Omit<Parameters<typeof earlierCases>[1], 'ofSame'>,
      compared: Parameters<typeof earlierVisits>[1] | null,
      by: StaffReader,
      isThis: Parameters<typeof earlierVisits>[2] = () => false,
    ): Promise<z.output<typeof CaseSuggestions>> {
      const ofSame = compared ? await casesOf(dependencies, compared.same, by) : new Map()
      const [earlier, visits, nameOf] = await Promise.all([
        earlierCases(cases, { ...asked, ofSame }, by),
        compared ? earlierVisits(dependencies, compared, isThis) : null,
        namesOfStaff(dependencies),
      ])
      const reasons = new Map(earlier.map(({ caseId, ...reason }) => [caseId, reason]))
      const rows = await cases.lists.rows([...reasons.keys()])
      return {
        cases: rows.flatMap((row) => {
          const reason = reasons.get(row.caseId)
          return reason ? [{ ...shownRow(row, nameOf), ...reason, samePerson: [...reason.samePerson] }] : []
        }),
        visits,
      }
    }

    serve(api, caseApi.list, async (request) => {
      const by = await intakeGroup.readerOf(accountOf(request).accountId)
      const [nameOf, { rows, next, found }, counts, units, all] = await Promise.all([
        namesOfStaff(dependencies),
        findCases(dependencies, { ...request.query, limit: pageLength }, by),
        cases.lists.counts(),
        cases.lists.units(),
        accounts.list(),
      ])
      const officers = all
        .filter(({ isEnabled }) => isEnabled)
        .map(({ accountId, displayName: name }) => ({ accountId, name }))
      return { cases: rows.map((row) => shownRow(row, nameOf)), next, found, counts, units, officers }
    })

    serve(api, caseApi.enter, { isUpload: true }, async (request, reply) => {
      const by = { kind: 'account', accountId: accountOf(request).accountId } as const
      const caseId = CaseId.parse(newId())
      const received = await takePetition(request, dependencies, caseId, NewCase, async (words, attachments) => {
        const { petitioners, petitionerIds: known, representative, earlierIds, ...rest } = words
        demandHandled(dependencies, rest.secrecy)
        await demandCases(earlierIds, accountOf(request))
        await demandVisit(request, rest.reception)
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
      return reply.code(201).send({ caseId, ...received })
    })

    serve(api, caseApi.read, (request) => detailOf(dependencies, request.params.caseId, accountOf(request)))

    serve(api, caseApi.suggestions, async (request) => {
      const { caseId } = request.params
      const { accountId } = accountOf(request)
      const by = await intakeGroup.readerOf(accountId)
      const state = await caseAt(dependencies, caseId)
      const { subject = '', content = '', petitionerIds = [], splitFrom = null, reception } = state.intake.receipt ?? {}
      // What is like it would tell of words that the account may not read.
      if (!mayRead(state, by)) return { cases: [], visits: null }
      const reader = { accountId, purpose: `Vụ việc trước, ${labelOf(state)}` }
      const compared = isProtected(state) ? null : await citizens.sameAs(petitionerIds, reader)
      const whole = splitFrom === null ? state : await cases.state(splitFrom)
      const except = [
        caseId,
        ...(splitFrom === null ? [] : [splitFrom]),
        ...(whole?.intake.parts ?? []).map((part) => part.caseId),
      ]
      // The visit at which it was brought is none before it.
      const isThis = (row: Pick<RegisterRow, 'caseId' | 'sessionId'>) =>
        row.caseId === caseId || (reception?.sessionId != null && row.sessionId === reception.sessionId)
      return suggested({ petition: { subject, content }, except }, compared, by, isThis)
    })

    serve(api, caseApi.suggestionsForDraft, async (request) => {
      const { people, name, address, kind, ...petition } = request.body
      const { accountId } = accountOf(request)
      const by = await intakeGroup.readerOf(accountId)
      if (kind === 'denunciation' || kind === 'mixed') return suggested({ petition, except: [] }, null, by)
      const typed = people.flatMap((one) => typedMarks(citizens.markOf, one))
      const called = sameMarks(citizens.markOf, { name, address })
      const propose = async () => {
        const same = await citizens.withMarks([...typed, ...called])
        const comparedBy = [...typed, ...called].map(({ by }) => by)
        return suggested({ petition, except: [] }, { same, comparedBy }, by)
      }
      if (called.length === 0) return propose()
      // What is counted is what is shown: not even the number tells of a denunciation.
      return searchedByName(
        dependencies,
        { name, place: 'suggestions', by: accountId },
        propose,
        ({ cases: ofSame, visits }) =>
          ofSame.filter(({ samePerson }) => samePerson.length > 0).length + (visits?.count ?? 0),
      )
    })

    for (const step of Object.values(caseStepApi))
      serve(api, step, async (request, reply) => {
        const { caseId } = request.params
        const account = accountOf(request)
        await readCase(dependencies, caseId, account)
        const { seq: expectedSeq, ...sent } = request.body as { seq: number }
        accepted(await cases.dispatch(caseId, byAccount(account), { ...step.wish(sent), expectedSeq }))
        return reply.code(204).send()
      })

    serve(api, caseApi.classify, async (request, reply) => {
      const { caseId } = request.params
      await readCase(dependencies, caseId, accountOf(request))
      const { seq: expectedSeq, ...as } = request.body
      const by = { kind: 'account', accountId: accountOf(request).accountId } as const
      await refusing(() => cases.classify(caseId, by, { ...as, expectedSeq }))
      return reply.code(204).send()
    })

    serve(api, caseApi.changeLevel, async (request, reply) => {
      const { caseId } = request.params
      const { seq: expectedSeq, ...data } = request.body
      const { accountId, role } = accountOf(request)
      const before = levelOf(await readCase(dependencies, caseId, accountOf(request)))
      demandHandled(dependencies, data.secrecy)
      if (isAbove(before, data.secrecy) && role !== 'administrator')
        throw new HttpError(403, 'secrecy.lowered-by-administrator', 'A level is lowered by an administrator.')
      const by = { kind: 'account', accountId } as const
      accepted(await cases.dispatch(caseId, by, { ...wish(intake, 'setLevel', data), expectedSeq }))
      return reply.code(204).send()
    })

    serve(api, caseApi.split, async (request, reply) => {
      const { caseId } = request.params
      await readCase(dependencies, caseId, accountOf(request))
      const by = { kind: 'account', accountId: accountOf(request).accountId } as const
      await refusing(() => cases.split(caseId, by, request.body.parts, request.body.seq))
      return reply.code(204).send()
    })

    serve(api, caseApi.linkEarlier, async (request, reply) => {
      const { caseId } = request.params
      const { earlierIds, seq: expectedSeq } = request.body
      await readCase(dependencies, caseId, accountOf(request))
      await demandCases(earlierIds, accountOf(request))
      const by = { kind: 'account', accountId: accountOf(request).accountId } as const
      const linking = { ...wish(intake, 'linkEarlier', { earlierIds }), expectedSeq }
      accepted(await cases.dispatch(caseId, by, linking))
      return reply.code(204).send()
    })

    serve(api, caseApi.pointToDialogue, async (request, reply) => {
      const { caseId } = request.params
      const { sessionId, seq: expectedSeq } = request.body
      await readCase(dependencies, caseId, accountOf(request))
      const booked = await sessions.state(sessionId)
      if (!booked) throw notFound('session')
      const data = { sessionId, on: calendarDayOf(booked.session.scheduledAt) }
      const by = { kind: 'account', accountId: accountOf(request).accountId } as const
      accepted(await cases.dispatch(caseId, by, { ...wish(handling, 'bookDialogue', data), expectedSeq }))
      // Should it fail, the officers begin it in its panel.
      const begin = wish(dialogue, 'begin', {})
      if (booked.session.kind === 'reception') await sessions.dispatch(sessionId, by, { id: newId(), ...begin })
      return reply.code(204).send()
    })

    serve(api, caseApi.attach, { isUpload: true }, async (request, reply) => {
      const { caseId } = request.params
      await readCase(dependencies, caseId, accountOf(request))
      const by = { kind: 'account', accountId: accountOf(request).accountId } as const
      await takePetition(request, dependencies, caseId, z.object({}), async (_words, attachments) =>
        // Papers are added, never changed: it does not matter what others do meanwhile.
        accepted(await cases.dispatch(caseId, by, wish(intake, 'attach', { attachments }))),
      )
      return reply.code(204).send()
    })

    serve(api, caseApi.file, { audit: 'export' }, async (request, reply) => {
      const { caseId, sha256 } = request.params
      const { accountId } = accountOf(request)
      const state = await readCase(dependencies, caseId, { accountId })
      if (isStateSecret(levelOf(state))) throw rejected({ code: 'intake.secret-papers', params: {} })
      const file = state.intake.receipt?.attachments.find((one) => one.sha256 === sha256)
      const content = file && (await documents.read({ caseId: file.heldBy }, sha256))
      if (!content) throw notFound('file')
      // A photographed paper says as much of a person as the record does: before it is given out, it is written down who looks.
      const reader = { accountId, purpose: `Tệp ${file.title}`.slice(0, 200) }
      if (isProtected(state)) await wordReads.note({ caseId }, reader)
      else await citizens.read(state.intake.receipt?.petitionerIds ?? [], reader)
      return sendFile(reply, { ...file, name: `${file.title}.${file.format}`, content }, 'attachment')
    })

    serve(api, caseApi.conditions, () => caseConditions.read())

    serve(api, caseApi.changeConditions, async ({ body }) => {
      await caseConditions.keep(body)
      return body
    })
  }
