// /api/agency: the agency as its papers name it. Every account sees it and who set it; administrators change it (ADR 0080).

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { letterheadOf } from '../../../shared/papers/letterheads.ts'
import type { Agency } from '../../../shared/projections/minutes-document.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import { agencyApi } from '../../../shared/wire/papers/agency-api.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import { rejected } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { InstalledAgency } from './agency.ts'

interface Dependencies {
  readonly accounts: Accounts
  readonly agency: InstalledAgency
  /** A picture (PNG) of a paper with this letterhead. */
  readonly sampleOfPapers: (agency: Agency) => Promise<Uint8Array>
  readonly log: FastifyBaseLogger
}

export const agencyRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { agency, sampleOfPapers, log } = dependencies

    serve(api, agencyApi.read, async () => {
      const [{ record, emblem: shown, palette }, { isSet }, nameOf] = await Promise.all([
        agency.state(),
        agency.inForce(),
        namesOfStaff(dependencies),
      ])
      const { organisation, parentOrganisation, abbreviation, placeName, letterhead } = record.at(-1) ?? {
        ...agency.given,
        letterhead: letterheadOf().kind,
      }
      return {
        isSet,
        agency: { organisation, parentOrganisation, abbreviation, placeName, letterhead },
        emblem: shown && { ...shown, by: nameOf(shown.by) },
        palette: palette && { ...palette, by: nameOf(palette.by) },
        record: record.toReversed().map(({ by, ...one }) => ({ ...one, by: nameOf(by) })),
      }
    })

    serve(api, agencyApi.change, async (request, reply) => {
      const { accountId } = accountOf(request)
      const answer = await agency.change(accountId, request.body)
      if (!answer.ok) throw rejected(answer.rejection)
      log.info({ accountId, seq: answer.seq }, 'the agency was set')
      return reply.code(204).send()
    })

    serve(api, agencyApi.changePalette, async (request, reply) => {
      const answer = await agency.changePalette(accountOf(request).accountId, request.body.palette)
      if (!answer.ok) throw rejected(answer.rejection)
      return reply.code(204).send()
    })

    serve(api, agencyApi.sample, { audit: null }, async (request, reply) =>
      reply.type(mediaTypes.png).send(await sampleOfPapers(request.body)),
    )
  }
