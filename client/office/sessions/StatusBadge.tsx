import { Badge, type BadgeProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionKind, SessionStatus } from '../../../shared/modules/session/contract.ts'
import { statusWords } from '../../live/session/status-words.ts'

/** Filled: it goes on now. */
const looks: Readonly<Record<SessionStatus, Pick<BadgeProps, 'color' | 'variant'>>> = {
  unscheduled: { color: 'gray', variant: 'light' },
  scheduled: { color: 'blue', variant: 'light' },
  open: { color: 'blue', variant: 'filled' },
  suspended: { color: 'blue', variant: 'filled' },
  closed: { color: 'gray', variant: 'light' },
  sealed: { color: 'gray', variant: 'light' },
  cancelled: { color: 'red', variant: 'light' },
}

export function StatusBadge({ of }: { of: { kind: SessionKind; status: SessionStatus } }) {
  const { t } = useTranslation()
  return (
    <Badge tt="none" size="lg" {...looks[of.status]}>
      {t(statusWords(of, false))}
    </Badge>
  )
}
