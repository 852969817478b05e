// Who may read who denounces and what they said, who has done so, and naming one more. Fetched when somebody asks.
import { Button, List, Select, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountId } from '../../../shared/kernel/ids.ts'
import type { Protection as Known } from '../../../shared/wire/protection.ts'
import { api } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import { useProtection } from '../../session/use-protection.ts'

export function Readers() {
  const { t } = useTranslation()
  const { here, token } = useProtection()
  const [known, setKnown] = useState<Known | null>(null)
  const [isPending, setPending] = useState(false)
  const [isUnread, setUnread] = useState(false)
  async function look() {
    setPending(true)
    setUnread(false)
    await api.get<Known>(here, { token }).then(setKnown, () => setUnread(true))
    setPending(false)
  }
  return (
    <Stack gap="xs">
      <Button variant="subtle" loading={isPending} onClick={() => void look()}>
        {t('panels.protection.reads')}
      </Button>
      {isUnread && <Text role="alert">{t('panels.protection.reads.failed')}</Text>}
      {known && <Looks known={known} onNamed={() => void look()} />}
    </Stack>
  )
}

function Looks({ known: { readers, others, reads }, onNamed }: { known: Known; onNamed: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <Text size="sm">
        {t('panels.protection.readers', { names: readers.map(({ name }) => name ?? '…').join(', ') })}
      </Text>
      <NewReader others={others} onNamed={onNamed} />
      {reads.length === 0 && <Text size="sm">{t('panels.protection.reads.none')}</Text>}
      <List size="sm">
        {reads.map((look) => (
          <List.Item key={`${look.at} ${look.by} ${look.act} ${look.purpose}`}>
            {`${format.shortDateTime(look.at)} · ${whoseLook(t, look)} · ${look.purpose}`}
          </List.Item>
        ))}
      </List>
    </>
  )
}

function NewReader({ others, onNamed }: { others: Known['others']; onNamed: () => void }) {
  const { t } = useTranslation()
  const { nameReader, isPending } = useProtection()
  const [accountId, setAccountId] = useState<string | null>(null)
  async function name() {
    if (accountId === null || !(await nameReader(AccountId.parse(accountId)))) return
    setAccountId(null)
    onNamed()
  }
  return (
    <Stack gap="xs">
      <Select
        label={t('panels.protection.name')}
        description={t('panels.protection.name.what')}
        searchable
        data={others.map((one) => ({ value: one.accountId, label: one.name }))}
        value={accountId}
        onChange={setAccountId}
      />
      <Button variant="default" disabled={accountId === null} loading={isPending} onClick={() => void name()}>
        {t('panels.protection.name.save')}
      </Button>
    </Stack>
  )
}

const whoseLook = (t: TFunction, { by, name }: Known['reads'][number]): string =>
  name ?? (by === null ? t('panels.protection.reads.own') : '…')
