// The follow-up of one assignment after its session: progress, evidence, report, acceptance or return by the chair’s
// office, reminders. An aggregate of its own, because it lives for months after the session is sealed (ADR 0029, 0032).
import { z } from 'zod'
import { accountOnly, orSystem } from '../../kernel/actor.ts'
import { AccountId, line, Ms, text } from '../../kernel/ids.ts'
import { command, defineModule, event } from '../../kernel/module.ts'
import { SessionDocument, StoredFile } from '../../modules/documents/contract.ts'

export const FollowUpStatus = z
  .enum(['open', 'reported', 'accepted'])
  .describe('đang thực hiện, chờ xác nhận hoàn thành, đã hoàn thành')
export type FollowUpStatus = z.infer<typeof FollowUpStatus>

export const maximumSteps = 1000
export const maximumFilesAtOnce = 10
/** Of one assignment. */
export const maximumFiles = 200

export const EvidenceFile = StoredFile.extend({ title: line(200), scan: SessionDocument.shape.scan })
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** Steps of the first release had none. The server fills them in, with what it has taken in and kept. */
const files = z.array(EvidenceFile).max(maximumFilesAtOnce).default([])
const Words = z.object({ text: text(2000) })
const WordsAndFiles = Words.extend({ files })
const Evidence = z.object({
  title: line(300),
  reference: text(1000)
    .nullable()
    .describe('where it is: the number of a document, an address, a shelf; null: in the files'),
  files,
})

const Step = z.object({
  kind: z.enum(['progress', 'evidence', 'report', 'acceptance', 'return']),
  text: z.string().nullable(),
  reference: z.string().nullable(),
  files: z.array(EvidenceFile),
  at: Ms,
  byAccountId: AccountId.nullable(),
})
export type FollowUpStep = z.infer<typeof Step>

export const ReminderOccasion = z
  .enum(['before', 'due', 'overdue', 'byHand'])
  .describe('sắp đến hạn, đến hạn, quá hạn, cán bộ bấm nhắc')
export type ReminderOccasion = z.infer<typeof ReminderOccasion>

const Reminder = z.object({
  occasion: ReminderOccasion,
  dueOn: z.iso.date().nullable().describe('the last day, as it stood then'),
})
const GivenReminder = Reminder.extend({ at: Ms, byAccountId: AccountId.nullable().describe('null: the server itself') })
export type GivenReminder = z.infer<typeof GivenReminder>

export const followUp = defineModule('followUp', {
  commands: {
    noteProgress: command('Says how far it has come.', accountOnly, WordsAndFiles, [
      'followUp.accepted',
      'followUp.too-many',
      'followUp.too-many-files',
    ]),
    addEvidence: command('Names or holds what shows it.', accountOnly, Evidence, [
      'followUp.accepted',
      'followUp.too-many',
      'followUp.too-many-files',
      'followUp.no-evidence',
    ]),
    report: command('Reports that it is done.', accountOnly, WordsAndFiles, [
      'followUp.accepted',
      'followUp.reported',
      'followUp.too-many',
      'followUp.too-many-files',
    ]),
    accept: command('Accepts the report: it is done.', accountOnly, z.object({}), ['followUp.not-reported']),
    return: command('Returns the report: it is not done yet.', accountOnly, Words, ['followUp.not-reported']),
    remind: command(
      'Reminds the unit in charge.',
      orSystem(accountOnly),
      Reminder.extend({
        number: z.int().positive().describe('the first is 1: whoever has not seen the last one reminds nobody twice'),
      }),
      ['followUp.accepted', 'followUp.reported', 'followUp.reminded', 'followUp.too-many'],
    ),
  },
  events: {
    progressNoted: event('nobody', WordsAndFiles),
    evidenceAdded: event('nobody', Evidence),
    reported: event('nobody', WordsAndFiles),
    accepted: event('nobody', z.object({})),
    returned: event('nobody', Words),
    reminded: event('nobody', Reminder),
  },
  state: z.object({ status: FollowUpStatus, steps: z.array(Step), reminders: z.array(GivenReminder) }),
  initial: { status: 'open', steps: [], reminders: [] },
})
