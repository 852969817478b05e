// What becomes of one assignment after its meeting: progress, evidence, the report that it is done, and the word of the chair’s
// office on it. An aggregate of its own: it lives for months after its session is sealed (ADR 0029).
import { z } from 'zod'
import { accountOnly } from '../../kernel/actor.ts'
import { AccountId, line, Ms, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'

export const FollowUpStatus = z
  .enum(['open', 'reported', 'accepted'])
  .describe('đang thực hiện, chờ xác nhận hoàn thành, đã hoàn thành')
export type FollowUpStatus = z.infer<typeof FollowUpStatus>

const Words = z.object({ text: text(2000) })
const Evidence = z.object({
  title: line(300),
  reference: text(1000).describe('where it is: the number of a document, an address, a shelf'),
})

const Step = z.object({
  kind: z.enum(['progress', 'evidence', 'report', 'acceptance', 'return']),
  text: z.string().nullable(),
  reference: z.string().nullable(),
  at: Ms,
  byAccountId: AccountId.nullable(),
})
export type FollowUpStep = z.infer<typeof Step>

export const maximumSteps = 1000

export const followUp = defineModule('followUp', {
  commands: {
    noteProgress: command('Says how far it has come.', accountOnly, Words, ['followUp.accepted', 'followUp.too-many']),
    addEvidence: command('Names what shows it.', accountOnly, Evidence, ['followUp.accepted', 'followUp.too-many']),
    report: command('Reports that it is done.', accountOnly, Words, [
      'followUp.accepted',
      'followUp.reported',
      'followUp.too-many',
    ]),
    accept: command('Accepts the report: it is done.', accountOnly, z.object({}), ['followUp.not-reported']),
    return: command('Returns the report: it is not done yet.', accountOnly, Words, ['followUp.not-reported']),
  },
  events: {
    progressNoted: event('nobody', Words),
    evidenceAdded: event('nobody', Evidence),
    reported: event('nobody', Words),
    accepted: event('nobody', z.object({})),
    returned: event('nobody', Words),
  },
  state: z.object({ status: FollowUpStatus, steps: z.array(Step) }),
  initial: { status: 'open', steps: [] },
})
