// Why an earlier case is suggested: the same person, the same words and how many of them.
import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SuggestedCase } from '../../../../shared/wire/cases.ts'

export function EarlierReason({ isSamePerson, likeness }: Pick<SuggestedCase, 'isSamePerson' | 'likeness'>) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" component="span">
      {isSamePerson && (
        <Badge component="span" variant="light" tt="none">
          {t('cases.earlier.samePerson')}
        </Badge>
      )}
      {likeness && (
        <Badge component="span" variant="light" color="grape" tt="none">
          {t('cases.earlier.likeness', { same: likeness.same, of: likeness.of })}
        </Badge>
      )}
    </Group>
  )
}
