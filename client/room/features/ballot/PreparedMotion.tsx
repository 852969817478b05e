// A motion that waits for the chair to put it to the vote.
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Motion } from '../../../../shared/modules/ballot/contract.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { MotionHeading } from './MotionHeading.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export function PreparedMotion({ motion, isBlocked }: { motion: Motion; isBlocked: boolean }) {
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const open = useCommand('ballot.open')
  const [isWithdrawing, setWithdrawing] = useState(false)
  return (
    <Stack gap="xs">
      <MotionHeading motion={motion} />
      {!isOpen && <Text size="sm">{t('panels.ballot.notOpenYet')}</Text>}
      <Group>
        <Button
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          disabled={!isOpen || isBlocked}
          loading={open.isPending}
          aria-label={t('panels.ballot.startNamed', { text: motion.text })}
          onClick={() => void open({ motionId: motion.motionId })}
        >
          {t('panels.ballot.start')}
        </Button>
        <Button
          variant="default"
          aria-label={t('panels.ballot.withdrawNamed', { text: motion.text })}
          onClick={() => setWithdrawing(true)}
        >
          {t('panels.ballot.withdraw')}
        </Button>
      </Group>
      {isWithdrawing && <WithdrawDialog motion={motion} onClose={() => setWithdrawing(false)} />}
    </Stack>
  )
}
