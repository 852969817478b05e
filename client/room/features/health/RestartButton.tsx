// Asks a page to begin anew with its devices and its line; it does so by itself, and tells its person.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { useAssist } from '../../../live/session/use-command.ts'

interface RestartButtonProps {
  readonly participantId: ParticipantId
  readonly who: string
  readonly icon?: ReactNode
}

export function RestartButton({ participantId, who, icon }: RestartButtonProps) {
  const { t } = useTranslation()
  const assist = useAssist()
  async function ask() {
    const reply = await assist({ type: 'restartMedia', participantId })
    if (reply.ok) notifications.show({ message: t('panels.health.restartAsked', { who }) })
  }
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={icon}
      loading={assist.isPending}
      aria-label={t('panels.health.restartOf', { who })}
      onClick={() => void ask()}
    >
      {t('panels.health.restart')}
    </Button>
  )
}
