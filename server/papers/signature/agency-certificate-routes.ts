// /api/agency-certificate: the certificate by which issued papers are signed: looked at, handed in, taken away.

import type { FastifyBaseLogger } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { CertificateFault } from '../../../shared/wire/papers/agency-certificate.ts'
import { agencyCertificateApi } from '../../../shared/wire/papers/agency-certificate-api.ts'
import { HttpError } from '../../platform/http/errors.ts'
import { accountOf } from '../../platform/http/route-access.ts'
import { serve } from '../../platform/http/serve.ts'
import type { AgencyCertificate } from './agency-certificate.ts'
import { CertificateError } from './certificate-error.ts'

interface Dependencies {
  readonly agencyCertificate: AgencyCertificate
  readonly log: FastifyBaseLogger
}
/** The longest file, its password, and their names. */
const largestBodyBytes = 128 * 1024

const texts: Readonly<Record<CertificateFault, string>> = {
  'not-pkcs12': 'This is no PKCS#12 file (.p12, .pfx). Ask who has made out the certificate for one.',
  'too-demanding':
    'The file wants its password stretched for longer than any authority asks for. Export it again with the usual settings.',
  'wrong-password':
    'The password does not open this file. Type it again; letters without marks are read by every program.',
  'no-private-key':
    'The file has no private key: with the certificate alone nothing can be signed. Export it again with its key.',
  'no-certificate': 'The file has no certificate that belongs to its private key. Export both together.',
  'weak-key':
    'The key is too weak, or of a kind that is not read: RSA from 2048 bits on, or a curve P-256, P-384, P-521.',
  'key-usage':
    'The certificate may not be used to sign documents: that is not among its key usages. Ask for one that may.',
  expired: 'The certificate has expired. Ask for a new one.',
  'not-yet-valid':
    'The certificate is not valid yet. Hand it in on the day from which it is, or set the clock of the server right.',
}

export const agencyCertificateRoutes =
  ({ agencyCertificate, log }: Dependencies): FastifyPluginAsyncZod =>
  async (api) => {
    serve(api, agencyCertificateApi.read, async () => agencyCertificate.state())

    serve(api, agencyCertificateApi.replace, { bodyLimit: largestBodyBytes }, async (request) => {
      const { file, password } = request.body
      try {
        await agencyCertificate.replace(Buffer.from(file, 'base64'), password)
      } catch (error) {
        if (!(error instanceof CertificateError)) throw error
        const field = error.fault === 'wrong-password' ? 'password' : 'file'
        throw new HttpError(400, `certificate.${error.fault}`, texts[error.fault], { field })
      }
      const state = agencyCertificate.state()
      log.info(
        { accountId: accountOf(request).accountId, fingerprint: state.certificate?.fingerprint },
        'the certificate of the agency was handed in',
      )
      return state
    })

    serve(api, agencyCertificateApi.remove, async (request, reply) => {
      await agencyCertificate.remove()
      log.info({ accountId: accountOf(request).accountId }, 'the certificate of the agency was taken away')
      return reply.code(204).send()
    })
  }
