// The written notice of refusal (thông báo từ chối tiếp công dân, Mẫu 01/TCD), required on some grounds in addition to
// the spoken explanation, also after the reception. An issued notice does not change.
import { z } from 'zod'
import { accountOnly, orSystem } from '../../kernel/actor.ts'
import { line, Ms, ParticipantId, PersonId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { Signing } from '../../papers/signing.ts'

const Notice = z.object({
  noticeId: z.uuid(),
  participantId: ParticipantId.describe('who was refused'),
  explainedAt: Ms.describe('which refusal: the moment it was explained'),
  matter: text(1000).describe('about what the citizen came'),
  reason: text(2000),
  citation: line(300).describe('the ground as this paper cites it'),
  signatoryId: PersonId.describe('who signs, of the people record'),
  signing: Signing.optional().describe('in which form; left out: as the head, in the office that stands with the name'),
  dueOn: z.iso.date().describe('the last day on which it was owed'),
  number: z.int().positive(),
  year: z.int(),
  byParticipantId: ParticipantId.nullable().describe('null: an account of the agency'),
})
const Issued = Notice.extend({ issuedAt: Ms })
export type Notice = z.infer<typeof Issued>

/** Staff, and whom it tells. */
const staffAndSubject = ({ participantId }: { participantId: ParticipantId }) => ({
  to: 'staff' as const,
  inside: [participantId],
})

export const notice = defineModule('notice', {
  commands: {
    issue: command('Issues the notice of a refusal, under its number.', orSystem(accountOnly), Notice, [
      'notice.sealed',
      'notice.unknown-refusal',
      'notice.not-owed',
      'notice.already-issued',
    ]),
  },
  events: { issued: event(staffAndSubject, Notice) },
  state: z.object({ notices: z.array(Issued) }),
  initial: { notices: [] },
  view({ notices }, { participantId, role, standing }) {
    if (standing === 'waiting') return { notices: [] }
    if (role === 'chair' || role === 'secretary') return { notices }
    return { notices: notices.filter((one) => one.participantId === participantId) }
  },
})

type Refusal = Pick<Notice, 'participantId' | 'explainedAt'>

export const noticeOf = (notices: readonly Notice[], { participantId, explainedAt }: Refusal): Notice | undefined =>
  notices.find((one) => one.participantId === participantId && one.explainedAt === explainedAt)
