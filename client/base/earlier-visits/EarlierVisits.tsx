// How often somebody has been received before, as far as it can be known: “none” is said only when something was compared that tells.
import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EarlierVisits as Known } from '../../../shared/wire/identity/citizens.ts'
import { useFormat } from '../i18n/format.ts'
import { SameByBadges } from './SameByBadges.tsx'

/** A name with an address that is not found again may have been written in another way. */
const telling = ['paper', 'phone', 'email'] as const

export function EarlierVisits({ visits }: { visits: Known }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { count, lastOn, samePerson, comparedBy, isWhole } = visits
  if (count > 0 && lastOn !== null)
    return (
      <Group gap="xs">
        <Text fw={600}>{t('earlier.visits', { count, date: format.isoDate(lastOn) })}</Text>
        <SameByBadges samePerson={samePerson} />
      </Group>
    )
  const compared = telling.filter((by) => comparedBy.includes(by))
  if (!isWhole) return <Text>{t('earlier.visits.notWhole')}</Text>
  if (compared.length === 0) return <Text>{t('earlier.visits.unknown')}</Text>
  return (
    <Text>{t('earlier.visits.first', { by: compared.map((by) => t(`earlier.comparedBy.${by}`)).join(', ') })}</Text>
  )
}
