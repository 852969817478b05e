// /api/personal-data: requests of people about what is kept of them. For administrators: who asks is found by what they show, whatever
// is opened is written down, and an erasure is a list that goes the way of all lists (ADR 0060, 0061).

import { z } from 'zod'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import {
  IdentityCheck,
  NewPersonalRequest,
  NewRequestClockRow,
  PersonalDataPage,
  PersonalRequestDetail,
  RequestRefusal,
} from './personal-data.ts'

const tags = ['personal data']
const AtRequest = z.object({ requestId: z.uuid() })

export const personalDataApi = {
  page: route({
    method: 'GET',
    path: '/personal-data/requests',
    access: 'administrator',
    tags,
    summary: 'The requests of people, and by when each is answered',
    response: { 200: PersonalDataPage },
  }),
  addClock: route({
    method: 'POST',
    path: '/personal-data/clocks',
    access: 'administrator',
    tags,
    summary: 'A period within which people are answered, from a day on',
    body: NewRequestClockRow,
    response: noContent,
  }),
  receive: route({
    method: 'POST',
    path: '/personal-data/requests',
    access: 'administrator',
    tags,
    summary: 'Take in the request of a person, who is found by a paper, a telephone number or an e-mail address',
    description: 'That somebody was looked for is written down. Of who denounces nothing is found.',
    body: NewPersonalRequest,
    response: { 201: z.object({ requestId: z.string() }) },
  }),
  read: route({
    method: 'GET',
    path: '/personal-data/requests/:requestId',
    access: 'administrator',
    tags,
    summary: 'What is kept of the person, why it may not be erased, and who has looked',
    params: AtRequest,
    response: { 200: PersonalRequestDetail },
  }),
  checkIdentity: route({
    method: 'POST',
    path: '/personal-data/requests/:requestId/identity',
    access: 'administrator',
    tags,
    summary: 'Say how it was made sure who asks',
    params: AtRequest,
    body: IdentityCheck,
    response: noContent,
  }),
  refuse: route({
    method: 'POST',
    path: '/personal-data/requests/:requestId/refusal',
    access: 'administrator',
    tags,
    summary: 'Refuse, with the ground',
    params: AtRequest,
    body: RequestRefusal,
    response: noContent,
  }),
  copy: route({
    method: 'GET',
    path: '/personal-data/requests/:requestId/copy.zip',
    access: 'administrator',
    tags,
    summary: 'What is kept of the person, as JSON and to be read',
    description: 'Once it is made sure who asks. That it was read is written down.',
    params: AtRequest,
    response: fileOf(mediaTypes.zip, 'the copy'),
  }),
  answer: route({
    method: 'POST',
    path: '/personal-data/requests/:requestId/answer',
    access: 'administrator',
    tags,
    summary: 'The copy was given; or what is kept is put on a list to be erased',
    description: 'An erasure is decided on as every list is. Refused while law, a hold or an open matter keeps it.',
    params: AtRequest,
    response: noContent,
  }),
}
