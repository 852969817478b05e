// The protection of who denounces: in a session that was made as a protected one nobody of a branch site and no observer comes in
// before the denouncer has waived it in writing, and only the accounts named read who they are (ADR 0045). The name itself is in no
// state: it lies in the record of citizens.
import { z } from 'zod'
import { accountOnly, orAccount, staffPresent } from '../../kernel/actor.ts'
import { AccountId, line, Ms, ParticipantId } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'

const Reader = z.object({
  accountId: AccountId,
  participantId: ParticipantId.nullable().describe('as whom they are in the room; null: they are not'),
})
export type Reader = z.infer<typeof Reader>

const Waiver = z.object({
  paperNumber: line(100).describe('số, ký hiệu of the written consent, as it was registered'),
  signedOn: z.iso.date(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe('of the scanned paper; null: it is kept on paper alone'),
})

export const maximumReaders = 20

export const protection = defineModule('protection', {
  commands: {
    nameReader: command('Lets an account read who the denouncer is.', accountOnly, Reader, [
      'session.over',
      'protection.not-protected',
      'protection.too-many-readers',
    ]),
    waive: command(
      'Notes the paper in which the denouncer agrees that others take part.',
      orAccount(staffPresent),
      Waiver,
      ['session.over', 'protection.not-protected', 'protection.not-signed-yet'],
    ),
  },
  events: {
    readerNamed: event('staff', Reader),
    waived: event('staff', Waiver),
  },
  state: z.object({
    readers: z.array(Reader).describe('for staff alone'),
    waiver: Waiver.extend({ at: Ms }).nullable(),
  }),
  initial: { readers: [], waiver: null },
  view: (state, { role, standing }) =>
    standing === 'present' && (role === 'chair' || role === 'secretary') ? state : { readers: [], waiver: null },
})

type State = StateOf<typeof protection>

/** The account behind a link, where that is known. */
export const readerBehind = ({ readers }: State, participantId: ParticipantId | undefined): AccountId | null =>
  readers.find((reader) => participantId !== undefined && reader.participantId === participantId)?.accountId ?? null

export const isReader = ({ readers }: State, accountId: AccountId): boolean =>
  readers.some((reader) => reader.accountId === accountId)
