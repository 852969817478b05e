// Once the papers of a citizen are confirmed: whether they have come before, and which cases may be theirs. Proposed with the reason.

import { Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CasesOfCalled } from '../../../../shared/wire/casework/cases.ts'
import { visitApi } from '../../../../shared/wire/reception/visit-api.ts'
import { call } from '../../../base/api.ts'
import { EarlierVisits } from '../../../base/earlier-visits/EarlierVisits.tsx'
import { SameByBadges } from '../../../base/earlier-visits/SameByBadges.tsx'
import { useLiveSession } from '../../../live/session/live-session-context.ts'
import { useSession } from '../../../live/session/store.ts'

export function EarlierOfReceived() {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const isProtected = useSession(({ state }) => state?.session.isProtected === true)
  const confirmed = useSession(({ state }) =>
    Object.values(state?.identity.results ?? {})
      .filter(({ outcome }) => outcome === 'confirmed')
      .map(({ at }) => at)
      .join(),
  )
  const [known, setKnown] = useState<CasesOfCalled | null>(null)
  const isWanted = sessionId !== undefined && !isProtected && confirmed !== ''
  // Asked once for each confirmation, as each look is written down.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `confirmed` is when it is asked anew
  useEffect(() => {
    if (!isWanted) return
    const stopping = new AbortController()
    const { signal } = stopping
    call(visitApi.earlierCases, { params: { sessionId } }, { token, signal }).then(setKnown, () => {
      if (!signal.aborted) setKnown(null)
    })
    return () => stopping.abort()
  }, [isWanted, confirmed, sessionId, token])
  if (!isWanted || known === null || known.visits === null) return null
  return (
    <Stack gap="xs" component="section" aria-label={t('panels.identity.earlier')} role="status">
      <EarlierVisits visits={known.visits} />
      {known.cases.map(({ caseId, number, subject, samePerson }) => (
        <Group key={caseId} gap="xs">
          <Text>
            <b>{number}</b> {subject}
          </Text>
          <SameByBadges samePerson={samePerson} />
        </Group>
      ))}
    </Stack>
  )
}
