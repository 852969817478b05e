import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonalRequest } from '../../../shared/wire/custody/personal-data.ts'

const colours = { received: 'yellow', identityChecked: 'blue.9', answered: 'teal.9', refused: 'gray.7' } as const

/** Where a request stands, whether it is late, whether its periods are sure. */
export function RequestBadges({ request: { status, isLate, isToBeChecked } }: { request: PersonalRequest }) {
  const { t } = useTranslation()
  return (
    <>
      <Badge tt="none" color={colours[status]} {...(status === 'received' && { c: 'black' })}>
        {t(`personalData.status.${status}`)}
      </Badge>
      {isLate && (
        <Badge tt="none" color="red.9">
          {t('personalData.late')}
        </Badge>
      )}
      {isToBeChecked && (
        <Badge tt="none" variant="default">
          {t('personalData.toBeChecked')}
        </Badge>
      )}
    </>
  )
}
