// The HTTP answers where a level of secrecy, or a closed network, forbids something. Each names the law.
import type { SecrecyRefusal } from '../../../shared/wire/identity/secrecy.ts'
import { HttpError } from '../../platform/http/errors.ts'

const secrecyTexts: Readonly<Record<SecrecyRefusal, string>> = {
  'secrecy.internet':
    'This installation is reached from the Internet: nothing of the level Mật or higher is handled here.',
  'secrecy.agency-network':
    'This installation is on a network of agencies: nothing of the level Mật or higher is handled here, only on a closed local network.',
  'secrecy.route-found':
    'This server has found a way to the Internet: nothing of the level Mật or higher is handled until it is cut. Tell the operator.',
  'secrecy.route-unknown':
    'This server has not yet made sure that it has no way to the Internet. Try again in a minute.',
}

export const secrecyRefused = (refusal: SecrecyRefusal, source: string, field: string): HttpError =>
  new HttpError(409, refusal, `${secrecyTexts[refusal]} ${source}.`, { field })

export const notNamed = (source: string): HttpError =>
  new HttpError(
    403,
    'secrecy.not-named',
    'This session holds secrets of the state: it is for those named for it alone. Whoever needs it for their task asks the person who ' +
      `booked it, or an administrator, to be named. ${source}.`,
  )

export const noPublicPages = (source: string): HttpError =>
  new HttpError(
    403,
    'secrecy.no-public-pages',
    `This server stands on a closed network: it has no pages for the public. Come to the agency, or call it. ${source}.`,
  )
