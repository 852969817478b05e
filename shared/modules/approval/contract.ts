// The approval of the minutes from draft to issued paper: comments, signatures of secretary and chair, numbers, and
// after the issue a correction as a new document. While a signature stands, the minutes cannot be changed.
import { z } from 'zod'
import {
  ActorReference,
  accountOnly,
  maySee,
  orAccount,
  orSystem,
  presentRoles,
  seenActor,
  staffPresent,
  systemOnly,
} from '../../kernel/actor.ts'
import { Ms, ParticipantId, PersonId, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { Recipients } from '../../papers/recipients.ts'
import { Signing } from '../../papers/signing.ts'

export const PaperKind = z.enum(['minutes', 'conclusions']).describe('biên bản, or thông báo kết luận')
export type PaperKind = z.infer<typeof PaperKind>

const CommentId = z.uuid().describe('a comment on the draft')
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const Comment = z.object({
  commentId: CommentId,
  text: z.string(),
  at: Ms,
  byParticipantId: ParticipantId.nullable(),
  isResolved: z.boolean(),
})
export type Comment = z.infer<typeof Comment>

const Signature = z.object({
  participantId: ParticipantId,
  at: Ms,
  sha256: Sha256.describe('of the text that was signed'),
})
export type Signature = z.infer<typeof Signature>

const Numbered = z.object({
  number: z.int().positive().describe('counted per year and kind of paper'),
  year: z.int().min(2000).max(9999),
})
/** Not signed in the session: who signs for the agency, and to whom the paper goes. */
const Issuing = z.object({
  signatory: z
    .object({ personId: PersonId.describe('who signs, of the people record'), signing: Signing })
    .optional()
    .describe('of a notice of conclusions; left out: it is of the minutes, or was issued before signatories were kept'),
  recipients: Recipients.optional().describe(
    'beside the file copy; left out: those that follow from what was concluded',
  ),
})
const Issue = Numbered.extend({ at: Ms, ...Issuing.shape })
export type Issue = z.infer<typeof Issue>

const Signer = z.enum(['secretary', 'chair'])
const Corrected = Numbered.extend({ at: Ms, reason: z.string() })

const Waiver = z.object({ at: Ms, by: ActorReference, reason: z.string() })

const Approval = z.object({
  version: z.int().positive().describe('which document of this session: 1, and one more for each correction'),
  comments: z.array(Comment),
  signatures: z.object({ secretary: Signature.nullable(), chair: Signature.nullable() }),
  issues: z.object({ minutes: Issue.nullable(), conclusions: Issue.nullable() }),
  corrects: Corrected.nullable().describe('the issued minutes whose place this document takes'),
  waiver: Waiver.nullable().describe('that there will be no issued minutes; ends with the next signature'),
})
type Approval = z.infer<typeof Approval>

const initial: Approval = {
  version: 1,
  comments: [],
  signatures: { secretary: null, chair: null },
  issues: { minutes: null, conclusions: null },
  corrects: null,
  waiver: null,
}

export const maximumComments = 500

export const approval = defineModule('approval', {
  commands: {
    comment: command('Comments on the draft of the minutes.', staffPresent, z.object({ text: text(2000) }), [
      'approval.sealed',
      'approval.signed',
      'approval.too-many',
    ]),
    resolve: command(
      'Says that a comment has been dealt with.',
      presentRoles('secretary'),
      z.object({ commentId: CommentId }),
      ['approval.sealed', 'approval.unknown-comment'],
    ),
    sign: command(
      'Signs the minutes: the secretary, then the chair. The server has compared the text with the one that was read.',
      systemOnly,
      z.object({ participantId: ParticipantId, sha256: Sha256 }),
      [
        'approval.sealed',
        'approval.not-closed',
        'approval.not-signatory',
        'approval.already-signed',
        'approval.secretary-first',
        'approval.other-text',
        'dialogue.no-chair',
        'dialogue.no-note-taker',
        'dialogue.no-complainant',
        'dialogue.attendance-open',
        'dialogue.nothing-written',
        'dialogue.not-read-back',
      ],
    ),
    reopen: command(
      'Takes the secretary’s signature off: the chair returns the minutes, or the secretary takes them back.',
      staffPresent,
      z.object({ reason: text(1000) }),
      ['approval.sealed', 'approval.signed', 'approval.not-submitted'],
    ),
    issue: command(
      'Issues a signed paper under the number that the server has allotted.',
      orSystem(accountOnly),
      Numbered.extend({
        paper: PaperKind,
        byParticipantId: ParticipantId.nullable().describe('null: an account of the agency'),
        ...Issuing.shape,
      }),
      [
        'approval.sealed',
        'approval.not-signed',
        'approval.already-issued',
        'approval.no-signatory',
        'approval.unneeded-signatory',
        'approval.unknown-recipient',
      ],
    ),
    beginCorrection: command(
      'Begins a new document that takes the place of the issued one.',
      presentRoles('secretary'),
      z.object({ reason: text(1000) }),
      ['approval.sealed', 'approval.not-issued'],
    ),
    waive: command(
      'Says, with the reason, that no minutes will be issued: the session may be sealed without them.',
      orAccount(presentRoles('chair')),
      z.object({ reason: text(1000) }),
      ['approval.sealed', 'approval.not-closed', 'approval.already-issued', 'approval.already-waived'],
    ),
  },
  events: {
    commented: event('staff', z.object({ commentId: CommentId, text: text(2000) })),
    resolved: event('staff', z.object({ commentId: CommentId })),
    signed: event('staff', z.object({ participantId: ParticipantId, signatory: Signer, sha256: Sha256 })),
    reopened: event('staff', z.object({ commentId: CommentId, reason: text(1000) })),
    issued: event(
      'staff',
      Numbered.extend({ paper: PaperKind, byParticipantId: ParticipantId.nullable(), ...Issuing.shape }),
    ),
    correctionBegun: event('staff', z.object({ reason: text(1000) })),
    waived: event('staff', z.object({ reason: text(1000) })),
  },
  state: Approval,
  initial,
  view: (state, viewer) => (maySee('staff', viewer) ? { ...state, waiver: seenWaiver(state.waiver) } : initial),
})

/** In the room an account is not told from another. */
function seenWaiver(waiver: Approval['waiver']): Approval['waiver'] {
  return waiver && { ...waiver, by: seenActor(waiver.by) }
}

/** Neither issued nor waived: its session is not sealed. A correction that has begun is owed again. */
export const minutesOwed = ({ issues, waiver }: Approval): boolean => issues.minutes === null && waiver === null

export type ApprovalStage = 'draft' | 'submitted' | 'signed' | 'issued'

/** submitted: the secretary has signed, and the chair is asked to. */
export function stageOf({ signatures, issues }: Approval): ApprovalStage {
  if (issues.minutes) return 'issued'
  if (signatures.chair) return 'signed'
  return signatures.secretary ? 'submitted' : 'draft'
}
