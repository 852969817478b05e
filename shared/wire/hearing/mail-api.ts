// /api/sessions/ID/mail: who can be written to, what went out; and the entry for a person's own calendar.

import { z } from 'zod'
import { ParticipantId, PersonId } from '../../kernel/ids.ts'
import { AtSession } from '../at-session.ts'
import { mediaTypes } from '../media-types.ts'
import { fileOf, noContent, route } from '../route.ts'
import { Email } from './booking.ts'
import { MailOrder, MailOrdered, MailStatus } from './mail.ts'

const AddressChange = z.object({ email: Email.nullable() }).meta({ id: 'AddressChange' })
const tags = ['mail']

export const mailApi = {
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/mail',
    access: 'staff',
    words: null,
    tags,
    summary: 'What was sent to whom',
    params: AtSession,
    response: { 200: MailStatus },
  }),
  send: route({
    method: 'POST',
    path: '/sessions/:sessionId/mail',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Send invitations, also again',
    description: 'They are queued, and tried until the mail server takes them or refuses them for good.',
    params: AtSession,
    body: MailOrder,
    response: { 202: MailOrdered },
  }),
  correctEmail: route({
    method: 'PUT',
    path: '/sessions/:sessionId/people/:personId/email',
    access: 'staff',
    isForPart: true,
    tags,
    summary: 'Correct where a person is written to',
    params: AtSession.extend({ personId: PersonId }),
    body: AddressChange,
    response: noContent,
  }),
  calendarEntry: route({
    method: 'GET',
    path: '/sessions/:sessionId/participants/:participantId/invitation.ics',
    access: 'staff',
    isForPart: true,
    words: null,
    tags,
    summary: 'The session for a participant’s own calendar, with their link',
    params: AtSession.extend({ participantId: ParticipantId }),
    response: fileOf(mediaTypes.ics, 'iCalendar'),
  }),
}
