// /api/cases: what citizens have brought, from intake to its end. Each step names the version that was looked at (`seq`): nobody
// overwrites what another has done meanwhile.

import { z } from 'zod'
import { intake, LevelChange } from '../../cases/intake/contract.ts'
import { CaseId, SessionId } from '../../kernel/ids.ts'
import { fileOf, noContent, notedByRoute, route } from '../route.ts'
import {
  CaseDetail,
  CaseList,
  CaseQuery,
  CaseSuggestions,
  ConditionList,
  NewConditionList,
  Parts,
  PetitionDraft,
  ReceivedCase,
} from './cases.ts'

export const tags = ['cases']
export const AtCase = z.object({ caseId: CaseId })
const AtFile = AtCase.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const seq = z.int().positive().describe('of the case as it was looked at')

export const caseApi = {
  list: route({
    method: 'GET',
    path: '/cases',
    access: 'staff',
    tags,
    summary: 'Cases, the newest receipt first',
    query: CaseQuery,
    response: { 200: CaseList },
  }),
  enter: route({
    method: 'POST',
    path: '/cases',
    access: 'staff',
    tags,
    summary: 'Enter a petition',
    description:
      'As multipart/form-data: the field `petition`, which is JSON (schema NewCase), then its files. When one is refused, ' +
      'nothing is kept, and the answer names it.',
    consumes: ['multipart/form-data'],
    response: { 201: ReceivedCase },
  }),
  read: route({
    method: 'GET',
    path: '/cases/:caseId',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'A case',
    params: AtCase,
    response: { 200: CaseDetail },
  }),
  suggestions: route({
    method: 'GET',
    path: '/cases/:caseId/suggestions',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'Cases that may be about the same',
    params: AtCase,
    response: { 200: CaseSuggestions },
  }),
  suggestionsForDraft: route({
    method: 'POST',
    path: '/cases/suggestions',
    access: 'staff',
    tags,
    summary: 'Cases that may be about the same as a petition that is being entered',
    body: PetitionDraft,
    response: { 200: CaseSuggestions },
  }),
  classify: route({
    method: 'POST',
    path: '/cases/:caseId/classification',
    access: 'staff',
    tags,
    summary: 'Say what it is, and how many have signed it; of another kind it gets another number',
    params: AtCase,
    body: intake.commands.classify.data.omit({ register: true }).extend({ seq }),
    response: noContent,
  }),
  changeLevel: route({
    method: 'POST',
    path: '/cases/:caseId/level',
    access: 'staff',
    tags,
    summary: 'Change the level of secrecy of a case',
    description:
      'Raised by any account, lowered by an administrator; with the paper by which it was decided. From Mật upwards it is for those ' +
      'alone who took it in, who handle it, and who are named.',
    params: AtCase,
    body: LevelChange.extend({ seq }),
    response: noContent,
  }),
  split: route({
    method: 'POST',
    path: '/cases/:caseId/parts',
    access: 'staff',
    tags,
    summary: 'Split a petition with several matters into a case each',
    params: AtCase,
    body: Parts.extend({ seq }),
    response: noContent,
  }),
  linkEarlier: route({
    method: 'POST',
    path: '/cases/:caseId/earlier',
    access: 'staff',
    tags,
    summary: 'Say which earlier cases are about the same',
    params: AtCase,
    body: intake.commands.linkEarlier.data.extend({ seq }),
    response: noContent,
  }),
  pointToDialogue: route({
    method: 'POST',
    path: '/cases/:caseId/dialogues',
    access: 'staff',
    tags,
    summary: 'Point to the session in which the parties talk',
    params: AtCase,
    body: z.object({ sessionId: SessionId, seq }),
    response: noContent,
  }),
  attach: route({
    method: 'POST',
    path: '/cases/:caseId/attachments',
    access: 'staff',
    tags,
    summary: 'Add papers to a petition',
    description: 'As multipart/form-data: the field `petition` with `{}`, then the files.',
    consumes: ['multipart/form-data'],
    params: AtCase,
    response: noContent,
  }),
  file: route({
    method: 'GET',
    path: '/cases/:caseId/files/:sha256',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'A paper of a case, to be saved',
    description: 'Of a denunciation for those alone who may read who denounces: handwriting tells it, too.',
    params: AtFile,
    response: fileOf('*/*'),
  }),
  conditions: route({
    method: 'GET',
    path: '/case-conditions',
    access: 'staff',
    tags,
    summary: 'The conditions every petition is checked by',
    response: { 200: ConditionList },
  }),
  changeConditions: route({
    method: 'PUT',
    path: '/case-conditions',
    access: 'administrator',
    tags,
    summary: 'The agency’s own conditions',
    body: NewConditionList,
    response: { 200: ConditionList },
  }),
}
