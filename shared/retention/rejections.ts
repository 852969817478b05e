// The HTTP answers for rejections of the retention module.
import type { RejectionReplies } from '../kernel/rejection.ts'

export const retentionRejections: RejectionReplies = {
  'retention.row-history': [409, 'There is a row of this class from a later day: enter one from that day on or later.'],
  'retention.held': [409, 'It is held already.'],
  'retention.no-hold': [409, 'This hold has been lifted already.'],
  'retention.listed': [409, 'Something of it is on a list already: decide on that list first.'],
  'retention.on-hold': [409, 'A hold keeps something of it: lift the hold first, or leave it out.'],
  'retention.unconfirmed': [
    409,
    'The agency has not entered yet how long this class is kept: enter it first, with its source.',
  ],
  'retention.twice': [400, 'The same thing is on the list twice.'],
  'retention.no-list': [409, 'This list has been decided on meanwhile: load the page again.'],
  'retention.second-needed': [403, 'Another administrator decides on a list that you have put up.'],
}
