// How a ballot ended: bars with numbers, what they mean by the rule of this session, and of an open one who chose what.
import { List, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Motion, VoterId } from '../../../../shared/modules/ballot/contract.ts'
import { type Result, resultOf } from '../../../../shared/modules/ballot/result.ts'
import { MotionHeading } from './MotionHeading.tsx'
import { useOptionNames, useRuleWords, useVoterName } from './use-ballot.ts'

export function ResultCard({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const result = resultOf(motion)
  return (
    <Stack gap="xs">
      <MotionHeading motion={motion} />
      {result ? (
        <Counted motion={motion} result={result} />
      ) : (
        <Text c="dimmed">
          {motion.withdrawnReason === null
            ? t('panels.ballot.interrupted')
            : t('panels.ballot.withdrawn', { reason: motion.withdrawnReason })}
        </Text>
      )}
    </Stack>
  )
}

function Counted({ motion, result }: { motion: Motion; result: Result }) {
  const { t } = useTranslation()
  const ruleWords = useRuleWords()
  const { piles, cast, entitled, present } = result
  const isUnanimous = motion.isSecret && cast > 0 && piles.some((votes) => votes === cast)
  return (
    <>
      <Verdict motion={motion} result={result} />
      <Bars motion={motion} result={result} />
      <Text size="sm">{ruleWords(motion.majority, result.needed)}</Text>
      <Text size="sm">{t('panels.ballot.numbers', { entitled, present, cast })}</Text>
      {isUnanimous && <Text size="sm">{t('panels.ballot.unanimous')}</Text>}
      {!motion.isSecret && cast > 0 && <Names motion={motion} />}
    </>
  )
}

function Verdict({ motion: { options }, result: { carried, isTied } }: { motion: Motion; result: Result }) {
  const { t } = useTranslation()
  const words = options
    ? carried === null
      ? t(isTied ? 'panels.ballot.tied' : 'panels.ballot.noneChosen')
      : t('panels.ballot.chosen', { option: options[carried] ?? '' })
    : t(carried === null ? 'panels.ballot.notCarried' : 'panels.ballot.carried')
  return (
    <Text fw={700} size="lg" c={carried === null ? 'var(--mantine-color-error)' : 'var(--mantine-color-teal-text)'}>
      {words}
    </Text>
  )
}

function Bars({ motion, result: { piles, cast, carried } }: { motion: Motion; result: Result }) {
  const { t, i18n } = useTranslation()
  const names = useOptionNames(motion)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {names.map((name, pile) => {
        const votes = piles[pile] ?? 0
        const share = cast === 0 ? 0 : votes / cast
        return (
          <li key={name}>
            <Text size="sm">
              {name}: <strong>{t('panels.ballot.votes', { count: votes, percent: percent.format(share) })}</strong>
            </Text>
            <Progress value={share * 100} size="lg" color={pile === carried ? 'teal' : 'gray'} aria-hidden />
          </li>
        )
      })}
    </Stack>
  )
}

function Names({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const names = useOptionNames(motion)
  const nameOf = useVoterName()
  const choices = Object.entries(motion.choices) as [VoterId, number][]
  return (
    <details>
      <summary>{t('panels.ballot.names')}</summary>
      {names.map((option, pile) => {
        const voters = choices.filter(([, choice]) => choice === pile)
        if (voters.length === 0) return null
        return (
          <div key={option}>
            <Text size="sm" fw={600} mt={4}>
              {option}
            </Text>
            <List size="sm">
              {voters.map(([voterId]) => (
                <List.Item key={voterId}>{nameOf(voterId)}</List.Item>
              ))}
            </List>
          </div>
        )
      })}
    </details>
  )
}
