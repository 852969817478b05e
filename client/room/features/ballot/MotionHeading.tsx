import { Badge, Group, Text } from '@mantine/core'
import { IconEye, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { itemOf } from '../../../../shared/modules/agenda/contract.ts'
import type { Motion } from '../../../../shared/modules/ballot/contract.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'

/** What is voted on, how, and to which item it belongs. */
export function MotionHeading({ motion, size = 'md' }: { motion: Motion; size?: 'md' | 'xl' }) {
  const { t } = useTranslation()
  const item = useSession(({ state }) => itemOf(state?.agenda.items ?? [], motion.itemId))
  const { isSecret } = motion
  return (
    <div>
      <Group gap="xs" mb={4}>
        <Badge
          variant="light"
          tt="none"
          color={isSecret ? 'grape' : 'blue'}
          leftSection={isSecret ? <IconLock size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
        >
          {t(isSecret ? 'panels.ballot.secret' : 'panels.ballot.open')}
        </Badge>
        {item && (
          <Text size="sm" c="dimmed">
            {t('panels.ballot.item', { title: item.title })}
          </Text>
        )}
      </Group>
      <Text fw={700} size={size} className={classes.preformatted}>
        {motion.text}
      </Text>
    </div>
  )
}
