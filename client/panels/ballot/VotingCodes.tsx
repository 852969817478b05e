// The codes with which delegates vote at the page of their site: printed for all, renewed for one.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DelegateId } from '../../../shared/kernel/ids.ts'
import { delegateVoter } from '../../../shared/modules/ballot/contract.ts'
import { downloadWithToken } from '../../api.ts'
import { useLiveSession } from '../../session/live-session-context.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'
import { useVoterName } from './use-ballot.ts'

export function VotingCodes() {
  const { t } = useTranslation()
  const hasDelegates = useSession(({ state }) => state?.sites.sites.some(({ delegates }) => delegates.length > 0))
  if (!hasDelegates) return null
  return (
    <details>
      <summary>{t('panels.ballot.codes')}</summary>
      <Stack gap="sm" mt="xs">
        <Text size="sm">{t('panels.ballot.codesHint')}</Text>
        <Print />
        <Renewal />
      </Stack>
    </details>
  )
}

function Print() {
  const { t } = useTranslation()
  const { token } = useLiveSession()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const [status, setStatus] = useState<'idle' | 'loading' | 'failed'>('idle')

  async function download() {
    setStatus('loading')
    try {
      await downloadWithToken(`/api/sessions/${sessionId}/voting-codes.pdf`, token, 'voting-codes.pdf')
      setStatus('idle')
    } catch {
      // Whatever went wrong, the person can only try again.
      setStatus('failed')
    }
  }

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={status === 'loading'}
        onClick={() => void download()}
      >
        {t('panels.ballot.codesPrint')}
      </Button>
      {status === 'failed' && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('panels.ballot.codesFailed')}
        </Text>
      )}
    </>
  )
}

function Renewal() {
  const { t } = useTranslation()
  const sites = useSession(({ state }) => state?.sites.sites)
  const nameOf = useVoterName()
  const renew = useCommand('ballot.renewCode')
  const [delegateId, setDelegateId] = useState<DelegateId | null>(null)
  const [isRenewed, setRenewed] = useState(false)

  async function submit() {
    if (!delegateId) return
    const { ok } = await renew({ delegateId })
    if (!ok) return
    setRenewed(true)
    setDelegateId(null)
  }

  return (
    <>
      <Group align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={t('panels.ballot.codeLost')}
          searchable
          clearable
          data={(sites ?? [])
            .filter(({ delegates }) => delegates.length > 0)
            .map(({ name, delegates }) => ({
              group: name,
              items: delegates.map((one) => ({
                value: one.delegateId,
                label: nameOf(delegateVoter(one.delegateId)),
              })),
            }))}
          value={delegateId}
          onChange={(value) => {
            setRenewed(false)
            setDelegateId(value as DelegateId | null)
          }}
        />
        <Button variant="default" disabled={!delegateId} loading={renew.isPending} onClick={() => void submit()}>
          {t('panels.ballot.codeRenew')}
        </Button>
      </Group>
      {isRenewed && (
        <Text size="sm" role="status">
          {t('panels.ballot.codeRenewed')}
        </Text>
      )}
    </>
  )
}
