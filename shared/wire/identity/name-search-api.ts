// /api/name-searches: who has looked for citizens by name. Every such search goes through `searchedByName` before anything is shown.

import { z } from 'zod'
import { route } from '../route.ts'
import { NameSearchList } from './citizens.ts'

export const nameSearchApi = {
  list: route({
    method: 'GET',
    path: '/name-searches',
    access: 'administrator',
    tags: ['citizens'],
    summary: 'Who has looked for citizens by name, the newest first',
    query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    response: { 200: NameSearchList },
  }),
}
