// The protection of who denounces: what it means, the waiver in writing without which nobody else takes part, and who has read the name.
import { Alert, Button, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Protection as Known } from '../../../shared/wire/protection.ts'
import { api } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLiveSession } from '../../session/live-session-context.ts'
import { useSession } from '../../session/store.ts'
import { useCommand } from '../../session/use-command.ts'

const LONGEST_NUMBER = 100

export function Protection() {
  const { t } = useTranslation()
  const isProtected = useSession(({ state }) => state?.session.isProtected ?? false)
  if (!isProtected) return null
  return (
    <Stack component="section" gap="xs" aria-label={t('panels.protection')}>
      <Alert color="grape" icon={<IconShieldLock aria-hidden />} title={t('panels.protection')}>
        <Text size="sm">{t('panels.protection.what')}</Text>
      </Alert>
      <Waiver />
      <Reads />
    </Stack>
  )
}

function Waiver() {
  const { t } = useTranslation()
  const format = useFormat()
  const waiver = useSession(({ state }) => state?.protection.waiver ?? null)
  const waive = useCommand('protection.waive')
  const [paperNumber, setPaperNumber] = useState('')
  const [signedOn, setSignedOn] = useState('')
  if (waiver)
    return (
      <Text>{t('panels.protection.waived', { number: waiver.paperNumber, day: format.isoDate(waiver.signedOn) })}</Text>
    )
  function submit(event: FormEvent) {
    event.preventDefault()
    void waive({ paperNumber: paperNumber.trim(), signedOn, sha256: null })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Title order={4} size="h6">
          {t('panels.protection.waiver')}
        </Title>
        <Text size="sm">{t('panels.protection.waiver.what')}</Text>
        <TextInput
          label={t('panels.protection.waiver.number')}
          maxLength={LONGEST_NUMBER}
          value={paperNumber}
          onChange={({ currentTarget }) => setPaperNumber(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('panels.protection.waiver.day')}
          value={signedOn}
          onChange={({ currentTarget }) => setSignedOn(currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={paperNumber.trim() === '' || signedOn === ''}
          loading={waive.isPending}
        >
          {t('panels.protection.waiver.save')}
        </Button>
      </Stack>
    </form>
  )
}

/** Fetched when somebody asks. */
function Reads() {
  const { t } = useTranslation()
  const format = useFormat()
  const sessionId = useSession(({ state }) => state?.session.sessionId)
  const { token } = useLiveSession()
  const [known, setKnown] = useState<Known | null>(null)
  const [isPending, setPending] = useState(false)
  const [isUnread, setUnread] = useState(false)
  async function look() {
    setPending(true)
    setUnread(false)
    await api.get<Known>(`/api/sessions/${sessionId}/protection`, { token }).then(setKnown, () => setUnread(true))
    setPending(false)
  }
  return (
    <Stack gap="xs">
      <Button variant="subtle" loading={isPending} onClick={() => void look()}>
        {t('panels.protection.reads')}
      </Button>
      {isUnread && <Text role="alert">{t('panels.protection.reads.failed')}</Text>}
      {known && (
        <>
          <Text size="sm">
            {t('panels.protection.readers', { names: known.readers.map(({ name }) => name ?? '…').join(', ') })}
          </Text>
          {known.reads.length === 0 && <Text size="sm">{t('panels.protection.reads.none')}</Text>}
          <List size="sm">
            {known.reads.map((look) => (
              <List.Item key={`${look.at} ${look.by} ${look.act} ${look.purpose}`}>
                {`${format.shortDateTime(look.at)} · ${whoseLook(t, look)} · ${look.purpose}`}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  )
}

const whoseLook = (t: TFunction, { by, name }: Known['reads'][number]): string =>
  name ?? (by === null ? t('panels.protection.reads.own') : '…')
