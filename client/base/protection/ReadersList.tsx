// Who may read who denounces and what they said, who has done so, and naming one more.
import { Button, List, Select, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountId } from '../../../shared/kernel/ids.ts'
import type { Protection as Known } from '../../../shared/wire/hearing/protection.ts'
import { useFormat } from '../i18n/format.ts'

interface ReadersListProps {
  known: Known
  isPending: boolean
  /** true: it is done. */
  onName: (accountId: AccountId) => Promise<boolean>
}

export function ReadersList({ known: { readers, others, reads }, isPending, onName }: ReadersListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <Text size="sm">
        {t('panels.protection.readers', { names: readers.map(({ name }) => name ?? '…').join(', ') })}
      </Text>
      <NewReader others={others} isPending={isPending} onName={onName} />
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

function NewReader({
  others,
  isPending,
  onName,
}: Pick<ReadersListProps, 'isPending' | 'onName'> & Pick<Known, 'others'>) {
  const { t } = useTranslation()
  const [accountId, setAccountId] = useState<string | null>(null)
  async function name() {
    if (accountId !== null && (await onName(AccountId.parse(accountId)))) setAccountId(null)
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
      <Button
        variant="default"
        style={{ alignSelf: 'start' }}
        disabled={accountId === null}
        loading={isPending}
        onClick={() => void name()}
      >
        {t('panels.protection.name.save')}
      </Button>
    </Stack>
  )
}

const whoseLook = (t: TFunction, { by, name }: Known['reads'][number]): string =>
  name ?? (by === null ? t('panels.protection.reads.own') : '…')
