import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionStatus } from '../../../shared/modules/session/contract.ts'

const colors: Readonly<Record<SessionStatus, string>> = {
  unscheduled: 'gray',
  scheduled: 'blue',
  open: 'green',
  suspended: 'yellow',
  closed: 'gray',
  sealed: 'gray',
}

export function StatusBadge({ status }: { status: SessionStatus }) {
  const { t } = useTranslation()
  return (
    <Badge tt="none" size="lg" color={colors[status]} variant="light">
      {t(`sessionStatus.${status}`)}
    </Badge>
  )
}
