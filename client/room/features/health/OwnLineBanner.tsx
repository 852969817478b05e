// A very weak line: offers to receive no pictures, so that the sound gets through; later, to have them again.
import { Button } from '@mantine/core'
import { IconAntennaBars2, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '../../../live/media/media-store.ts'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { NoticeBanner } from '../../frame/NoticeBanner.tsx'

export function OwnLineBanner() {
  const { t } = useTranslation()
  const { media } = useLiveSession()
  const isPoor = useMedia(({ line }) => line?.grade === 'poor')
  const isAudioOnly = useMedia((snapshot) => snapshot.isAudioOnly)
  // Asked once: whoever wants the pictures keeps them, and finds the switch beside the sign.
  const [isDeclined, setDeclined] = useState(false)
  if (isAudioOnly)
    return (
      <NoticeBanner icon={IconEyeOff} label={t('connection.yours')} words={t('connection.isAudioOnly')}>
        <Button variant="white" color="dark" onClick={() => media.setAudioOnly(false)}>
          {t('connection.picturesAgain')}
        </Button>
      </NoticeBanner>
    )
  if (!isPoor || isDeclined) return null
  return (
    <NoticeBanner icon={IconAntennaBars2} label={t('connection.yours')} words={t('connection.offerAudioOnly')}>
      <Button variant="white" color="dark" onClick={() => media.setAudioOnly(true)}>
        {t('connection.takeAudioOnly')}
      </Button>
      <Button variant="white" color="dark" onClick={() => setDeclined(true)}>
        {t('connection.keepPictures')}
      </Button>
    </NoticeBanner>
  )
}
