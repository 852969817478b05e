// Determines the speaker when the floor is granted, and the time the rules of speaking leave them. Called by rules.ts.
import type { PersonId, SiteId } from '../../kernel/ids.ts'
import type { DecideContext } from '../../kernel/module.ts'
import { reject } from '../../kernel/rejection.ts'
import { admission, type Participant } from '../admission/contract.ts'
import { rollcall } from '../rollcall/contract.ts'
import { siteOf, sites } from '../sites/contract.ts'
import type { Purpose } from './contract.ts'
import { leftOf, tightest } from './speaking-time.ts'
import type { State } from './steps.ts'

/** What the rules of speaking leave to one who is granted the floor, in seconds; null: no limit. */
export function secondsLeft(state: State, participant: Participant, purpose: Purpose | null, context: DecideContext) {
  const { rules: speakingRules, turns } = state
  const { participants } = context.read(admission)
  const ofSite = turns.filter(({ participantId }) => participants[participantId]?.siteId === participant.siteId)
  const speakerId = ownSpeaker(participant)
  const ofPerson = turns.filter((turn) => turn.speakerId === speakerId)
  return tightest(
    speakingRules.perPurpose[purpose ?? 'speak'],
    participant.siteId === null ? null : leftOf(speakingRules.perSite, ofSite, context.at),
    speakerId === null ? null : leftOf(speakingRules.perPerson, ofPerson, context.at),
  )
}

/** Whoever sits alone before a camera speaks for themselves; at a site somebody is named. */
export const ownSpeaker = ({ role, personId }: Participant): PersonId | null =>
  role === 'siteOperator' ? null : personId

export function isOfTheSite(
  personId: PersonId,
  { siteId, personId: ownId }: Participant,
  { read }: DecideContext,
): boolean {
  const { marks } = read(rollcall)
  const delegates = siteOf(read(sites).sites, siteId)?.delegates ?? []
  return (
    personId === ownId ||
    delegates.some((one) => one.personId === personId || marks[one.delegateId]?.substituteId === personId)
  )
}

/** Why nobody of the site can be heard; null: somebody of it is in the room. */
export function nobodyToHear(siteId: SiteId, { read }: DecideContext) {
  const site = siteOf(read(sites).sites, siteId)
  if (!site) return reject('floor.unknown-site')
  const isThere = Object.values(read(admission).participants).some(
    (participant) => participant.status === 'present' && participant.siteId === siteId,
  )
  return isThere ? null : reject('floor.nobody-there', { site: site.name })
}
