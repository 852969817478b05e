// Issuing a paper of a session by REST: what is proposed for it, and what the office makes of it.
import { z } from 'zod'
import { ParticipantId } from '../../kernel/ids.ts'
import { PaperKind } from '../../modules/approval/contract.ts'
import { Recipients } from '../../papers/recipients.ts'
import { Signing } from '../../papers/signing.ts'
import { Person } from '../engine/socket-events.ts'

/** Has no name in the API: it is sent and answered, and the two differ in what they may hold. */
export const NamedSignatory = z.object({ name: Person.shape.name.describe('without title or rank'), signing: Signing })
export type NamedSignatory = z.infer<typeof NamedSignatory>

export const IssueProposal = z
  .object({
    signatory: NamedSignatory.nullable().describe('who signed the last paper of the agency; null: nobody yet'),
    recipients: z.array(
      z.object({
        participantId: ParticipantId.nullable().describe('null: no person of the session'),
        text: z.string().describe('as it would be printed'),
      }),
    ),
  })
  .meta({ id: 'IssueProposal' })
export type IssueProposal = z.infer<typeof IssueProposal>

export const IssueWish = z
  .object({
    paper: PaperKind,
    signatory: NamedSignatory.optional().describe('who signs a notice of conclusions; minutes have none'),
    recipients: Recipients.optional().describe('beside the file copy; left out: those that are proposed'),
  })
  .meta({ id: 'IssueWish' })
export type IssueWish = z.infer<typeof IssueWish>
