// That a session which has not begun would not fit on the disk of the server, and what to do about it in time.
import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../base/i18n/format.ts'
import { useSessionDiskSpace } from './queries.ts'

export function NoRoomNotice({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { data } = useSessionDiskSpace(sessionId)
  if (!data || data.fits) return null
  const sizes = { needed: format.diskSize(data.neededBytes), free: format.diskSize(data.freeBytes) }
  return (
    <Alert color="orange" role="alert" title={t('disk.session.title')}>
      <Text>{t('disk.session.what', sizes)}</Text>
    </Alert>
  )
}
