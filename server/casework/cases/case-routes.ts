// /api/cases: what citizens have brought: the list, intake, one case with its papers, and the conditions. The steps of a
// case are in case-step-routes.ts.

import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { intake } from '../../../shared/cases/intake/contract.ts'
import { isProtected, levelOf } from '../../../shared/cases/readers.ts'
import { CaseId } from '../../../shared/kernel/ids.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { caseApi } from '../../../shared/wire/casework/case-api.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { KnownDays } from '../../identity/citizens/access-log-actor.ts'
import type { Citizens } from '../../identity/citizens/citizens.ts'
import type { NameSearches } from '../../identity/citizens/name-searches.ts'
import type { WordReads } from '../../identity/citizens/word-reads.ts'
import type { SecrecyGate } from '../../identity/secrecy/gate.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf, byAccount } from '../../platform/http/route-access.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { serve } from '../../platform/http/serve.ts'
import type { IntakeGroup } from '../intake-group/intake-group.ts'
import { petitionLimits, takePetition } from '../petitions/petition-form.ts'
import { findCases } from './case-finding.ts'
import { accepted } from './case-replies.ts'
import { detailOf, readCase, shownRow } from './case-views.ts'
import type { Cases } from './cases.ts'
import type { Conditions } from './conditions.ts'
import { enterCase } from './enter-case.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly documents: Documents
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
    const { cases, citizens, wordReads, documents, caseConditions, accounts, intakeGroup, newId } = dependencies
    await api.register(multipart, { throwFileSizeLimit: false, limits: petitionLimits })

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
      const caseId = CaseId.parse(newId())
      const received = await enterCase(dependencies, request, caseId)
      return reply.code(201).send({ caseId, ...received })
    })

    serve(api, caseApi.read, (request) => detailOf(dependencies, request.params.caseId, accountOf(request)))

    serve(api, caseApi.attach, { isUpload: true }, async (request, reply) => {
      const { caseId } = request.params
      await readCase(dependencies, caseId, accountOf(request))
      const by = byAccount(accountOf(request))
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
