// The vote of the person whose page this is.
import { Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Motion, participantVoter } from '../../../../shared/modules/ballot/contract.ts'
import { ownVote } from '../../../../shared/projections/voters.ts'
import { useMe } from '../../../live/session/selectors.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from './ballot.module.css'
import { Choice } from './Choice.tsx'
import { useOptionNames } from './use-ballot.ts'

export function OwnBooth({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const me = useMe()?.participantId
  const cast = useCommand('ballot.cast')
  const [choice, setChoice] = useState<number | null>(null)
  const vote = ownVote(motion, me)
  if (vote === 'notEntitled') return null
  if (vote === 'done') return <Recorded motion={motion} />
  return (
    <section aria-label={t('panels.ballot.yourVote')}>
      <Title order={3} size="h5" mb="xs">
        {t('panels.ballot.yourVote')}
      </Title>
      <Choice
        motion={motion}
        choice={choice}
        onChoose={setChoice}
        isPending={cast.isPending}
        onConfirm={(chosen) => void cast({ motionId: motion.motionId, choice: chosen, delegate: null })}
      />
    </section>
  )
}

/** Of an open ballot the own choice is shown again; of a secret one this page does not keep it. */
function Recorded({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const me = useMe()?.participantId
  const names = useOptionNames(motion)
  const choice = me ? motion.choices[participantVoter(me)] : undefined
  return (
    <div>
      <Text fw={600} role="status" className={styles.recorded ?? ''}>
        <IconCircleCheck aria-hidden color="var(--mantine-color-teal-6)" />
        {choice === undefined
          ? t('panels.ballot.recorded')
          : t('panels.ballot.recordedChoice', { choice: names[choice] ?? '' })}
      </Text>
      {motion.isSecret && <Text size="sm">{t('panels.ballot.recordedSecret')}</Text>}
    </div>
  )
}
