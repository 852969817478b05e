// What is left on the disk of the server, and for how many days it lasts.
import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useDisk } from './disk-queries.ts'

/** Time enough to get a disk. */
const fewDays = 30

export function ServerDisk() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useDisk()
  if (!data) return null
  const { freeBytes, perDayBytes, daysLeft } = data
  const isShort = freeBytes === 0 || (daysLeft !== null && daysLeft < fewDays)
  return (
    <Alert title={t('disk.title')} color={isShort ? 'red' : 'gray'} {...(isShort && { role: 'alert' })}>
      <Text>{t('disk.free', { free: format.diskSize(freeBytes) })}</Text>
      <Text>
        {daysLeft === null || perDayBytes === null
          ? t('disk.nothingMeasured')
          : t('disk.daysLeft', { count: daysLeft, perDay: format.diskSize(perDayBytes) })}
      </Text>
      {isShort && <Text>{t('disk.soonFull')}</Text>}
    </Alert>
  )
}
