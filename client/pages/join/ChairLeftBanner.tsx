// To everybody in a running session whose chair has left: it is not over, and there is nothing to press.
import { IconDoorExit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/store.ts'
import { NoticeBanner } from './NoticeBanner.tsx'

export function ChairLeftBanner() {
  const { t } = useTranslation()
  const hasLeft = useSession(
    ({ state }) =>
      (state?.session.status === 'open' || state?.session.status === 'suspended') &&
      Object.values(state.admission.participants).some(({ role, status }) => role === 'chair' && status === 'left'),
  )
  if (!hasLeft) return null
  return <NoticeBanner icon={IconDoorExit} label={t('hearing.chairLeft')} words={t('hearing.chairLeft.what')} />
}
