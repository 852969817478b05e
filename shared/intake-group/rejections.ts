// The HTTP answers for rejections of the intake group.
import type { RejectionReplies } from '../kernel/rejection.ts'

export const intakeGroupRejections: RejectionReplies = {
  'intakeGroup.too-many': [409, 'The intake group has as many accounts as it can hold: take one out first.'],
  'intakeGroup.not-named': [404, 'This account is not in the intake group.'],
}
