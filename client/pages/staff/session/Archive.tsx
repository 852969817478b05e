// A sealed session as one signed file, and how anybody checks it (ADR 0052).
import { Button, Code, Text } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../shared/wire/rest.ts'
import type { VerificationKey } from '../../../../shared/wire/verification-key.ts'
import { api } from '../../../api.ts'
import { Problem } from '../Problem.tsx'
import { Section } from '../Section.tsx'

export function Archive({ session: { sessionId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const key = useQuery({
    queryKey: ['verification-key'],
    queryFn: ({ signal }) => api.get<VerificationKey>('/api/verification-key', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Section title={t('staff.archive')} hint={t('staff.archive.hint')}>
      <Button
        component="a"
        href={`/api/sessions/${sessionId}/archive`}
        download
        variant="default"
        leftSection={<IconFileZip size={18} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('staff.archive.download')}
      </Button>
      {key.isError && <Problem error={key.error} onRetry={() => void key.refetch()} />}
      {key.data && (
        <div>
          <Text size="sm">{t('staff.archive.verify')}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {`npm run verify -- ${t('staff.archive.file')} --key ${key.data.fingerprint}`}
          </Code>
        </div>
      )}
    </Section>
  )
}
