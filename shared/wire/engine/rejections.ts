// With which status and words REST answers each rejection that a command can meet.
import { caseRejections } from '../../cases/rejections.ts'
import { followUpRejections } from '../../conclusions/rejections.ts'
import { intakeGroupRejections } from '../../intake-group/rejections.ts'
import type { RejectionReplies } from '../../kernel/rejection.ts'
import { sessionRejections } from '../../modules/rejections.ts'
import { personalRequestRejections } from '../../personal-data/rejections.ts'
import { receptionDayRejections } from '../../reception/rejections.ts'
import { retentionRejections } from '../../retention/rejections.ts'

export const rejectionReplies: RejectionReplies = {
  ...sessionRejections,
  ...receptionDayRejections,
  ...caseRejections,
  ...followUpRejections,
  ...intakeGroupRejections,
  ...retentionRejections,
  ...personalRequestRejections,
}
