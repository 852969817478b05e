// /api/retention: how long what is kept, what is due, held and erased, and the certificates. For administrators; staff see of each
// session and case until when it is kept and whether it is held.

import { z } from 'zod'
import { CaseId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import { HoldLifting, NewErasureList, NewHold, NewKeepingRow, RetentionPage, SubjectRetention } from './retention.ts'

const tags = ['retention']
const AtList = z.object({ listId: z.uuid() })
const AtHold = z.object({ holdId: z.uuid() })
export const AtCertificate = z.object({ year: z.coerce.number().int(), number: z.coerce.number().int() })

export const retentionApi = {
  page: route({
    method: 'GET',
    path: '/retention',
    access: 'administrator',
    tags,
    summary: 'Classes, what is due, holds, lists and certificates',
    response: { 200: RetentionPage },
  }),
  addRow: route({
    method: 'POST',
    path: '/retention/rows',
    access: 'administrator',
    tags,
    summary: 'Say how long a class is kept from a day on',
    description: 'By this the agency confirms the class: until then nothing of it is erased.',
    body: NewKeepingRow,
    response: noContent,
  }),
  look: route({
    method: 'POST',
    path: '/retention/look',
    access: 'administrator',
    tags,
    summary: 'Look now for what is due',
    response: noContent,
  }),
  hold: route({
    method: 'POST',
    path: '/retention/holds',
    access: 'administrator',
    tags,
    summary: 'Keep everything of a session or a case until it is lifted',
    description: 'It stops an erasure that goes on, and the request of a person.',
    body: NewHold,
    response: noContent,
  }),
  lift: route({
    method: 'POST',
    path: '/retention/holds/:holdId/lift',
    access: 'administrator',
    tags,
    summary: 'Lift a hold',
    params: AtHold,
    body: HoldLifting,
    response: noContent,
  }),
  propose: route({
    method: 'POST',
    path: '/retention/lists',
    access: 'administrator',
    tags,
    summary: 'Put up a list of what is to be erased',
    body: NewErasureList,
    response: noContent,
  }),
  approve: route({
    method: 'POST',
    path: '/retention/lists/:listId/approve',
    access: 'administrator',
    tags,
    summary: 'Decide that a list is erased',
    description: 'Where there are two administrators, by the one who has not put it up.',
    params: AtList,
    response: noContent,
  }),
  decline: route({
    method: 'POST',
    path: '/retention/lists/:listId/decline',
    access: 'administrator',
    tags,
    summary: 'Give up a list that was put up',
    params: AtList,
    body: HoldLifting,
    response: noContent,
  }),
  certificate: route({
    method: 'GET',
    path: '/retention/certificates/:year/:number.json',
    access: 'administrator',
    tags,
    summary: 'A certificate as it is signed, with its signature',
    params: AtCertificate,
    response: { 200: z.object({ text: z.string(), signature: z.string() }) },
  }),
  certificatePdf: route({
    method: 'GET',
    path: '/retention/certificates/:year/:number.pdf',
    access: 'administrator',
    tags,
    summary: 'A certificate as a paper',
    params: AtCertificate,
    response: fileOf(mediaTypes.pdf, 'the paper'),
  }),
  ofSession: route({
    method: 'GET',
    path: '/sessions/:sessionId/retention',
    access: 'staff',
    words: null,
    tags,
    summary: 'Until when a session is kept, whether it is held, what of it is gone',
    params: AtSession,
    response: { 200: SubjectRetention },
  }),
  ofCase: route({
    method: 'GET',
    path: '/cases/:caseId/retention',
    access: 'staff',
    words: null,
    tags,
    summary: 'Until when a case is kept, whether it is held, what of it is gone',
    params: z.object({ caseId: CaseId }),
    response: { 200: SubjectRetention },
  }),
}
