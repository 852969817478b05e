// What staff can do with an assignment after its session. The same under each address where assignments are followed
// up: of all sessions, and of one whose words stay inside it.

import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { followUp } from '../../../shared/conclusions/follow-up/contract.ts'
import type { ConclusionState } from '../../../shared/conclusions/index.ts'
import { wish } from '../../../shared/kernel/wish.ts'
import type { Aggregates } from '../../engine/aggregates/aggregates.ts'
import { answeringFaults } from '../../papers/documents/document-faults.ts'
import { readForm } from '../../papers/documents/evidence-form.ts'
import type { Documents } from '../../papers/documents/intake.ts'
import { notFound, rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { sendFile } from '../../platform/http/send-file.ts'

const tags = ['conclusions']
const staff = { access: 'staff' } as const

const { commands } = followUp
const actsWithFiles = {
  progress: { summary: 'Say how far an assignment has come', name: 'noteProgress' },
  evidence: { summary: 'Name or hand in what shows it', name: 'addEvidence' },
  report: { summary: 'Report that it is done', name: 'report' },
} as const
const acts = {
  acceptance: { summary: 'Accept the report', name: 'accept' },
  return: { summary: 'Return the report, with the reason', name: 'return' },
} as const

export interface Followed {
  /** As /conclusions; below it are /ENTRY/progress and the others. */
  readonly path: string
  readonly params: z.ZodObject
  readonly followUps: Aggregates<ConclusionState>
  /** Throws the answer when there is no such assignment at this address. */
  readonly demand: (request: FastifyRequest, entryId: string) => Promise<unknown>
  /** As looks at its files are named; null: no words of citizens are in them. */
  readonly words: string | null
}

type Api = Parameters<FastifyPluginAsyncZod>[0]

export function followUpActs(
  api: Api,
  { documents: files }: { readonly documents: Documents },
  { path: at, params, followUps, demand, words }: Followed,
): void {
  const AtEntry = params.extend({ entryId: z.uuid() })
  const AtFile = AtEntry.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
  const entryOf = ({ params: given }: FastifyRequest) => AtEntry.parse(given).entryId as string

  for (const [path, { summary, name }] of Object.entries(actsWithFiles))
    api.post(
      `${at}/:entryId/${path}`,
      {
        config: { ...staff, isUpload: true },
        schema: {
          tags,
          summary,
          description:
            'As multipart/form-data: the words first, each as a field of its own, then the files. They are taken in as ' +
            'documents are; when one is refused, nothing is kept and nothing written, and the answer names it.',
          consumes: ['multipart/form-data'],
          params: AtEntry,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const entryId = entryOf(request)
        await demand(request, entryId)
        const { accountId } = accountOf(request)
        const form = readForm(request, commands[name].data)
        await answeringFaults(() =>
          files.takeInAll({ entryId }, form.files(), async (taken) => {
            const act = { type: `${followUp.name}.${name}`, data: form.data(taken) }
            const answer = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
            if (!answer.ok) throw rejected(answer.rejection)
          }),
        )
        return reply.code(204).send()
      },
    )

  for (const [path, { summary, name }] of Object.entries(acts))
    api.post(
      `${at}/:entryId/${path}`,
      {
        config: staff,
        schema: { tags, summary, params: AtEntry, body: commands[name].data, response: { 204: z.undefined() } },
      },
      async (request, reply) => {
        const entryId = entryOf(request)
        await demand(request, entryId)
        const { accountId } = accountOf(request)
        const act = wish(followUp, name, request.body)
        const answer = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
        if (!answer.ok) throw rejected(answer.rejection)
        return reply.code(204).send()
      },
    )

  api.get(
    `${at}/:entryId/files/:sha256`,
    {
      config: { ...staff, words, audit: 'export' },
      schema: {
        tags,
        summary: 'A file of evidence, to be saved',
        params: AtFile,
        response: { 200: { description: 'the file', content: { '*/*': { schema: z.custom<Readable>() } } } },
      },
    },
    async (request, reply) => {
      const { sha256 } = AtFile.parse(request.params)
      const entryId = entryOf(request)
      await demand(request, entryId)
      const { followUp: state } = await followUps.state(entryId)
      const file = state.steps.flatMap((step) => step.files).find((one) => one.sha256 === sha256)
      const content = file && (await files.read({ entryId }, file.sha256))
      if (!content) throw notFound('file')
      const name = `${file.title}.${file.format}`
      return sendFile(reply, { ...file, name, content }, 'attachment')
    },
  )
}
