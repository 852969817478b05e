import type { MotionId } from '../../kernel/ids.ts'
import { type CommandData, type DecideContext, hear, type ReadState, rules, type StateOf } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { accessList, isListed } from '../access-list/contract.ts'
import { admission } from '../admission/contract.ts'
import { agenda, itemOf } from '../agenda/contract.ts'
import { countsAsPresent, rollcall } from '../rollcall/contract.ts'
import { isOver, session } from '../session/contract.ts'
import { siteOf, siteOfDelegate, sites } from '../sites/contract.ts'
import {
  ballot,
  codeSubject,
  delegateVoter,
  fewestInSecret,
  type Motion,
  maximumMotions,
  maximumPrints,
  maximumVoters,
  motionOf,
  participantVoter,
  pileCount,
  readVoter,
  type VoterId,
} from './contract.ts'
import { fewest } from './result.ts'

type State = StateOf<typeof ballot>

const over = ({ read }: DecideContext) => isOver(read(session).status)

const change = (state: State, motionId: MotionId, changed: (motion: Motion) => Motion): State => ({
  ...state,
  motions: state.motions.map((motion) => (motion.motionId === motionId ? changed(motion) : motion)),
})

const withdrawn = (motion: Motion, reason: string | null, at: number): Motion => ({
  ...motion,
  status: 'withdrawn',
  endedAt: at,
  withdrawnReason: reason,
  choices: {},
})

/** Nobody twice: whoever is invited in person votes on their own page, also when a site’s list names them. */
function entitledTo({ electorate }: Motion, read: ReadState): VoterId[] {
  const { participants } = read(admission)
  const invited = [...new Set(electorate.participantIds)]
    .flatMap((participantId) => participants[participantId] ?? [])
    .filter(({ status }) => status !== 'withdrawn' && status !== 'refused' && status !== 'removed')
  const persons = new Set(invited.map(({ personId }) => personId))
  const delegates = electorate.delegates ? read(sites).sites.flatMap((site) => site.delegates) : []
  return [
    ...delegates.filter(({ personId }) => !persons.has(personId)).map(({ delegateId }) => delegateVoter(delegateId)),
    ...invited.map(({ participantId }) => participantVoter(participantId)),
  ]
}

/** A delegate by the roll call, a participant by being in the room. */
function isPresent(voterId: VoterId, read: ReadState): boolean {
  const voter = readVoter(voterId)
  if ('participantId' in voter) return read(admission).participants[voter.participantId]?.status === 'present'
  const mark = read(rollcall).marks[voter.delegateId]?.mark
  return mark !== undefined && countsAsPresent(mark)
}

/** Who votes with this command, or why it is nobody. */
function voterOf(
  motion: Motion,
  { delegate }: CommandData<typeof ballot, 'cast'>,
  state: State,
  context: DecideContext,
) {
  const { actor, read, codeFor } = context
  if (actor.kind !== 'participant') return reject('ballot.not-entitled')
  const voterId = delegate ? delegateVoter(delegate.delegateId) : participantVoter(actor.participantId)
  if (!motion.entitled.includes(voterId)) return reject('ballot.not-entitled')
  if (!delegate) return { voterId }
  const site = siteOfDelegate(read(sites).sites, delegate.delegateId)
  if (!site || site.siteId !== actor.siteId) return reject('ballot.other-site')
  const code = codeFor(codeSubject(read(session).sessionId, delegate.delegateId, state))
  return delegate.code.replaceAll(/\s/g, '') === code ? { voterId } : reject('ballot.wrong-code')
}

/** null: the box must be opened first. */
function counted(motion: Motion, opened: readonly number[] | null): readonly number[] | null {
  const none = Array<number>(pileCount(motion)).fill(0)
  if (motion.isSecret && motion.voted.length > 0) return opened
  return Object.values(motion.choices).reduce((piles, choice) => piles.with(choice, (piles[choice] ?? 0) + 1), none)
}

