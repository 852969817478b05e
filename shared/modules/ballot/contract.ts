// Ballots: motions on which each entitled voter votes once, openly or in secret. Quorum and majority are settings of
// the session, checked and never assumed; they make no claim about any law.
import { z } from 'zod'
import { ActorReference, anyonePresent, orAccount, staffPresent, type Viewer } from '../../kernel/actor.ts'
import {
  DelegateId,
  ItemId,
  line,
  MotionId,
  Ms,
  ParticipantId,
  type SessionId,
  SiteId,
  text,
} from '../../kernel/ids.ts'
import { command, defineModule, event, type StateOf } from '../../kernel/module.ts'

/**
 * Two kinds of voters. A *delegate* of a site has no page of their own: they vote one after another at the page of their
 * site, each with the code they were handed. A *participant* votes on their own page, by their own link.
 */
export const VoterId = z
  .string()
  .regex(/^(delegate|participant)\.[A-Za-z0-9_-]{1,64}$/)
  .brand<'VoterId'>()
  .describe('delegate.ID, who votes at the page of the site, or participant.ID, who votes on a page of their own')
export type VoterId = z.infer<typeof VoterId>

export const delegateVoter = (delegateId: DelegateId): VoterId => VoterId.parse(`delegate.${delegateId}`)
export const participantVoter = (participantId: ParticipantId): VoterId => VoterId.parse(`participant.${participantId}`)

export function readVoter(voterId: VoterId): { delegateId: DelegateId } | { participantId: ParticipantId } {
  const dot = voterId.indexOf('.')
  const id = voterId.slice(dot + 1)
  return voterId.startsWith('delegate.')
    ? { delegateId: DelegateId.parse(id) }
    : { participantId: ParticipantId.parse(id) }
}

const shareShape = {
  bound: z.enum(['moreThan', 'atLeast']).describe('quá, từ … trở lên'),
  numerator: z.int().min(1).max(100),
  denominator: z.int().min(1).max(100),
}
const isPossible = ({ bound, numerator, denominator }: z.infer<z.ZodObject<typeof shareShape>>) =>
  bound === 'atLeast' ? numerator <= denominator : numerator < denominator
export const Share = z.object(shareShape).refine(isPossible, 'more than there is')
export type Share = z.infer<typeof Share>

export const MajorityBase = z
  .enum(['entitled', 'present', 'cast'])
  .describe('of all who may vote; of those of them who are present; of the votes cast, abstentions too')
export const Majority = z.object({ of: MajorityBase, ...shareShape }).refine(isPossible, 'more than there is')
export type Majority = z.infer<typeof Majority>

export const maximumMotions = 100
export const maximumVoters = 2000
/** With fewer, the result of a secret ballot says who voted how. */
export const fewestInSecret = 3

const One = z.object({ motionId: MotionId })
const Content = z.object({
  itemId: ItemId.nullable().describe('the item of the agenda it belongs to'),
  text: text(2000),
  options: z
    .array(line(200))
    .min(2)
    .max(8)
    .nullable()
    .describe('null: for or against. Whoever has no opinion can say so in either case'),
  isSecret: z.boolean(),
  electorate: z
    .object({ delegates: z.boolean(), participantIds: z.array(ParticipantId).max(500) })
    .describe('all delegates of the sites, or none of them; and these participants'),
  majority: Majority,
  quorum: Share.nullable().describe('of those entitled: so many must be present when the ballot opens'),
})
const Proposal = One.extend(Content.shape)
const Voter = One.extend({ voterId: VoterId })
const Pile = z.int().min(0).max(20)

const CodePrint = z.object({
  printId: z.uuid().describe('another one makes other codes'),
  siteId: SiteId,
  reason: text(300).nullable().describe('why again, or while a ballot is open'),
})
const CodesPrinted = CodePrint.extend({ delegateIds: z.array(DelegateId).max(500) })

export const maximumPrints = 1000

export const Motion = Proposal.extend({
  status: z
    .enum(['proposed', 'open', 'closed', 'withdrawn'])
    .describe('chưa mở, đang biểu quyết, đã có kết quả, đã hủy'),
  openedAt: Ms.nullable(),
  endedAt: Ms.nullable(),
  withdrawnReason: z.string().nullable(),
  entitled: z.array(VoterId).describe('fixed when the ballot opens'),
  presentAtOpening: z.int(),
  voted: z.array(VoterId).describe('that they have, not how'),
  choices: z.record(VoterId, Pile).describe('of an open ballot; until it closes each page has its own person’s alone'),
  piles: z.array(z.int()).nullable().describe('votes for each option, the last for no opinion; null until it closes'),
  presentAtClosing: z.int().describe('those entitled who were present at the end, or had voted'),
})
export type Motion = z.infer<typeof Motion>

