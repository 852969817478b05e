// /api/sessions/ID/called-sites: chair or secretary call a branch agency into the reception that goes on, and hand it its way in.

import { z } from 'zod'
import { SessionId } from '../../kernel/ids.ts'
import { route } from '../route.ts'
import { CalledSite, CalledSiteList, SiteCall } from './called-sites.ts'

const tags = ['reception']
const params = z.object({ sessionId: SessionId })

export const calledSiteApi = {
  list: route({
    method: 'GET',
    path: '/sessions/:sessionId/called-sites',
    access: 'recordKeeper',
    words: null,
    tags,
    summary: 'The branch agencies in this reception',
    params,
    response: { 200: CalledSiteList },
  }),
  call: route({
    method: 'POST',
    path: '/sessions/:sessionId/called-sites',
    access: 'recordKeeper',
    tags,
    summary: 'Call a branch agency into the reception',
    description:
      'As a site of its own. Called again by the same name it is given the same way in. A unit whose address is known is written to.',
    params,
    body: SiteCall,
    response: { 201: CalledSite },
  }),
}
