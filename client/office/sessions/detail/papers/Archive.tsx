// A sealed session as one signed file, and how anybody checks it (ADR 0052, 0058).

import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { archiveApi } from '../../../../../shared/wire/custody/archive-api.ts'
import type { SessionSeal } from '../../../../../shared/wire/custody/verification-key.ts'
import type { SessionDetail } from '../../../../../shared/wire/hearing/sessions.ts'
import { addressOf, call } from '../../../../base/api.ts'
import { useFormat } from '../../../../base/i18n/format.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { Section } from '../../../ui/Section.tsx'

const PENDING_REFRESH_MS = 2000

export function Archive({ session: { sessionId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const key = useQuery({
    queryKey: ['verification-key'],
    queryFn: ({ signal }) => call(archiveApi.verificationKey, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const seal = useQuery({
    queryKey: ['sessions', sessionId, 'seal'],
    queryFn: ({ signal }) => call(archiveApi.seal, { params: { sessionId } }, { signal }),
    refetchInterval: ({ state }) => (isAwaited(state.data?.seal ?? null) ? PENDING_REFRESH_MS : false),
  })
  return (
    <Section title={t('staff.archive')} hint={t('staff.archive.hint')}>
      {seal.isError && <Problem error={seal.error} onRetry={() => void seal.refetch()} />}
      {seal.data && <Seal {...seal.data} />}
      <Button
        component="a"
        href={addressOf(archiveApi.archive, { params: { sessionId } })}
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

const isAwaited = (seal: SessionSeal['seal']) => seal === null || seal.stamp.is === 'pending'

function Seal({ seal }: SessionSeal) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!seal) return <Text role="status">{t('seal.pending')}</Text>
  const { files, faults, isRecordingOpen, madeAt, sealedAt, sha256, stamp, supplements } = seal
  return (
    <Stack gap="xs">
      <Text>{t('seal.made', { files, time: format.dateTime(Date.parse(madeAt)) })}</Text>
      {stamp.is === 'pending' && <Text>{t('seal.stamp.pending')}</Text>}
      {stamp.is === 'stamped' && (
        <Text>{t('seal.stamp.stamped', { by: stamp.by, time: format.dateTime(Date.parse(stamp.at)) })}</Text>
      )}
      {faults > 0 && <Alert color="orange">{t('seal.faults', { count: faults })}</Alert>}
      {isRecordingOpen && !supplements.some(({ kind }) => kind === 'recording') && (
        <Alert color="orange">{t('seal.recordingOpen')}</Alert>
      )}
      {Date.parse(madeAt) < Date.parse(sealedAt) && <Alert color="orange">{t('seal.clock')}</Alert>}
      <div>
        <Text size="sm">{t('seal.hash')}</Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {sha256}
        </Code>
      </div>
      {supplements.map((supplement) => (
        <div key={supplement.number}>
          <Text>
            {t(`seal.supplement.${supplement.kind}`, {
              number: supplement.number,
              files: supplement.files,
              time: format.dateTime(Date.parse(supplement.madeAt)),
            })}
          </Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {supplement.sha256}
          </Code>
        </div>
      ))}
    </Stack>
  )
}