export const ballot = defineModule('ballot', {
  commands: {
    propose: command('Prepares a motion.', orAccount(staffPresent), Proposal, [
      'session.over',
      'ballot.exists',
      'ballot.too-many',
      'ballot.unknown-item',
      'ballot.same-option',
    ]),
    open: command('Opens the ballot. Who may vote is fixed by it, and the quorum checked.', staffPresent, One, [
      'session.not-open',
      'ballot.unknown',
      'ballot.not-proposed',
      'ballot.another-open',
      'ballot.no-voters',
      'ballot.too-many-voters',
      'ballot.too-few-for-secrecy',
      'ballot.no-quorum',
    ]),
    cast: command(
      'Votes, once and for good. A participant votes in their own name; the page of a site for a delegate of that site who gives their code.',
      anyonePresent,
      One.extend({
        choice: Pile.describe('the option, from 0; the number of options means no opinion'),
        delegate: z.object({ delegateId: DelegateId, code: z.string().max(20) }).nullable(),
      }),
      [
        'session.not-open',
        'ballot.unknown',
        'ballot.not-open',
        'ballot.over',
        'ballot.unknown-option',
        'ballot.other-site',
        'ballot.not-entitled',
        'ballot.wrong-code',
        'ballot.voter-absent',
        'ballot.already-voted',
      ],
    ),
    close: command('Closes the ballot and counts. Everybody sees the result.', staffPresent, One, [
      'ballot.unknown',
      'ballot.not-open',
      'ballot.over',
      'ballot.too-few-cast',
      'ballot.count-differs',
    ]),
    withdraw: command(
      'Takes a motion back, also while it is voted on: no vote is counted then.',
      staffPresent,
      One.extend({ reason: text(300) }),
      ['ballot.unknown', 'ballot.over'],
    ),
    renewCode: command(
      'Gives a delegate a new code; the old one is dead.',
      staffPresent,
      z.object({ delegateId: DelegateId }),
      ['session.over', 'ballot.unknown-delegate'],
    ),
    printCodes: command(
      'Makes the codes of a site, or of one delegate who has lost theirs, to be printed now and never again. Earlier ones are dead.',
      orAccount(staffPresent),
      CodePrint.extend({ delegateId: DelegateId.nullable().describe('null: of everybody at the site') }),
      [
        'session.over',
        'accessList.no-part',
        'ballot.unknown-delegate',
        'ballot.codes-need-reason',
        'ballot.codes-while-open',
        'ballot.too-many-prints',
      ],
    ),
  },
  events: {
    proposed: event('present', Proposal),
    opened: event('present', One.extend({ entitled: z.array(VoterId), present: z.int() })),
    voted: event('present', Voter),
    /** Of an open ballot; beside `voted`. A secret choice is in no event. */
    chose: event(({ voterId }) => ({ to: 'nobody', and: ownPage(voterId) }), Voter.extend({ choice: Pile })),
    closed: event(
      'present',
      One.extend({
        piles: z.array(z.int()),
        present: z.int(),
        choices: z.record(VoterId, Pile).nullable().describe('who voted how; null: it was secret'),
      }),
    ),
    withdrawn: event('present', One.extend({ reason: text(300) })),
    codeRenewed: event('present', z.object({ delegateId: DelegateId })),
    codesPrinted: event('present', CodesPrinted),
  },
  state: z.object({
    motions: z.array(Motion),
    codeIssues: z.record(DelegateId, z.int()).describe('how often a delegate’s code was renewed'),
    codePrints: z.record(DelegateId, z.uuid()).describe('from which printing a delegate’s code is'),
    printings: z.array(CodesPrinted.omit({ delegateIds: true }).extend({ at: Ms, by: ActorReference, count: z.int() })),
  }),
  initial: { motions: [], codeIssues: {}, codePrints: {}, printings: [] },
  view: (state, viewer) =>
    viewer.standing === 'present'
      ? { ...state, motions: state.motions.map((motion) => asSeenBy(viewer, motion)) }
      : { motions: [], codeIssues: {}, codePrints: {}, printings: [] },
})

function ownPage(voterId: VoterId): readonly ParticipantId[] {
  const voter = readVoter(voterId)
  return 'participantId' in voter ? [voter.participantId] : []
}

function asSeenBy({ participantId }: Viewer, motion: Motion): Motion {
  if (motion.status === 'closed') return motion
  const own = participantVoter(participantId)
  const choice = motion.choices[own]
  return { ...motion, choices: choice === undefined ? {} : { [own]: choice } }
}

export const motionOf = (motions: readonly Motion[], motionId: MotionId): Motion | undefined =>
  motions.find((motion) => motion.motionId === motionId)

/** For and against, or the options of its own; and no opinion. */
export const pileCount = ({ options }: Pick<Motion, 'options'>): number => (options?.length ?? 2) + 1

/** What a delegate’s code is the code for. One that was never printed is known to nobody; earlier releases knew no printings. */
export function codeSubject(
  sessionId: SessionId,
  delegateId: DelegateId,
  { codeIssues, codePrints }: Readonly<Pick<StateOf<typeof ballot>, 'codeIssues' | 'codePrints'>>,
): string {
  const printId = codePrints[delegateId]
  return `ballot ${sessionId} ${delegateId} ${codeIssues[delegateId] ?? 0}${printId ? ` ${printId}` : ''}`
}
