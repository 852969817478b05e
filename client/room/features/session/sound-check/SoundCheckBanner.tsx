// To a site whose sound is checked before the opening: that all hear it now, and what to do.
import { IconMicrophone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../../live/session/store.ts'
import { NoticeBanner } from '../../../frame/NoticeBanner.tsx'

export function SoundCheckBanner() {
  const { t } = useTranslation()
  const isChecked = useSession(({ state, me }) => {
    const participant = me && state?.admission.participants[me.participantId]
    return (
      participant?.siteId != null && participant.role !== 'observer' && participant.siteId === state?.floor.soundCheck
    )
  })
  return isChecked ? (
    <NoticeBanner icon={IconMicrophone} label={t('hearing.soundCheck')} words={t('hearing.soundCheck.what')} />
  ) : null
}
