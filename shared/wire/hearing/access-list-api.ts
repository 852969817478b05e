// /api/sessions/ID/access-list: which accounts have a part in a session, and what links and codes they were given. That others get none is
// seen to in guard.ts; an administrator, who has to name somebody when whoever booked it has left, is let in here alone.

import { AccountId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { noContent, route } from '../route.ts'
import { AccessList, NamedAccountTakenBack, NewNamedAccount } from './access-list.ts'

const tags = ['sessions']

export const accessListApi = {
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/access-list',
    access: 'staff',
    isForNaming: true,
    words: null,
    tags,
    summary: 'Which accounts have a part in a session, and who was given which links and voting codes',
    description:
      'They alone are given its links and voting codes; of the level Mật or higher they alone may open it. Others see whom to ask.',
    params: AtSession,
    response: { 200: AccessList },
  }),
  name: route({
    method: 'POST',
    path: '/sessions/:sessionId/access-list',
    access: 'staff',
    isForNaming: true,
    words: null,
    tags,
    summary: 'Give one more account a part in the session, with the reason',
    description: 'By an account that has one, or an administrator.',
    params: AtSession,
    body: NewNamedAccount,
    response: noContent,
  }),
  takeBack: route({
    method: 'POST',
    path: '/sessions/:sessionId/access-list/:accountId/taking-back',
    access: 'staff',
    isForNaming: true,
    words: null,
    tags,
    summary: 'Take back that an account has a part in the session, with the reason',
    params: AtSession.extend({ accountId: AccountId }),
    body: NamedAccountTakenBack,
    response: noContent,
  }),
}
