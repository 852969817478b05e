// What was written to the issued minutes since the session was sealed, and the form that adds to them or corrects them (ADR 0082).

import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isStateSecret } from '../../../../../shared/secrecy/levels.ts'
import { supplementApi } from '../../../../../shared/wire/custody/supplement-api.ts'
import type { WrittenSupplements } from '../../../../../shared/wire/custody/supplements.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { addressOf, call } from '../../../../base/api.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'
import { issuedPapersKey } from './IssuedPapers.tsx'
import { SupplementDialog } from './SupplementDialog.tsx'

export function Supplements({ session }: { session: SessionDetail }) {
  const { sessionId, secrecy, isProtected } = session
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isWriting, setWriting] = useState(false)
  const queryKey = ['sessions', sessionId, 'supplements']
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(supplementApi.list, { params: { sessionId } }, { signal }),
  })

  async function written() {
    setWriting(false)
    const changed = [queryKey, issuedPapersKey(sessionId), ['sessions', sessionId, 'seal']]
    await Promise.all(changed.map((key) => queries.invalidateQueries({ queryKey: key })))
  }

  if (list.isError) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data?.minutes) return null
  const { minutes, supplements } = list.data
  return (
    <Section title={t('supplements')} hint={t('supplements.hint')}>
      {supplements.length === 0 && <Text>{t('supplements.none')}</Text>}
      {supplements.map((supplement) => (
        <Written key={supplement.supplementId} sessionId={sessionId} supplement={supplement} />
      ))}
      <Group>
        <Button variant="default" onClick={() => setWriting(true)}>
          {t('supplements.write')}
        </Button>
      </Group>
      {isWriting && (
        <SupplementDialog
          sessionId={sessionId}
          isSecret={isProtected || isStateSecret(secrecy)}
          minutes={minutes}
          onClose={() => setWriting(false)}
          onWritten={() => void written()}
        />
      )}
    </Section>
  )
}

interface WrittenProps {
  sessionId: string
  supplement: WrittenSupplements['supplements'][number]
}

function Written({ sessionId, supplement }: WrittenProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { supplementId, kind, number, year, reason, text, by } = supplement
  const name = t('staff.issued.paper', { kind: t(`supplements.${kind}`), number, year })
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap={0} flex="1 1 20rem">
        <Text fw={600}>{name}</Text>
        <Text size="sm">
          {t('supplements.by', { name: by ?? t('register.somebody'), time: format.dateTime(supplement.at) })}
        </Text>
        <Text size="sm">{t('staff.issued.reason', { reason })}</Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
      </Stack>
      <Group gap="xs">
        {(['pdf', 'docx'] as const).map((extension) => (
          <Button
            key={extension}
            component="a"
            href={addressOf(supplementApi[extension], { params: { sessionId, supplementId } })}
            download
            variant="default"
            aria-label={`${name}, ${extension.toUpperCase()}`}
          >
            {extension.toUpperCase()}
          </Button>
        ))}
      </Group>
    </Group>
  )
}
