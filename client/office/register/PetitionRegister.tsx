// The register of petitions (sổ theo dõi đơn): every petition of a period with its way, who sent it, competence and result.

import { Anchor, Badge, Button, Group, Loader, Paper, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { caseKinds } from '../../../shared/cases/intake/contract.ts'
import type { PetitionRow } from '../../../shared/wire/reception/register.ts'
import { registerApi } from '../../../shared/wire/reception/register-api.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { LongList } from '../../base/ui/LongList.tsx'
import { Subject } from '../cases/Subject.tsx'
import { NameSearch } from '../ui/NameSearch.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { ExportPanel } from './ExportPanel.tsx'
import { usePetitions } from './queries.ts'
import { bodyWords, resultWords } from './row-words.ts'

interface PetitionRegisterProps {
  period: string
  kind: string | null
  onKind: (kind: string | null) => void
}

export function PetitionRegister({ period, kind, onKind }: PetitionRegisterProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const list = usePetitions({ period, ...(kind && { kind }), ...(name !== '' && { name }) })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <Select
          label={t('register.filter.kind')}
          placeholder={t('register.filter.all')}
          data={caseKinds.map((one) => ({ value: one, label: t(`caseKind.${one}`) }))}
          value={kind}
          onChange={onKind}
          clearable
          clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
        />
        <ExportPanel workbook={registerApi.petitionWorkbook} period={period} print={null} />
      </Group>
      <NameSearch label={t('register.petitions.search.name')} onSearch={setName} />
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <Text>{t(name === '' ? 'register.petitions.empty' : 'register.petitions.noneCalled')}</Text>
      )}
      {rows.length > 0 && (
        <LongList items={rows} keyOf={({ caseId }) => caseId} label={t('register.petitions')} className={classes.list}>
          {(row) => <PetitionCard row={row} />}
        </LongList>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('register.more')}
        </Button>
      )}
    </Stack>
  )
}

export function PetitionCard({ row }: { row: PetitionRow }) {
  const { t } = useTranslation()
  const { isoDate } = useFormat()
  const names = row.petitioners?.map(({ name, address }) => [name, address].filter((one) => one).join(', ')).join('; ')
  const lines = [
    row.petitioners === null ? t('register.petitions.secret') : names ? t('register.petitions.who', { names }) : null,
    row.competence && t(`register.competence.${row.competence}`),
    row.guidedTo && t('register.guidedTo', { body: bodyWords(t, row.guidedTo) }),
    row.handledBy && t('register.handledBy', { body: bodyWords(t, row.handledBy) }),
    row.officer,
    row.result && t('register.result', { result: resultWords(t, isoDate, row.result) }),
  ].filter((one) => one)
  return (
    <Paper withBorder p="md">
      <Stack gap={4}>
        <Group gap="xs">
          <Anchor component={Link} to={`/staff/cases/${row.caseId}`} fw={700}>
            {row.number}
          </Anchor>
          <Text>{isoDate(row.receivedOn)}</Text>
          <Badge variant="default" tt="none">
            {t(`caseKind.${row.kind}`)}
          </Badge>
          <Badge variant="default" tt="none">
            {t(`caseWay.${row.way}`)}
          </Badge>
          {row.signers > 1 && (
            <Badge variant="default" tt="none">
              {t('register.petitions.signers', { count: row.signers })}
            </Badge>
          )}
        </Group>
        <Subject of={row} />
        {lines.length > 0 && <Text size="sm">{lines.join(' · ')}</Text>}
      </Stack>
    </Paper>
  )
}
