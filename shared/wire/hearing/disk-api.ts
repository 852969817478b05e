// How far the disk goes: /api/operations/disk for whoever runs the server, /api/sessions/ID/room for whoever books.

import { AtSession } from '../at-session.ts'
import { route } from '../route.ts'
import { DiskForecast, SessionDiskSpace } from './disk.ts'

const tags = ['operation']

export const diskApi = {
  read: route({
    method: 'GET',
    path: '/operations/disk',
    access: 'staff',
    tags,
    summary: 'What is free for recordings, and for how many days it lasts as things go',
    response: { 200: DiskForecast },
  }),
  forSession: route({
    method: 'GET',
    path: '/sessions/:sessionId/room',
    access: 'staff',
    words: null,
    tags,
    summary: 'Whether the recording of a session, and its film, fit on the disk',
    params: AtSession,
    response: { 200: SessionDiskSpace },
  }),
}
