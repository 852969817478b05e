// The HTTP answers for rejections of the follow-up modules.
import type { RejectionReplies } from '../kernel/rejection.ts'

export const followUpRejections: RejectionReplies = {
  'followUp.accepted': [409, 'The assignment is done and accepted: nothing more is written of it.'],
  'followUp.reported': [409, 'It is reported done already: it waits for the word of the chair’s office.'],
  'followUp.not-reported': [409, 'Only a report that it is done is accepted or returned.'],
  'followUp.too-many': [409, 'There are too many entries about this assignment.'],
  'followUp.too-many-files': [409, 'There are too many files with this assignment.'],
  'followUp.no-evidence': [400, 'Evidence is a file, or the place where it is kept.'],
  'followUp.reminded': [409, 'The unit has been reminded meanwhile: look at the list again.'],
}
