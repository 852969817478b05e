// Papers that a citizen sends from their own device at a reception, visible to staff and that citizen only. Their bytes
// are stored outside the journal, separate from the documents of the session, which everybody in the room can open.
import { z } from 'zod'
import { presentRoles, systemOnly } from '../../kernel/actor.ts'
import { DocumentId, Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { SessionDocument } from '../documents/contract.ts'

const Submitted = SessionDocument.pick({ documentId: true, title: true, file: true, shown: true, scan: true }).extend({
  participantId: ParticipantId.describe('whose paper it is'),
})
export const SubmittedPaper = Submitted.extend({ submittedAt: Ms })
export type SubmittedPaper = z.infer<typeof SubmittedPaper>

/** Of one citizen, at one reception. */
export const maximumSubmitted = 20
export const maximumSubmittedBytes = 100 * 1024 * 1024

/** Staff, and whose papers they are while in the room. */
const staffAndSubject = ({ participantId }: { participantId: ParticipantId }) => ({
  to: 'staff' as const,
  inside: [participantId],
})

export const submission = defineModule('submission', {
  commands: {
    add: command('The server has taken in a paper that a citizen has sent.', systemOnly, Submitted, [
      'session.over',
      'submission.not-reception',
      'submission.not-citizen',
      'submission.not-present',
      'submission.same',
      'submission.too-many',
      'submission.too-large',
    ]),
    remove: command(
      'A citizen takes back a paper they sent; staff take it away. Not what the list of papers handed in names.',
      presentRoles('chair', 'secretary', 'citizen'),
      z.object({ documentId: DocumentId }),
      ['session.over', 'submission.unknown', 'submission.listed'],
    ),
  },
  events: {
    added: event(staffAndSubject, Submitted),
    removed: event(staffAndSubject, z.object({ documentId: DocumentId, participantId: ParticipantId })),
  },
  state: z.object({ papers: z.array(SubmittedPaper) }),
  initial: { papers: [] },
  view({ papers }, { participantId, role, standing }) {
    if (standing === 'waiting') return { papers: [] }
    if (role === 'chair' || role === 'secretary') return { papers }
    return { papers: papers.filter((paper) => paper.participantId === participantId) }
  },
})
