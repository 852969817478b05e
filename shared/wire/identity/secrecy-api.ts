// /api/secrecy: what this installation may handle, and whether a way to the Internet was found. /api/public-pages: whether it has any.

import { noContent, route } from '../route.ts'
import { SecrecyReport } from './secrecy.ts'

export const secrecyApi = {
  read: route({
    method: 'GET',
    path: '/secrecy',
    access: 'staff',
    tags: ['operation'],
    summary: 'Which levels of secrecy this installation handles now, and why no higher',
    response: { 200: SecrecyReport },
  }),
  publicPages: route({
    method: 'GET',
    path: '/public-pages',
    access: 'public',
    tags: ['operation'],
    summary: 'Whether this installation has pages for the public: refused where it has none',
    response: noContent,
  }),
}
