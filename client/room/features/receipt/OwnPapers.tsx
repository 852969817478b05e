// What the citizen was given during the visit, for whoever did not take it before the visit ended.
import { Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { OwnNotices, Receipts } from './Receipts.tsx'

export function OwnPapers() {
  const { t } = useTranslation()
  const me = useMe()
  const hasAny = useSession(({ state }) => Boolean(state?.receipt.receipts.length || state?.notice.notices.length))
  if (!me || !hasAny) return null
  return (
    <Stack component="section" aria-labelledby="own-papers" gap="sm">
      <Title order={2} fz="h4" id="own-papers">
        {t('join.ownPapers')}
      </Title>
      <Receipts participantId={me.participantId} isStaff={false} />
      <OwnNotices />
    </Stack>
  )
}
