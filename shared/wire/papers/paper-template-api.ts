// /api/paper-templates: the agency’s own layout of papers: kept, looked at as an example, taken away.

import { z } from 'zod'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import { PaperTemplates, TemplateKind } from './paper-templates.ts'

const tags = ['paper templates']
const AtKind = z.object({ kind: TemplateKind })

const file = (name: string, summary: string) =>
  route({
    method: 'GET',
    path: `/paper-templates/:kind/${name}.docx`,
    access: 'administrator',
    tags,
    summary,
    params: AtKind,
    response: fileOf(mediaTypes.docx),
  })

export const paperTemplateApi = {
  starter: file('starter', 'A Word file with every field in its place, to begin with'),
  example: file('example', 'The template filled in for nobody'),
  list: route({
    method: 'GET',
    path: '/paper-templates',
    access: 'administrator',
    tags,
    summary: 'The papers an agency may lay out itself',
    response: { 200: PaperTemplates },
  }),
  keep: route({
    method: 'POST',
    path: '/paper-templates/:kind',
    access: 'administrator',
    tags,
    summary: 'Keep a template: one Word file with named fields',
    description: 'As multipart/form-data. A field that is missing or unknown is named, and nothing is changed.',
    consumes: ['multipart/form-data'],
    params: AtKind,
    response: noContent,
  }),
  remove: route({
    method: 'DELETE',
    path: '/paper-templates/:kind',
    access: 'administrator',
    tags,
    summary: 'Go back to the layout of this system',
    params: AtKind,
    response: noContent,
  }),
}
