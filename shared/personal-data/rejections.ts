// The HTTP answers for rejections of requests about personal data.
import type { RejectionReplies } from '../kernel/rejection.ts'

export const personalRequestRejections: RejectionReplies = {
  'personalRequest.received': [409, 'This request has been taken in already.'],
  'personalRequest.in-future': [400, 'A request cannot have come on a day that is still to come.'],
  'personalRequest.unknown': [404, 'There is no such request.'],
  'personalRequest.ended': [409, 'This request has been answered or refused already.'],
  'personalRequest.not-checked': [409, 'Make sure first who asks, and say how.'],
}
