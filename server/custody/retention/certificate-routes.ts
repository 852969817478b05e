// /api/retention/certificates: the certificate of an erasure, as the signed text and as a PDF.

import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { type AtCertificate, retentionApi } from '../../../shared/wire/custody/retention-api.ts'
import { mediaTypes } from '../../../shared/wire/media-types.ts'
import type { Accounts } from '../../identity/accounts/accounts.ts'
import { namesOfStaff } from '../../identity/accounts/staff-names.ts'
import type { CertificateSource } from '../../papers/kinds/erasure-certificate.ts'
import { notFound } from '../../platform/http/errors.ts'
import { contentDisposition } from '../../platform/http/file-names.ts'
import { serve } from '../../platform/http/serve.ts'
import type { SigningKey } from '../archive/signature.ts'
import { ErasureCertificate } from './certificate.ts'
import type { Retention } from './retention.ts'

interface Dependencies {
  readonly accounts: Accounts
  /** Signs archives. */
  readonly signingKey: SigningKey
  readonly retention: Retention
  readonly erasureCertificatePdf: (source: CertificateSource) => Promise<Uint8Array>
}

export const erasureCertificateRoutes =
  (dependencies: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    const { retention } = dependencies

    async function certificateAt({ year, number }: z.infer<typeof AtCertificate>) {
      const { lists } = await retention.state()
      const found = lists.find(
        ({ certificate }) => certificate?.year === year && certificate.number === number,
      )?.certificate
      if (!found) throw notFound('certificate')
      return found
    }

    serve(api, retentionApi.certificate, async (request, reply) => {
      const { text, jws } = await certificateAt(request.params)
      const { year, number } = request.params
      return reply
        .header('content-disposition', contentDisposition(`Chứng nhận xóa dữ liệu ${number}-${year}.json`))
        .send({ text, signature: jws })
    })

    serve(api, retentionApi.certificatePdf, { audit: 'export' }, async (request, reply) => {
      const { text, at, year, number } = await certificateAt(request.params)
      const { items, ...certificate } = ErasureCertificate.parse(JSON.parse(text))
      const nameOf = await namesOfStaff(dependencies)
      const pdf = await dependencies.erasureCertificatePdf({
        ...certificate,
        at,
        proposedOn: calendarDayOf(Date.parse(certificate.proposedAt)),
        decidedOn: calendarDayOf(Date.parse(certificate.decidedAt)),
        proposedBy: nameOf(certificate.proposedBy),
        decidedBy: nameOf(certificate.decidedBy),
        items: items.map(({ class: name, subject, outcome, what }) => ({
          class: name,
          subject: subject.id,
          outcome,
          files: what.reduce((sum, one) => sum + one.files, 0),
          bytes: null,
          hashes: what.flatMap(({ sha256 }) => sha256 ?? []),
        })),
        sha256: createHash('sha256').update(text).digest('hex'),
        fingerprint: dependencies.signingKey.published.fingerprint,
      })
      return reply
        .type(mediaTypes.pdf)
        .header('content-disposition', contentDisposition(`Chứng nhận xóa dữ liệu ${number}-${year}.pdf`))
        .send(pdf)
    })
  }
