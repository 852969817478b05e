// Who was given which links and voting codes of a session, and when.
import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccessList } from '../../../../../shared/wire/hearing/access-list.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { LongList } from '../../../../base/ui/LongList.tsx'
import classes from '../../../ui/office.module.css'

export function LinkLooks({ looks }: Pick<AccessList, 'looks'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (looks.length === 0) return null
  return (
    <>
      <Title order={3} size="h5">
        {t('accessList.looks')}
      </Title>
      <LongList
        items={looks}
        keyOf={({ at, what, by }) => `${at} ${what} ${by}`}
        label={t('accessList.looks')}
        className={classes.rows}
      >
        {({ at, by, what, whose, reason }) => (
          <div className={classes.who}>
            <Text size="sm" fw={600}>
              {t(`accessList.look.${what}`, { whose: whose ?? t('accessList.look.everybody') })}
            </Text>
            <Text size="sm">
              {format.dateTime(at)} · {by ?? '…'}
            </Text>
            {reason !== null && <Text size="sm">{reason}</Text>}
          </div>
        )}
      </LongList>
    </>
  )
}
