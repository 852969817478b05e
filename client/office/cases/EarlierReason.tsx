// Why an earlier case is suggested: by what it is of the same person, the same words and how many of them.
import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SuggestedCase } from '../../../shared/wire/casework/cases.ts'
import { SameByBadges } from '../../base/earlier-visits/SameByBadges.tsx'

export function EarlierReason({ samePerson, likeness }: Pick<SuggestedCase, 'samePerson' | 'likeness'>) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" component="span">
      <SameByBadges samePerson={samePerson} />
      {likeness && (
        <Badge component="span" variant="light" color="grape" tt="none">
          {t('cases.earlier.likeness', { same: likeness.same, of: likeness.of })}
        </Badge>
      )}
    </Group>
  )
}
