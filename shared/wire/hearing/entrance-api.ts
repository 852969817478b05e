// /api/entrance: what the holder of a link may know before entering: who they are to the agency, and to what they come.

import { route } from '../route.ts'
import { Entrance } from './entrance.ts'

export const entranceApi = {
  read: route({
    method: 'GET',
    path: '/entrance',
    access: 'link',
    tags: ['participants'],
    summary: 'What one’s own link opens',
    description: 'A link that is invalid, expired or revoked is answered with 401 and that code, and nothing else.',
    response: { 200: Entrance },
  }),
}
