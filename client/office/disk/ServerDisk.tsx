// What is left on the disk of the server, for how many days it lasts, and what goes on to a bucket.
import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DiskForecast } from '../../../shared/wire/hearing/disk.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { useDisk } from './queries.ts'

/** Time enough to get a disk. */
const fewDays = 30

export function ServerDisk() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useDisk()
  if (!data) return null
  const { freeBytes, perDayBytes, daysLeft, bucket } = data
  const isShort = freeBytes === 0 || (bucket === null && daysLeft !== null && daysLeft < fewDays)
  return (
    <>
      {bucket && <ServerBucket bucket={bucket} />}
      <Alert title={t('disk.title')} color={isShort ? 'red' : 'gray'} {...(isShort && { role: 'alert' })}>
        <Text>{t('disk.free', { free: format.diskSize(freeBytes) })}</Text>
        <Text>
          {daysLeft === null || perDayBytes === null
            ? t('disk.nothingMeasured')
            : t(bucket ? 'disk.daysWithoutBucket' : 'disk.daysLeft', {
                count: daysLeft,
                perDay: format.diskSize(perDayBytes),
              })}
        </Text>
        {isShort && <Text>{t('disk.soonFull')}</Text>}
      </Alert>
    </>
  )
}

/** Where recordings and films go from this disk. */
function ServerBucket({ bucket }: { bucket: NonNullable<DiskForecast['bucket']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { trouble, awaySince, waitingFiles, waitingBytes, keepsVersions } = bucket
  const waits = t('disk.bucket.waiting', { count: waitingFiles, size: format.diskSize(waitingBytes) })
  if (trouble === null || awaySince === null)
    return (
      <Alert title={t('disk.bucket.title')} color={keepsVersions ? 'yellow' : 'gray'}>
        <Text>{waitingFiles === 0 ? t('disk.bucket.allThere') : waits}</Text>
        {keepsVersions && <Text>{t('disk.bucket.keepsVersions')}</Text>}
      </Alert>
    )
  return (
    <Alert title={t('disk.bucket.away', { since: format.moment(awaySince) })} color="red" role="alert">
      <Text>{t(`disk.bucket.trouble.${trouble}`)}</Text>
      <Text>{t('disk.bucket.goesOn')}</Text>
      {waitingFiles > 0 && <Text>{waits}</Text>}
    </Alert>
  )
}
