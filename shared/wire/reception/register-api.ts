// /api/register: the register of receptions and that of petitions: rows of a period, what staff write into them, files of them. Each
// look at a citizen is written down.

import { z } from 'zod'
import { RegisterRowId } from '../../kernel/ids.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, notedByRoute, route } from '../route.ts'
import {
  CaseOfRow,
  ExportProgress,
  NewRegisterRow,
  Period,
  PetitionList,
  PetitionQuery,
  RegisterCorrection,
  RegisterList,
  RegisterQuery,
  RegisterRow,
  WrittenRow,
} from './register.ts'

const tags = ['register']
export const AtRow = z.object({ day: z.iso.date(), rowId: RegisterRowId })
const Exported = z.object({
  period: Period,
  exportId: z.uuid().optional().describe('made by the sender, to ask how far the file has come'),
})

export const registerApi = {
  list: route({
    method: 'GET',
    path: '/register',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'Rows of the register: those that are open in their order, else the newest first',
    query: RegisterQuery,
    response: { 200: RegisterList },
  }),
  open: route({
    method: 'POST',
    path: '/register',
    access: 'staff',
    tags,
    summary: 'Open a row for somebody who was received without the queue',
    body: NewRegisterRow,
    response: { 201: RegisterRow },
  }),
  write: route({
    method: 'PUT',
    path: '/register/:day/:rowId',
    access: 'staff',
    tags,
    summary: 'Write columns of a row that is open',
    params: AtRow,
    body: WrittenRow,
    response: { 200: RegisterRow },
  }),
  close: route({
    method: 'POST',
    path: '/register/:day/:rowId/closing',
    access: 'staff',
    tags,
    summary: 'Close a row that is complete; from then on it is corrected, never changed',
    params: AtRow,
    response: { 200: RegisterRow },
  }),
  correct: route({
    method: 'POST',
    path: '/register/:day/:rowId/corrections',
    access: 'staff',
    tags,
    summary: 'Correct a closed row; what stood there stays to be seen',
    params: AtRow,
    body: RegisterCorrection,
    response: { 200: RegisterRow },
  }),
  linkCase: route({
    method: 'POST',
    path: '/register/:day/:rowId/case',
    access: 'staff',
    tags,
    summary: 'Say which petition was made of a row, by its number; column 12 follows it',
    params: AtRow,
    body: CaseOfRow,
    response: { 200: RegisterRow },
  }),
  workbook: route({
    method: 'GET',
    path: '/register.xlsx',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'The register of a period as a workbook, Mẫu 03/TCD',
    description: 'Written while it is sent: a year takes no more memory than a day.',
    query: Exported,
    response: fileOf(mediaTypes.xlsx),
  }),
  pdf: route({
    method: 'GET',
    path: '/register.pdf',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'The register of a period as PDF, A4 across, Mẫu 03/TCD; a long one in parts',
    query: z.object({ period: Period, part: z.coerce.number().int().positive().default(1) }),
    response: fileOf(mediaTypes.pdf),
  }),
  exportProgress: route({
    method: 'GET',
    path: '/register/exports/:exportId',
    access: 'staff',
    words: null,
    tags,
    summary: 'How far a file has come that this account has asked for',
    params: z.object({ exportId: z.uuid() }),
    response: { 200: ExportProgress },
  }),
  petitions: route({
    method: 'GET',
    path: '/register/petitions',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'The register of petitions, the newest receipt first',
    query: PetitionQuery,
    response: { 200: PetitionList },
  }),
  petitionWorkbook: route({
    method: 'GET',
    path: '/register/petitions.xlsx',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'The register of petitions of a period as a workbook, the newest receipt first',
    query: Exported,
    response: fileOf(mediaTypes.xlsx),
  }),
}
