// Papers that a citizen hands in at a reception, and the receipt for them (giấy biên nhận). An issued receipt does not
// change.
import { z } from 'zod'
import { staffPresent, systemOnly } from '../../kernel/actor.ts'
import { DocumentId, line, Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const conditions = ['photocopy', 'certifiedCopy', 'original'] as const
const Paper = z.object({
  name: line(300),
  pages: z.int().min(1).max(5000),
  condition: z.enum(conditions).describe('bản photo, bản sao công chứng, bản chính'),
  sha256: z.string().nullable().describe('of its file in this session; null: it was handed over on paper'),
})
const HandedIn = Paper.extend({ paperId: z.uuid(), participantId: ParticipantId })
export type HandedIn = z.infer<typeof HandedIn>

const Issue = z.object({
  receiptId: z.uuid(),
  participantId: ParticipantId,
  officerId: ParticipantId,
  number: z.int().positive(),
  year: z.int(),
})
const Receipt = Issue.extend({ issuedAt: Ms, papers: z.array(HandedIn) })
export type Receipt = z.infer<typeof Receipt>

export const maximumPapers = 200

/** Staff, and whose papers they are while in the room. */
const staffAndSubject = ({ participantId }: { participantId: ParticipantId }) => ({
  to: 'staff' as const,
  inside: [participantId],
})

export const receipt = defineModule('receipt', {
  commands: {
    add: command(
      'Lists a paper that a citizen hands in; one that is a document of the session with the hash of its file.',
      staffPresent,
      Paper.omit({ sha256: true }).extend({ participantId: ParticipantId, documentId: DocumentId.nullable() }),
      ['session.over', 'receipt.not-reception', 'receipt.not-citizen', 'receipt.unknown-document', 'receipt.too-many'],
    ),
    remove: command(
      'Takes a paper off the list, while no receipt has it.',
      staffPresent,
      z.object({ paperId: z.uuid() }),
      ['session.over', 'receipt.unknown-paper'],
    ),
    issue: command('Issues the receipt for what a citizen has handed in, under its number.', systemOnly, Issue, [
      'session.over',
      'receipt.nothing',
      'receipt.not-officer',
      'receipt.unconfirmed',
    ]),
  },
  events: {
    added: event(staffAndSubject, HandedIn),
    removed: event(staffAndSubject, z.object({ paperId: z.uuid(), participantId: ParticipantId })),
    issued: event(staffAndSubject, Issue),
  },
  state: z.object({ pending: z.array(HandedIn), receipts: z.array(Receipt) }),
  initial: { pending: [], receipts: [] },
  view({ pending, receipts }, { participantId, role, standing }) {
    if (standing === 'waiting') return { pending: [], receipts: [] }
    if (role === 'chair' || role === 'secretary') return { pending, receipts }
    const isOwn = (one: { participantId: ParticipantId }) => one.participantId === participantId
    return { pending: pending.filter(isOwn), receipts: receipts.filter(isOwn) }
  },
})
