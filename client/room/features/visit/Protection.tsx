// The protection of who denounces: what it means and since when, the waiver, who may read and who has; or how a visit becomes one.
import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { ProtectDialog } from '../../../base/protection/ProtectDialog.tsx'
import { useSession } from '../../../live/session/store.ts'
import { Readers } from './Readers.tsx'
import { useProtection } from './use-protection.ts'
import { Waiver } from './Waiver.tsx'

export function Protection() {
  const { t } = useTranslation()
  const format = useFormat()
  const isProtected = useSession(({ state }) => state?.session.isProtected ?? false)
  const since = useSession(({ state }) => state?.session.protectedAt ?? null)
  if (!isProtected) return <ProtectNow />
  return (
    <Stack component="section" gap="xs" aria-label={t('panels.protection')}>
      <Alert color="grape" icon={<IconShieldLock aria-hidden />} title={t('panels.protection')}>
        <Text size="sm">{t('panels.protection.what')}</Text>
        {since !== null && (
          <Text size="sm" mt="xs">
            {t('panels.protection.since', { time: format.time(since) })}
          </Text>
        )}
      </Alert>
      <Waiver />
      <Readers />
    </Stack>
  )
}

/** What the officer hears may turn out to be a denunciation. */
function ProtectNow() {
  const { t } = useTranslation()
  const isPossible = useSession(
    ({ state }) => state !== null && state.session.kind === 'reception' && !isOver(state.session.status),
  )
  const { protect, isPending } = useProtection()
  const [isAsking, setAsking] = useState(false)
  if (!isPossible) return null
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {t('panels.protection.begin')}
      </Title>
      <Text size="sm">{t('panels.protection.begin.what')}</Text>
      <Button variant="default" leftSection={<IconShieldLock aria-hidden />} onClick={() => setAsking(true)}>
        {t('panels.protection.begin.now')}
      </Button>
      <ProtectDialog
        opened={isAsking}
        isPending={isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => void protect().then(() => setAsking(false))}
      />
    </Stack>
  )
}
