// What anybody may do about a petition: send one, and follow one by its code. No account, and nothing of anybody else.

import { route } from '../route.ts'
import { FollowedCase, FollowQuestion, WebReceipt } from './cases.ts'

const tags = ['petitions']

export const petitionApi = {
  send: route({
    method: 'POST',
    path: '/petitions',
    access: 'public',
    tags,
    summary: 'Send a petition',
    description:
      'As multipart/form-data: the field `petition`, which is JSON (schema WebPetition), then its files. When one is ' +
      'refused, nothing is kept, and the answer names it.',
    consumes: ['multipart/form-data'],
    response: { 201: WebReceipt },
  }),
  follow: route({
    method: 'POST',
    path: '/followed-cases',
    access: 'public',
    tags,
    summary: 'How a case stands, by its code',
    description: 'Whatever of the code and the contact is wrong, the answer is the same.',
    body: FollowQuestion,
    response: { 200: FollowedCase },
  }),
}
