// /api/operations/health: the technician's board over all sessions in which somebody is connected now.

import { route } from '../route.ts'
import { RunningHealth } from './running-health.ts'

export const runningHealthApi = {
  read: route({
    method: 'GET',
    path: '/operations/health',
    access: 'staff',
    tags: ['operation'],
    summary: 'How devices and lines do, in all sessions that are in use now',
    description: 'Of the last seconds; nothing of it is kept.',
    response: { 200: RunningHealth },
  }),
}
