// Derives who may vote, who still has to, and under which name, for screens and papers.
import type { ParticipantId, SiteId } from '../kernel/ids.ts'
import { delegateVoter, type Motion, participantVoter, readVoter, type VoterId } from '../modules/ballot/contract.ts'
import type { SessionState } from '../modules/index.ts'
import { countsAsPresent } from '../modules/rollcall/contract.ts'
import { type Site, siteOf } from '../modules/sites/contract.ts'

type Delegate = Site['delegates'][number]

export interface SiteVoter {
  readonly delegate: Delegate
  readonly isPresent: boolean
  readonly hasVoted: boolean
}

/** The delegates who vote at the page of this site. */
export function votersOfSite(motion: Motion, { sites, rollcall }: SessionState, siteId: SiteId | null): SiteVoter[] {
  return (siteOf(sites.sites, siteId)?.delegates ?? [])
    .filter(({ delegateId }) => motion.entitled.includes(delegateVoter(delegateId)))
    .map((delegate) => {
      const mark = rollcall.marks[delegate.delegateId]?.mark
      return {
        delegate,
        isPresent: mark !== undefined && countsAsPresent(mark),
        hasVoted: motion.voted.includes(delegateVoter(delegate.delegateId)),
      }
    })
}

export type OwnVote = 'notEntitled' | 'due' | 'done'

export function ownVote(motion: Motion, me: ParticipantId | undefined): OwnVote {
  const voterId = me && participantVoter(me)
  if (!voterId || !motion.entitled.includes(voterId)) return 'notEntitled'
  return motion.voted.includes(voterId) ? 'done' : 'due'
}

/** How many votes this page can still cast now: the own one, and those of the delegates who sit before it. */
export function votesDue(state: SessionState, me: ParticipantId | undefined): number {
  const motion = openMotion(state)
  const siteId = (me && state.admission.participants[me]?.siteId) ?? null
  if (!motion) return 0
  const ofSite = votersOfSite(motion, state, siteId).filter(({ isPresent, hasVoted }) => isPresent && !hasVoted)
  return ofSite.length + (ownVote(motion, me) === 'due' ? 1 : 0)
}

export const openMotion = ({ ballot }: SessionState): Motion | undefined =>
  ballot.motions.find(({ status }) => status === 'open')

export const missingVoters = ({ entitled, voted }: Motion): readonly VoterId[] =>
  entitled.filter((voterId) => !voted.includes(voterId))

/** Who sits in a voter’s place: the substitute, where there is one. */
export function personIdOf(voterId: VoterId, { admission, rollcall, sites }: SessionState) {
  const voter = readVoter(voterId)
  if ('participantId' in voter) return admission.participants[voter.participantId]?.personId
  const { delegateId } = voter
  const delegate = sites.sites.flatMap(({ delegates }) => delegates).find((one) => one.delegateId === delegateId)
  return rollcall.marks[delegateId]?.substituteId ?? delegate?.personId
}

/** How many would be entitled if it opened now; the server counts for good. */
export function electorateSize(
  { admission, sites }: SessionState,
  electorate: { delegates: boolean; participantIds: readonly string[] },
): number {
  const invited = electorate.participantIds.flatMap((id) => admission.participants[id as ParticipantId] ?? [])
  const persons = new Set<string>(invited.map(({ personId }) => personId))
  const delegates = electorate.delegates ? sites.sites.flatMap((site) => site.delegates) : []
  return invited.length + delegates.filter(({ personId }) => !persons.has(personId)).length
}
