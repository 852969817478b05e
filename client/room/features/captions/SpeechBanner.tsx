// To staff, while captions by the engine are on: that it does not hear everything, and why.
import { IconBadgeCc } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCaptionSource, useSpeechTrouble } from '../../../live/session/captions.ts'
import { NoticeBanner } from '../../frame/NoticeBanner.tsx'

export function SpeechBanner() {
  const { t } = useTranslation()
  const isByEngine = useCaptionSource() === 'engine'
  const trouble = useSpeechTrouble()
  if (!isByEngine || trouble === null) return null
  return <NoticeBanner icon={IconBadgeCc} label={t('panels.captions.automatic')} words={trouble} />
}
