// /api/cases/ID: whose case it is, who may read it, and the code by which they follow it. Each look is written down.

import { intake } from '../../cases/intake/contract.ts'
import { noContent, notedByRoute, route } from '../route.ts'
import { AtCase, seq, tags } from './case-api.ts'
import { CorrectedPetitioners, Petitioners, ReceivedCase } from './cases.ts'

const ofReaders = {
  method: 'POST',
  access: 'administrator',
  tags,
  params: AtCase,
  response: noContent,
} as const

export const casePeopleApi = {
  nameReader: route({
    ...ofReaders,
    path: '/cases/:caseId/readers',
    summary: 'Let an account read what is for those named alone: a denunciation, a secret of the state',
    body: intake.commands.nameReader.data.extend({ seq }),
  }),
  takeBackReader: route({
    ...ofReaders,
    path: '/cases/:caseId/readers/taking-back',
    summary: 'Take back that an account may read it',
    body: intake.commands.takeBackReader.data.extend({ seq }),
  }),
  petitioners: route({
    method: 'GET',
    path: '/cases/:caseId/petitioners',
    access: 'staff',
    words: notedByRoute,
    tags,
    summary: 'Whose case it is',
    description:
      'Each time, who asked is written down. Of a denunciation, and of a secret of the state, for those named alone.',
    params: AtCase,
    response: { 200: Petitioners },
  }),
  correctPetitioners: route({
    method: 'PUT',
    path: '/cases/:caseId/petitioners',
    access: 'staff',
    tags,
    summary: 'Correct who sent it',
    description:
      'In the place of whoever is corrected stands an entry of their own: a visit or another case that names the one before ' +
      'keeps it. The code is asked for with the contacts as they are then.',
    params: AtCase,
    body: CorrectedPetitioners.extend({ seq }),
    response: noContent,
  }),
  renewFollowCode: route({
    method: 'POST',
    path: '/cases/:caseId/follow-code',
    access: 'staff',
    tags,
    summary: 'Give the citizen another code to follow the case by; the one before opens nothing any more',
    params: AtCase,
    response: { 200: ReceivedCase.pick({ code: true }) },
  }),
}
