// What the parts of this panel ask: names of voters and options, the vote that is due, the rule in words.
import { useTranslation } from 'react-i18next'
import type { Majority, Motion, Share, VoterId } from '../../../../shared/modules/ballot/contract.ts'
import { openMotion, personIdOf, votesDue } from '../../../../shared/projections/voters.ts'
import { unknownName, useMe } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import type { PanelOffer } from '../../frame/panel.ts'

export function useBallotBadge(): number {
  return useSession(({ state, me }) => (state ? votesDue(state, me?.participantId) : 0))
}

export function useBallotOffer(): PanelOffer | null {
  const { t } = useTranslation()
  const motion = useSession(({ state }) => state && openMotion(state))
  const isDue = useBallotBadge() > 0
  if (!motion) return null
  return {
    words: t('panels.ballot.nowNamed', { text: motion.text }),
    action: t(isDue ? 'panels.ballot.goVote' : 'panels.ballot.look'),
    isUrgent: isDue,
  }
}

/** The names of the piles, the last for no opinion. */
export function useOptionNames({ options }: Pick<Motion, 'options'>): readonly string[] {
  const { t } = useTranslation()
  return [...(options ?? [t('panels.ballot.for'), t('panels.ballot.against')]), t('panels.ballot.noOpinion')]
}

export function useVoterName(): (voterId: VoterId) => string {
  const state = useSession((session) => session.state)
  const people = useSession((session) => session.people)
  return (voterId) => {
    const personId = state && personIdOf(voterId, state)
    return (personId && people[personId]?.name) || unknownName
  }
}

export const useMySiteId = () => useMe()?.siteId ?? null

export const fraction = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`

/** “Cần quá 1/2 số người đã biểu quyết: ít nhất 4 phiếu.” */
export function useRuleWords(): (majority: Majority, needed: number) => string {
  const { t } = useTranslation()
  return (majority, needed) => {
    const isAll = majority.numerator === majority.denominator
    const words = { share: fraction(majority), base: t(`panels.ballot.base.${majority.of}`), needed }
    return t(`panels.ballot.rule.${isAll ? 'all' : majority.bound}`, words)
  }
}
