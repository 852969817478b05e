// /api/paper-templates: the agency’s own layout of papers: kept, looked at as an example, taken away.

import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PaperTemplates, TemplateKind } from '../../../shared/wire/paper-templates.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import type { InstalledAgency } from '../agency/agency.ts'
import { answeringFaults } from '../documents/document-faults.ts'
import { formLimits, readForm } from '../documents/evidence-form.ts'
import { mediaTypesOfPapers } from '../issued/issuing.ts'
import { exampleValues, fieldsOf } from './fields.ts'
import { fillTemplate } from './reading/read-template.ts'
import { starter } from './starter.ts'
import type { Templates } from './templates.ts'

const tags = ['paper templates']
const administrator = { access: 'administrator' } as const
const AtKind = z.object({ kind: TemplateKind })

export const paperTemplateRoutes =
  ({ templates, agency }: { readonly templates: Templates; readonly agency: InstalledAgency }): FastifyPluginAsyncZod =>
  async (api) => {
    const starterOf = async (kind: TemplateKind) => starter(kind, (await agency.inForce()).now)

    await api.register(multipart, { throwFileSizeLimit: false, limits: formLimits() })

    api.get(
      '/paper-templates',
      {
        config: administrator,
        schema: { tags, summary: 'The papers an agency may lay out itself', response: { 200: PaperTemplates } },
      },
      async () => ({
        canConvert: templates.canConvert,
        templates: await Promise.all(
          TemplateKind.options.map(async (kind) => ({
            kind,
            fields: [...fieldsOf[kind]],
            own: await templates.own(kind),
          })),
        ),
      }),
    )

    api.post(
      '/paper-templates/:kind',
      {
        config: { ...administrator, isUpload: true },
        schema: {
          tags,
          summary: 'Keep a template: one Word file with named fields',
          description: 'As multipart/form-data. A field that is missing or unknown is named, and nothing is changed.',
          consumes: ['multipart/form-data'],
          params: AtKind,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const form = readForm(request, z.object({}))
        await answeringFaults(() => templates.replace(request.params.kind, form.files()))
        return reply.code(204).send()
      },
    )

    api.delete(
      '/paper-templates/:kind',
      {
        config: administrator,
        schema: {
          tags,
          summary: 'Go back to the layout of this system',
          params: AtKind,
          response: { 204: z.undefined() },
        },
      },
      async ({ params: { kind } }, reply) => {
        await templates.remove(kind)
        return reply.code(204).send()
      },
    )

    for (const { name, summary, file } of [
      {
        name: 'starter',
        summary: 'A Word file with every field in its place, to begin with',
        file: starterOf,
      },
      {
        name: 'example',
        summary: 'The template filled in for nobody',
        file: async (kind: TemplateKind) =>
          fillTemplate((await templates.read(kind)) ?? (await starterOf(kind)), exampleValues(kind), null),
      },
    ])
      api.get(
        `/paper-templates/:kind/${name}.docx`,
        {
          config: { ...administrator, audit: null },
          schema: {
            tags,
            summary,
            params: AtKind,
            response: {
              200: {
                description: 'the file',
                content: { [mediaTypesOfPapers.docx]: { schema: z.custom<Uint8Array>() } },
              },
            },
          },
        },
        async ({ params: { kind } }, reply) =>
          reply
            .type(mediaTypesOfPapers.docx)
            .header('content-disposition', contentDisposition(`${kind}-${name}.docx`))
            .send(await file(kind)),
      )
  }
