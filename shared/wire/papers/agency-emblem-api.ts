// /api/agency/emblem, /api/agency/public: the emblem, and what pages show of the agency before anybody has signed in (ADR 0080).

import { z } from 'zod'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import { NewEmblem, PublicAgency } from './agency.ts'

const tags = ['agency']

export const agencyEmblemApi = {
  public: route({
    method: 'GET',
    path: '/agency/public',
    access: 'public',
    tags,
    summary: 'The name and the emblem, as pages show them',
    response: { 200: PublicAgency },
  }),
  emblem: route({
    method: 'GET',
    path: '/agency/emblem/:sha256',
    access: 'public',
    tags,
    summary: 'The emblem',
    params: z.object({ sha256: z.string().max(64) }),
    response: fileOf(mediaTypes.png, 'the picture'),
  }),
  changeEmblem: route({
    method: 'PUT',
    path: '/agency/emblem',
    access: 'administrator',
    tags,
    summary: 'Hand in the emblem, a PNG picture',
    body: NewEmblem,
    response: noContent,
  }),
  removeEmblem: route({
    method: 'DELETE',
    path: '/agency/emblem',
    access: 'administrator',
    tags,
    summary: 'Take the emblem away',
    response: noContent,
  }),
}
