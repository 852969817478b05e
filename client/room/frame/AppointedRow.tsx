// Somebody the chair has appointed, in a list: who and where they are, whether they are at it now, and the way to dismiss them.
import { ActionIcon, Badge, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { useName, useParticipant, useSiteName } from '../../live/session/selectors.ts'
import classes from './panel.module.css'

interface AppointedRowProps {
  participantId: ParticipantId
  /** What they are doing now; null: nothing. */
  doing: string | null
  dismissLabel: (name: string) => string
  isDismissing: boolean
  onDismiss: () => void
}

export function AppointedRow({ participantId, doing, dismissLabel, isDismissing, onDismiss }: AppointedRowProps) {
  const { t } = useTranslation()
  const name = useName(participantId)
  const participant = useParticipant(participantId)
  const siteName = useSiteName(participant?.siteId)
  const where = participant && [
    siteName ?? t(`role.${participant.role}`),
    participant.status === 'present' ? [] : t(`participantStatus.${participant.status}`),
  ]
  return (
    <div className={classes.row}>
      <div className={classes.grow}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {where?.flat().join(' · ')}
        </Text>
        {doing !== null && <Badge tt="none">{doing}</Badge>}
      </div>
      <ActionIcon
        variant="subtle"
        color="red"
        size="xl"
        aria-label={dismissLabel(name)}
        loading={isDismissing}
        onClick={onDismiss}
      >
        <IconTrash aria-hidden />
      </ActionIcon>
    </div>
  )
}
