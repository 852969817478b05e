// /api/paper-templates: the agency’s own layout of papers: kept, looked at as an example, taken away.

import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { paperTemplateApi } from '../../../shared/wire/papers/paper-template-api.ts'
import { TemplateKind } from '../../../shared/wire/papers/paper-templates.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { serve } from '../../platform/http/serve.ts'
import type { InstalledAgency } from '../agency/agency.ts'
import { answeringFaults } from '../documents/document-faults.ts'
import { formLimits, readForm } from '../documents/evidence-form.ts'
import { exampleValues, fieldsOf } from './fields.ts'
import { fillTemplate } from './reading/read-template.ts'
import { starter } from './starter.ts'
import type { Templates } from './templates.ts'

export const paperTemplateRoutes =
  ({ templates, agency }: { readonly templates: Templates; readonly agency: InstalledAgency }): FastifyPluginAsyncZod =>
  async (api) => {
    const starterOf = async (kind: TemplateKind) => starter(kind, (await agency.inForce()).now)

    await api.register(multipart, { throwFileSizeLimit: false, limits: formLimits() })

    serve(api, paperTemplateApi.list, async () => ({
      canConvert: templates.canConvert,
      templates: await Promise.all(
        TemplateKind.options.map(async (kind) => ({
          kind,
          fields: [...fieldsOf[kind]],
          own: await templates.own(kind),
        })),
      ),
    }))

    serve(api, paperTemplateApi.keep, { isUpload: true }, async (request, reply) => {
      const form = readForm(request, z.object({}))
      await answeringFaults(() => templates.replace(request.params.kind, form.files()))
      return reply.code(204).send()
    })

    serve(api, paperTemplateApi.remove, async ({ params: { kind } }, reply) => {
      await templates.remove(kind)
      return reply.code(204).send()
    })

    const files = {
      starter: starterOf,
      example: async (kind: TemplateKind) =>
        fillTemplate((await templates.read(kind)) ?? (await starterOf(kind)), exampleValues(kind), null),
    }
    for (const name of ['starter', 'example'] as const)
      serve(api, paperTemplateApi[name], { audit: null }, async ({ params: { kind } }, reply) =>
        reply
          .type(mediaTypes.docx)
          .header('content-disposition', contentDisposition(`${kind}-${name}.docx`))
          .send(await files[name](kind)),
      )
  }
