// Protection of a denouncer: in a protected session branch sites and observers are rejected without a written waiver of
// the denouncer, and again after its withdrawal; only named accounts can read the denouncer's identity (ADR 0045). The
// name is in no state, only in the record of citizens.
import { z } from 'zod'
import { accountOnly, orAccount, staffPresent } from '../../kernel/actor.ts'
import { AccountId, line, Ms, ParticipantId, type ReaderId, text } from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'
import type { admission, Participant } from '../admission/contract.ts'
import { siteOf, type sites } from '../sites/contract.ts'

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

const TakingBack = z.object({ reason: text(300) })

export const maximumReaders = 20

export const protection = defineModule('protection', {
  commands: {
    nameReader: command(
      'Lets an account read who the denouncer is; also when the session is over.',
      accountOnly,
      Reader,
      ['protection.not-protected', 'protection.too-many-readers'],
    ),
    waive: command(
      'Notes the paper in which the denouncer agrees that others take part.',
      orAccount(staffPresent),
      Waiver,
      ['session.over', 'protection.not-protected', 'protection.not-signed-yet'],
    ),
    takeBack: command(
      'Notes that the denouncer no longer agrees: nobody else takes part any more.',
      orAccount(staffPresent),
      TakingBack,
      ['session.over', 'protection.not-protected', 'protection.nothing-waived', 'protection.outsiders-inside'],
    ),
  },
  events: {
    readerNamed: event('staff', Reader),
    waived: event('staff', Waiver),
    takenBack: event('staff', TakingBack),
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

/** Somebody of a branch site, or who only looks on: they learn who denounces only if that was agreed to. */
export const isOutsider = (
  { role, siteId }: Pick<Participant, 'role' | 'siteId'>,
  { sites: all }: StateOf<typeof sites>,
): boolean => role === 'siteOperator' || role === 'observer' || siteOf(all, siteId)?.rank === 'branch'

/** Those of them who are in the room, or could come in. */
export const outsidersIn = (
  { participants }: StateOf<typeof admission>,
  ofSites: StateOf<typeof sites>,
): readonly Participant[] =>
  Object.values(participants).filter(
    (one) => isOutsider(one, ofSites) && one.status !== 'removed' && one.status !== 'withdrawn',
  )

/** The account behind a link, where that is known. */
export const readerBehind = ({ readers }: State, participantId: ParticipantId | undefined): AccountId | null =>
  readers.find((reader) => participantId !== undefined && reader.participantId === participantId)?.accountId ?? null

export const isNamedReader = ({ readers }: State, accountId: AccountId): boolean =>
  readers.some((one) => one.accountId === accountId)

/** May read it now. */
export const isReader = (state: State, reader: ReaderId | null): boolean =>
  reader !== null && isNamedReader(state, reader)
