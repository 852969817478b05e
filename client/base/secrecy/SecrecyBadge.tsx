// The level of secrecy of a session. Nothing is said of what is open.
import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isStateSecret, type SecrecyLevel } from '../../../shared/secrecy/levels.ts'

export function SecrecyBadge({ level, className }: { level: SecrecyLevel; className?: string | undefined }) {
  const { t } = useTranslation()
  if (level === 'open') return null
  const isSecret = isStateSecret(level)
  return (
    <Badge
      tt="none"
      size="lg"
      color={isSecret ? 'red.9' : 'gray.8'}
      variant={isSecret ? 'filled' : 'outline'}
      className={className}
    >
      {t(`secrecy.${level}`)}
    </Badge>
  )
}
