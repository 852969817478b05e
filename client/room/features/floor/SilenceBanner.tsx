// To whom staff have silenced: that nobody hears them, and that there is nothing to press.
import { IconMicrophoneOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NoticeBanner } from '../../frame/NoticeBanner.tsx'
import { useWhyUnheard } from './use-why-unheard.ts'

export function SilenceBanner() {
  const { t } = useTranslation()
  return useWhyUnheard() === 'silenced' ? (
    <NoticeBanner
      icon={IconMicrophoneOff}
      label={t('hearing.unheard.silenced')}
      words={t('hearing.unheard.silenced.why')}
    />
  ) : null
}
