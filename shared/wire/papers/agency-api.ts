// /api/agency: the agency as its papers name it. Every account sees it and who set it; administrators change it (ADR 0080).

import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import { AgencyReply, AgencyWish, PaletteWish } from './agency.ts'

const tags = ['agency']

export const agencyApi = {
  read: route({
    method: 'GET',
    path: '/agency',
    access: 'staff',
    tags,
    summary: 'The agency as papers name it, and who set it',
    response: { 200: AgencyReply },
  }),
  change: route({
    method: 'PUT',
    path: '/agency',
    access: 'administrator',
    tags,
    summary: 'Say how papers name the agency',
    body: AgencyWish,
    response: noContent,
  }),
  changePalette: route({
    method: 'PUT',
    path: '/agency/palette',
    access: 'administrator',
    tags,
    summary: 'Choose the colours of the pages',
    body: PaletteWish,
    response: noContent,
  }),
  sample: route({
    method: 'POST',
    path: '/agency/sample',
    access: 'administrator',
    tags,
    summary: 'A sample paper with this letterhead, as a picture; nothing is kept',
    body: AgencyWish,
    response: fileOf(mediaTypes.png, 'the picture'),
  }),
}
