// /api/conclusions: the assignments of all sessions that are over, what becomes of them, and the files that show it.
import type { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { followUp } from '../../shared/conclusions/follow-up/contract.ts'
import { calendarDayOf } from '../../shared/law/working-days.ts'
import { ConclusionList } from '../../shared/wire/conclusions.ts'
import { assignmentAt, conclusionsOf } from './conclusion-views.ts'
import type { HttpDependencies } from './dependencies.ts'
import { answeringFaults } from './document-faults.ts'
import { notFound, rejected } from './errors.ts'
import { formLimits, readForm } from './evidence-form.ts'
import { contentDisposition } from './file-names.ts'
import { accountOf } from './guard.ts'
import { sendFile } from './send-file.ts'
import { wish } from './wish.ts'

const tags = ['conclusions']
const staff = { access: 'staff' } as const
const AtEntry = z.object({ entryId: z.uuid() })
const AtFile = AtEntry.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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

export const conclusionRoutes =
  (dependencies: HttpDependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { followUps, documents: files, reminders, conclusionsXlsx, now } = dependencies
    await api.register(multipart, { throwFileSizeLimit: false, limits: formLimits() })

    api.get(
      '/conclusions',
      {
        config: staff,
        schema: { tags, summary: 'The assignments of all sessions that are over', response: { 200: ConclusionList } },
      },
      async () => ({ isMailOn: reminders.isOn, conclusions: await conclusionsOf(dependencies) }),
    )

    api.get(
      '/conclusions.xlsx',
      {
        config: { ...staff, audit: 'export' },
        schema: {
          tags,
          summary: 'The same as a workbook',
          response: { 200: { description: 'the file', content: { [xlsx]: { schema: z.custom<Uint8Array>() } } } },
        },
      },
      async (_request, reply) => {
        const file = await conclusionsXlsx(await conclusionsOf(dependencies), now())
        return reply
          .type(xlsx)
          .header('content-disposition', contentDisposition(`Theo dõi kết luận - ${calendarDayOf(now())}.xlsx`))
          .send(file)
      },
    )

    for (const [path, { summary, name }] of Object.entries(actsWithFiles))
      api.post(
        `/conclusions/:entryId/${path}`,
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
          const { entryId } = request.params
          await assignmentAt(dependencies, entryId)
          const { accountId } = accountOf(request)
          const form = readForm(request, commands[name].data)
          await answeringFaults(() =>
            files.takeInAll({ entryId }, form.files(), async (taken) => {
              const act = { type: `${followUp.name}.${name}`, data: form.data(taken) }
              const reply = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
              if (!reply.ok) throw rejected(reply.rejection)
            }),
          )
          return reply.code(204).send()
        },
      )

    for (const [path, { summary, name }] of Object.entries(acts))
      api.post(
        `/conclusions/:entryId/${path}`,
        {
          config: staff,
          schema: { tags, summary, params: AtEntry, body: commands[name].data, response: { 204: z.undefined() } },
        },
        async (request, reply) => {
          const { entryId } = request.params
          await assignmentAt(dependencies, entryId)
          const { accountId } = accountOf(request)
          const act = wish(followUp, name, request.body)
          const answer = await followUps.dispatch(entryId, { kind: 'account', accountId }, act)
          if (!answer.ok) throw rejected(answer.rejection)
          return reply.code(204).send()
        },
      )

    api.get(
      '/conclusions/:entryId/files/:sha256',
      {
        config: staff,
        schema: {
          tags,
          summary: 'A file of evidence, to be saved',
          params: AtFile,
          response: { 200: { description: 'the file', content: { '*/*': { schema: z.custom<Readable>() } } } },
        },
      },
      async ({ params: { entryId, sha256 } }, reply) => {
        await assignmentAt(dependencies, entryId)
        const {
          followUp: { steps },
        } = await followUps.state(entryId)
        const file = steps.flatMap((step) => step.files).find((one) => one.sha256 === sha256)
        const content = file && (await files.read({ entryId }, sha256))
        if (!content) throw notFound('file')
        const name = `${file.title}.${file.format}`
        return sendFile(reply, { ...file, name, content }, 'attachment')
      },
    )
  }
