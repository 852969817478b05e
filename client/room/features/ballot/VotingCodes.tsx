// The codes with which delegates vote at the page of their site: a sheet for each site, a new code for one who has lost theirs.
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { delegateVoter } from '../../../../shared/modules/ballot/contract.ts'
import { VotingCodeSheets } from '../../../base/voting-codes/VotingCodeSheets.tsx'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'
import { useVoterName } from './use-ballot.ts'

export function VotingCodes() {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const nameOf = useVoterName()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const sites = useSession(({ state }) => state?.sites.sites)
  if (!sessionId || !sites?.some(({ delegates }) => delegates.length > 0)) return null
  const named = sites.map(({ siteId, name, delegates }) => ({
    ...{ siteId, name },
    delegates: delegates.map(({ delegateId }) => ({ delegateId, name: nameOf(delegateVoter(delegateId)) })),
  }))
  return (
    <details>
      <summary>{t('panels.ballot.codes')}</summary>
      <Stack mt="xs">
        <VotingCodeSheets sessionId={sessionId} token={token} sites={named} />
      </Stack>
    </details>
  )
}
