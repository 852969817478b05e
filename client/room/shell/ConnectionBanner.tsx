// Says that the connection, or sound and picture, is interrupted, why, and that the page deals with it by itself.
import { Alert } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '../../live/media/media-store.ts'
import { useConnectionWords } from './use-connection-words.ts'

export function ConnectionBanner() {
  const { t } = useTranslation()
  const connectionWords = useConnectionWords()
  const path = useMedia((media) => media.path)
  const hasSendProblem = useMedia((media) => media.hasSendProblem)
  const mediaWords =
    path === 'unsupported'
      ? t('media.unsupported')
      : path === 'interrupted'
        ? t('media.interrupted')
        : hasSendProblem
          ? t('media.sendProblem')
          : null
  const words = connectionWords?.problem ?? mediaWords
  if (!words) return null
  return (
    <Alert color={connectionWords ? 'red' : 'yellow'} icon={<IconPlugConnectedX aria-hidden />} py="xs" radius={0}>
      <span role="status">{words}</span>
      {/* The seconds are for the eye: a screen reader would say each of them. */}
      {connectionWords && <span aria-hidden> {connectionWords.since}</span>}
    </Alert>
  )
}
