// Why somebody is thought to be the same person.
import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SameBy } from '../../../shared/wire/identity/citizens.ts'

export function SameByBadges({ samePerson }: { samePerson: readonly SameBy[] }) {
  const { t } = useTranslation()
  return samePerson.map((by) => (
    <Badge key={by} component="span" variant="light" tt="none">
      {t(`sameBy.${by}`)}
    </Badge>
  ))
}
