// To a citizen who is in the room of a reception before it has begun: whom they wait for, and that there is nothing to press.
import { IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { NoticeBanner } from '../../frame/NoticeBanner.tsx'

export function AwaitedBanner() {
  const { t } = useTranslation()
  const isCitizen = useRole() === 'citizen'
  const isAwaited = useSession(
    ({ state }) => state?.session.kind === 'reception' && state.session.status === 'scheduled',
  )
  const isOfficerHere = useSession(({ state }) =>
    Object.values(state?.admission.participants ?? {}).some(
      ({ role, status }) => role === 'chair' && status === 'present',
    ),
  )
  if (!isCitizen || !isAwaited) return null
  return (
    <NoticeBanner
      icon={IconHourglass}
      label={t('hearing.awaited')}
      words={t(isOfficerHere ? 'hearing.awaited.here' : 'hearing.awaited.notYet')}
    />
  )
}
