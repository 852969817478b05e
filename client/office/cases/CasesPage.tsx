// All cases of the agency: searched, chosen by state, kind, unit, officer and day; the newest receipt first.
import { Alert, Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconChecklist, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext } from 'react-router'
import { askedOf } from '../../../shared/search/words.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { LongList } from '../../base/ui/LongList.tsx'
import { NameSearch } from '../ui/NameSearch.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import { CaseLine } from './CaseLine.tsx'
import { ConditionsDialog } from './ConditionsDialog.tsx'
import { NameSearchesButton } from './NameSearchesDialog.tsx'
import { useCases } from './queries.ts'
import { useCaseFilters } from './use-case-filters.ts'
import { useResultKeys } from './use-result-keys.ts'

export function CasesPage() {
  const { t } = useTranslation()
  const { search, setSearch, typed, chosen, choose } = useCaseFilters()
  const { box, results } = useResultKeys(() => setSearch(''))
  const [name, setName] = useState('')
  const list = useCases({ ...chosen, ...(typed !== '' && { search: typed }), ...(name !== '' && { name }) })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? []
  const found = first?.found ?? null
  const asked = useMemo(() => (found === null ? null : askedOf(typed)), [found, typed])
  const isFiltered = Object.keys(chosen).length > 0 || typed !== '' || name !== ''
  const emptyText =
    name !== ''
      ? 'cases.search.name.none'
      : typed !== ''
        ? 'cases.search.none'
        : isFiltered
          ? 'cases.noneFound'
          : 'cases.empty'
  const excerpts = Object.assign({}, ...(list.data?.pages.map((page) => page.found?.excerpts) ?? [])) as Record<
    string,
    string
  >

  return (
    <Stack>
      <Heading />
      <TextInput
        ref={box}
        type="search"
        label={t('cases.search')}
        description={t('cases.search.hint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={list.isFetching && typed !== '' ? <Loader size="xs" aria-hidden /> : null}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <NameSearch label={t('cases.search.name')} onSearch={setName} />
      <CaseFilters chosen={chosen} choose={choose} list={first} />
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {found?.isWhole === false && <Alert color="yellow">{t('cases.search.notWhole')}</Alert>}
      <Text size="sm" role="status">
        {list.isSuccess && rows.length > 0 && found && t('cases.search.found', { count: found.total })}
        {list.isSuccess && rows.length === 0 && t(emptyText)}
      </Text>
      <div ref={results}>
        {rows.length > 0 && (
          <LongList items={rows} keyOf={({ caseId }) => caseId} label={t('cases.title')} className={classes.list}>
            {(row) => <CaseLine row={row} asked={asked} excerpt={found ? excerpts[row.caseId] : undefined} />}
          </LongList>
        )}
      </div>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('cases.more')}
        </Button>
      )}
    </Stack>
  )
}

function Heading() {
  const { t } = useTranslation()
  const { role } = useOutletContext<Account>()
  const [isAskingConditions, setAskingConditions] = useState(false)
  return (
    <>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('cases.title')}
        </Title>
        <Group gap="xs">
          {role === 'administrator' && <NameSearchesButton />}
          {role === 'administrator' && (
            <Button
              variant="default"
              leftSection={<IconChecklist size={18} aria-hidden />}
              onClick={() => setAskingConditions(true)}
            >
              {t('cases.conditions')}
            </Button>
          )}
          <Button component={Link} to="/staff/cases/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('cases.new')}
          </Button>
        </Group>
      </Group>
      {isAskingConditions && <ConditionsDialog onClose={() => setAskingConditions(false)} />}
    </>
  )
}
