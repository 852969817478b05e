// The ballot that is open: the motion large, the own vote or those of the site, how many have voted, and for staff its end.
import { Button, Group, List, Paper, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Motion } from '../../../../shared/modules/ballot/contract.ts'
import { missingVoters, ownVote, votersOfSite } from '../../../../shared/projections/voters.ts'
import { ConfirmDialog } from '../../../base/ui/dialogs/ConfirmDialog.tsx'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import styles from './ballot.module.css'
import { MotionHeading } from './MotionHeading.tsx'
import { OwnBooth } from './OwnBooth.tsx'
import { SiteBooth } from './SiteBooth.tsx'
import { useMySiteId, useVoterName } from './use-ballot.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export function OpenBallot({ motion, mayConduct }: { motion: Motion; mayConduct: boolean }) {
  const { t } = useTranslation()
  const isSuspended = useSession(({ state }) => state?.session.status === 'suspended')
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('panels.ballot.now')}>
      <Stack gap="md">
        <MotionHeading motion={motion} size="xl" />
        <Text size="sm">{t(motion.isSecret ? 'panels.ballot.secretHint' : 'panels.ballot.openHint')}</Text>
        {isSuspended ? (
          <Text role="status">{t('panels.ballot.suspended')}</Text>
        ) : (
          <>
            <OwnBooth motion={motion} />
            <SiteBooth motion={motion} />
            <OnlyFollowing motion={motion} />
          </>
        )}
        <Turnout motion={motion} />
        {mayConduct && <Missing motion={motion} />}
        {mayConduct && <Conduct motion={motion} />}
      </Stack>
    </Paper>
  )
}

function OnlyFollowing({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const siteId = useMySiteId()
  const mayVoteHere = useSession(
    ({ state, me }) =>
      state !== null &&
      (ownVote(motion, me?.participantId) !== 'notEntitled' || votersOfSite(motion, state, siteId).length > 0),
  )
  return mayVoteHere ? null : <Text>{t('panels.ballot.notEntitled')}</Text>
}

function Turnout({ motion: { voted, entitled } }: { motion: Motion }) {
  const { t } = useTranslation()
  const words = t('panels.ballot.turnout', { voted: voted.length, entitled: entitled.length })
  return (
    <div>
      <Text fw={600} role="status">
        {words}
      </Text>
      <Progress value={(voted.length / entitled.length) * 100} size="lg" mt={4} aria-label={words} />
    </div>
  )
}

/** Staff see whom to remind: that somebody has voted is no secret. */
function Missing({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const nameOf = useVoterName()
  const missing = missingVoters(motion)
  if (missing.length === 0) return null
  return (
    <details>
      <summary>{t('panels.ballot.missing', { count: missing.length })}</summary>
      <List size="sm">
        {missing.map((voterId) => (
          <List.Item key={voterId}>{nameOf(voterId)}</List.Item>
        ))}
      </List>
    </details>
  )
}

function Conduct({ motion }: { motion: Motion }) {
  const { t } = useTranslation()
  const close = useCommand('ballot.close')
  const [asking, setAsking] = useState<'close' | 'withdraw' | null>(null)
  const missing = missingVoters(motion).length

  async function confirm() {
    await close({ motionId: motion.motionId })
    setAsking(null)
  }

  return (
    <>
      <Group grow>
        <Button variant="default" className={styles.option} onClick={() => setAsking('withdraw')}>
          {t('panels.ballot.withdraw')}
        </Button>
        <Button
          classNames={{ root: styles.option ?? '', label: styles.optionLabel ?? '' }}
          onClick={() => setAsking('close')}
        >
          {t('panels.ballot.close')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking === 'close'}
        onClose={() => setAsking(null)}
        title={t('panels.ballot.closeTitle')}
        confirmLabel={t('panels.ballot.close')}
        isPending={close.isPending}
        onConfirm={() => void confirm()}
      >
        <Text fw={600}>
          {missing > 0
            ? t('panels.ballot.closeMissing', { count: missing })
            : t('panels.ballot.closeAll', { count: motion.entitled.length })}
        </Text>
        <Text size="sm">{t('panels.ballot.closeHint')}</Text>
      </ConfirmDialog>
      {asking === 'withdraw' && <WithdrawDialog motion={motion} onClose={() => setAsking(null)} />}
    </>
  )
}