/** Codes once printed stay printed: others are made with the reason alone; while somebody votes, in the room, where all see it. */
function codesOf(
  { motions, codePrints, printings }: State,
  { delegateId, ...print }: CommandData<typeof ballot, 'printCodes'>,
  context: DecideContext,
) {
  const { actor, read } = context
  if (over(context)) return reject('session.over')
  if (actor.kind === 'account' && !isListed(read(accessList), actor.accountId)) return reject('accessList.no-part')
  const site = siteOf(read(sites).sites, print.siteId)
  const all = site?.delegates.map((one) => one.delegateId) ?? []
  const delegateIds = delegateId === null ? all : all.filter((one) => one === delegateId)
  if (delegateIds.length === 0) return reject('ballot.unknown-delegate')
  const isOpen = motions.some(({ status }) => status === 'open')
  if (isOpen && actor.kind === 'account') return reject('ballot.codes-while-open')
  if ((isOpen || delegateIds.some((one) => codePrints[one])) && print.reason === null)
    return reject('ballot.codes-need-reason')
  if (printings.length >= maximumPrints) return reject('ballot.too-many-prints', { maximum: maximumPrints })
  return [{ type: 'codesPrinted' as const, data: { ...print, delegateIds } }]
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

export const ballotRules = rules(ballot, {
  decide: {
    propose({ motions }, data, context) {
      if (over(context)) return reject('session.over')
      if (motionOf(motions, data.motionId)) return reject('ballot.exists')
      if (motions.length >= maximumMotions) return reject('ballot.too-many', { maximum: maximumMotions })
      if (data.itemId && !itemOf(context.read(agenda).items, data.itemId)) return reject('ballot.unknown-item')
      if (data.options && new Set(data.options).size < data.options.length) return reject('ballot.same-option')
      return [{ type: 'proposed', data }]
    },
    open({ motions }, { motionId }, { read }) {
      if (read(session).status !== 'open') return reject('session.not-open')
      const motion = motionOf(motions, motionId)
      if (!motion) return reject('ballot.unknown')
      if (motion.status !== 'proposed') return reject('ballot.not-proposed')
      if (motions.some(({ status }) => status === 'open')) return reject('ballot.another-open')
      const entitled = entitledTo(motion, read)
      if (entitled.length === 0) return reject('ballot.no-voters')
      if (entitled.length > maximumVoters) return reject('ballot.too-many-voters', { maximum: maximumVoters })
      if (motion.isSecret && entitled.length < fewestInSecret)
        return reject('ballot.too-few-for-secrecy', { minimum: fewestInSecret })
      const present = entitled.filter((voterId) => isPresent(voterId, read)).length
      const needed = motion.quorum ? fewest(motion.quorum, entitled.length) : 0
      if (present < needed) return reject('ballot.no-quorum', { present, entitled: entitled.length, needed })
      return [{ type: 'opened', data: { motionId, entitled, present } }]
    },
    cast(state, data, context) {
      const { motionId, choice } = data
      const motion = motionOf(state.motions, motionId)
      if (!motion) return reject('ballot.unknown')
      if (motion.status === 'proposed') return reject('ballot.not-open')
      if (motion.status !== 'open') return reject('ballot.over')
      if (context.read(session).status !== 'open') return reject('session.not-open')
      const piles = pileCount(motion)
      if (choice >= piles) return reject('ballot.unknown-option')
      const voter = voterOf(motion, data, state, context)
      if ('rejection' in voter) return voter
      const { voterId } = voter
      if (!isPresent(voterId, context.read)) return reject('ballot.voter-absent')
      if (motion.voted.includes(voterId)) return reject('ballot.already-voted')
      const voted = { type: 'voted' as const, data: { motionId, voterId } }
      return motion.isSecret
        ? { events: [voted], deposit: { boxId: motionId, pile: choice, piles } }
        : [voted, { type: 'chose', data: { motionId, voterId, choice } }]
    },
    close({ motions }, { motionId }, { opened, read }) {
      const motion = motionOf(motions, motionId)
      if (!motion) return reject('ballot.unknown')
      if (motion.status === 'proposed') return reject('ballot.not-open')
      if (motion.status !== 'open') return reject('ballot.over')
      const { isSecret, voted, choices } = motion
      if (isSecret && voted.length > 0 && voted.length < fewestInSecret)
        return reject('ballot.too-few-cast', { cast: voted.length, minimum: fewestInSecret })
      const piles = counted(motion, opened)
      if (!piles) return { opens: motionId }
      if (sum(piles) !== voted.length) return reject('ballot.count-differs')
      const present = motion.entitled.filter((voterId) => voted.includes(voterId) || isPresent(voterId, read)).length
      return [{ type: 'closed', data: { motionId, piles: [...piles], present, choices: isSecret ? null : choices } }]
    },
    withdraw({ motions }, data) {
      const motion = motionOf(motions, data.motionId)
      if (!motion) return reject('ballot.unknown')
      const isEnded = motion.status === 'closed' || motion.status === 'withdrawn'
      return isEnded ? reject('ballot.over') : [{ type: 'withdrawn', data }]
    },
    renewCode(_state, data, context) {
      if (over(context)) return reject('session.over')
      return siteOfDelegate(context.read(sites).sites, data.delegateId)
        ? [{ type: 'codeRenewed', data }]
        : reject('ballot.unknown-delegate')
    },
    printCodes: codesOf,
  },
  evolve: {
    proposed: (state, proposal) => {
      const motion: Motion = {
        ...proposal,
        status: 'proposed',
        openedAt: null,
        endedAt: null,
        withdrawnReason: null,
        entitled: [],
        presentAtOpening: 0,
        voted: [],
        choices: {},
        piles: null,
        presentAtClosing: 0,
      }
      return { ...state, motions: [...state.motions, motion] }
    },
    opened: (state, { motionId, entitled, present }, { at }) =>
      change(state, motionId, (motion) => ({
        ...motion,
        status: 'open',
        openedAt: at,
        entitled,
        presentAtOpening: present,
      })),
    voted: (state, { motionId, voterId }) =>
      change(state, motionId, (motion) => ({ ...motion, voted: [...motion.voted, voterId] })),
    chose: (state, { motionId, voterId, choice }) =>
      change(state, motionId, (motion) => ({ ...motion, choices: { ...motion.choices, [voterId]: choice } })),
    closed: (state, { motionId, piles, present, choices }, { at }) =>
      change(state, motionId, (motion) => ({
        ...motion,
        status: 'closed',
        endedAt: at,
        piles,
        presentAtClosing: present,
        choices: choices ?? {},
      })),
    withdrawn: (state, { motionId, reason }, { at }) =>
      change(state, motionId, (motion) => withdrawn(motion, reason, at)),
    codeRenewed: (state, { delegateId }) => ({
      ...state,
      codeIssues: { ...state.codeIssues, [delegateId]: (state.codeIssues[delegateId] ?? 0) + 1 },
    }),
    codesPrinted: (state, { delegateIds, ...print }, { at, actor }) => ({
      ...state,
      codePrints: { ...state.codePrints, ...Object.fromEntries(delegateIds.map((id) => [id, print.printId])) },
      printings: [...state.printings, { ...print, at, by: actor, count: delegateIds.length }],
    }),
  },
  also: [
    // Nobody counts after the closing: a ballot that is still open ends without a result.
    hear(session, 'closed', (state: State, _data, { at }) => ({
      ...state,
      motions: state.motions.map((motion) => (motion.status === 'open' ? withdrawn(motion, null, at) : motion)),
    })),
  ],
  spentBoxes: ({ motions }) =>
    motions
      .filter(({ isSecret, openedAt, endedAt }) => isSecret && openedAt !== null && endedAt !== null)
      .map(({ motionId }) => motionId),
})
