// What staff can do with an assignment after its session. The same under each address where assignments are followed
// up: of all sessions, and of one whose words stay inside it.

import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { followUp } from '../../../shared/conclusions/follow-up/contract.ts'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { FollowUpApi } from '../../../shared/wire/casework/follow-up-api.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import { answeringFaults } from '../../papers/documents/document-faults.ts'
import { readForm } from '../../papers/documents/evidence-form.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { sendFile } from '../../platform/http/send-file.ts'
import { serve } from '../../platform/http/serve.ts'

export interface Followed {
  readonly routes: FollowUpApi
  readonly followUps: Aggregates<ConclusionState>
  /** Throws the answer when there is no such assignment at this address. */
  readonly demand: (request: FastifyRequest, entryId: string) => Promise<unknown>
}

type Api = Parameters<FastifyPluginAsyncZod>[0]

export function followUpActs(
  api: Api,
  { documents: files }: { readonly documents: Documents },
  { routes, followUps, demand }: Followed,
): void {
  for (const name of ['noteProgress', 'addEvidence', 'report'] as const)
    serve(api, routes[name], { isUpload: true }, async (request, reply) => {
      const { entryId } = request.params
      await demand(request, entryId)
      const { accountId } = accountOf(request)
      const form = readForm(request, followUp.commands[name].data)
      await answeringFaults(() =>
        files.takeInAll({ entryId }, form.files(), async (taken) => {
          const act = wish(followUp, name, form.data(taken))
          const answer = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
          if (!answer.ok) throw rejected(answer.rejection)
        }),
      )
      return reply.code(204).send()
    })

  for (const name of ['accept', 'return'] as const)
    serve(api, routes[name], async (request, reply) => {
      const { entryId } = request.params
      await demand(request, entryId)
      const { accountId } = accountOf(request)
      const act = wish(followUp, name, request.body)
      const answer = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
      if (!answer.ok) throw rejected(answer.rejection)
      return reply.code(204).send()
    })

  serve(api, routes.file, { audit: 'export' }, async (request, reply) => {
    const { entryId, sha256 } = request.params
    await demand(request, entryId)
    const { followUp: state } = await followUps.state(entryId)
    const file = state.steps.flatMap((step) => step.files).find((one) => one.sha256 === sha256)
    const content = file && (await files.read({ entryId }, file.sha256))
    if (!content) throw notFound('file')
    const name = `${file.title}.${file.format}`
    return sendFile(reply, { ...file, name, content }, 'attachment')
  })
}
