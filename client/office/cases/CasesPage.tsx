// All cases of the agency: searched, chosen by state, kind, unit, officer and day; the newest receipt first.
import { Alert, Button, Chip, Group, Loader, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { IconChecklist, IconFilter, IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext, useSearchParams } from 'react-router'
import { caseKinds } from '../../../shared/cases/intake/contract.ts'
import { caseStatuses } from '../../../shared/projections/cases.ts'
import { askedOf } from '../../../shared/search/words.ts'
import type { Account } from '../../../shared/wire/identity/account.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { isDay } from '../../base/ui/dates/typed-day.ts'
import { LongList } from '../../base/ui/LongList.tsx'
import { NameSearch } from '../ui/NameSearch.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { CaseLine } from './CaseLine.tsx'
import { ConditionsDialog } from './ConditionsDialog.tsx'
import { NameSearchesButton } from './NameSearchesDialog.tsx'
import { useCases } from './queries.ts'
import { useResultKeys } from './use-result-keys.ts'

const TYPING_PAUSE_MS = 300
/** A telephone number, the number of a paper, an e-mail address. */
const mayBePersonal = (typed: string) => typed.includes('@') || typed.replaceAll(/\D/g, '').length >= 8
const filterNames = ['status', 'kind', 'unit', 'officerId', 'from', 'to'] as const

export function CasesPage() {
  const { t } = useTranslation()
  const { role } = useOutletContext<Account>()
  // In the address: whoever comes back from a case finds the list as they left it.
  const [filters, setFilters] = useSearchParams()
  const [search, setSearch] = useState(filters.get('search') ?? '')
  const [typed] = useDebouncedValue(search.trim(), TYPING_PAUSE_MS)
  const { box, results } = useResultKeys(() => setSearch(''))
  const [isAskingConditions, setAskingConditions] = useState(false)
  const chosen = Object.fromEntries(
    filterNames.flatMap((name) => (filters.get(name)?.trim() ? [[name, filters.get(name) ?? '']] : [])),
  )
  // On a phone they would push what was found out of sight.
  const isNarrow = useMediaQuery('(max-width: 48em)')
  const [areFiltersOpen, setFiltersOpen] = useState(() => Object.keys(chosen).some((name) => name !== 'status'))
  const [name, setName] = useState('')
  const list = useCases({ ...chosen, ...(typed !== '' && { search: typed }), ...(name !== '' && { name }) })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? []
  const choose = (name: (typeof filterNames)[number], value: string | null) =>
    setFilters(
      (before) => {
        if (value) before.set(name, value)
        else before.delete(name)
        return before
      },
      { replace: true },
    )
  const total = Object.values(first?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  const found = first?.found ?? null
  const asked = useMemo(() => (found === null ? null : askedOf(typed)), [found, typed])
  // What may be of a person is not left behind in the history of the browser.
  const kept = mayBePersonal(typed) ? '' : typed
  useEffect(() => {
    if ((filters.get('search') ?? '') === kept) return
    setFilters(
      (before) => {
        if (kept === '') before.delete('search')
        else before.set('search', kept)
        return before
      },
      { replace: true },
    )
  }, [kept, filters, setFilters])
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
      <Chip.Group value={chosen.status ?? ''} onChange={(value) => choose('status', String(value))}>
        <Group gap="xs" role="radiogroup" aria-label={t('cases.filter.status')}>
          <Chip value="">{t('cases.count', { label: t('cases.filter.all'), count: total })}</Chip>
          {caseStatuses
            .filter((status) => (first?.counts[status] ?? 0) > 0 || chosen.status === status)
            .map((status) => (
              <Chip key={status} value={status}>
                {t('cases.count', { label: t(`caseStatus.${status}`), count: first?.counts[status] ?? 0 })}
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      {isNarrow && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconFilter size={18} aria-hidden />}
            aria-expanded={areFiltersOpen}
            onClick={() => setFiltersOpen(!areFiltersOpen)}
          >
            {t('cases.filter.open')}
          </Button>
        </Group>
      )}
      <Group align="flex-end" display={isNarrow && !areFiltersOpen ? 'none' : undefined}>
        <Select
          label={t('cases.filter.kind')}
          placeholder={t('cases.filter.all')}
          data={caseKinds.map((kind) => ({ value: kind, label: t(`caseKind.${kind}`) }))}
          value={chosen.kind ?? null}
          onChange={(value) => choose('kind', value)}
          clearable
          clearButtonProps={{ 'aria-label': t('cases.filter.clear') }}
        />
        <Select
          label={t('cases.filter.unit')}
          placeholder={t('cases.filter.all')}
          data={first?.units ?? []}
          value={chosen.unit ?? null}
          onChange={(value) => choose('unit', value)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('cases.filter.clear') }}
        />
        <Select
          label={t('cases.filter.officer')}
          placeholder={t('cases.filter.all')}
          data={(first?.officers ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={chosen.officerId ?? null}
          onChange={(value) => choose('officerId', value)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('cases.filter.clear') }}
        />
        {(['from', 'to'] as const).map((name) => (
          <DayFilter
            key={name}
            label={t(`cases.filter.${name}`)}
            day={chosen[name] ?? ''}
            onChoose={(day) => choose(name, day)}
          />
        ))}
      </Group>
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
      {isAskingConditions && <ConditionsDialog onClose={() => setAskingConditions(false)} />}
    </Stack>
  )
}

/** What is being typed is no day yet: the list stays as it is. */
function DayFilter({ label, day, onChoose }: { label: string; day: string; onChoose: (day: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <DateField
      label={label}
      w="10.5rem"
      value={typed ?? day}
      onChange={(value) => {
        const isWhole = value === '' || isDay(value)
        setTyped(isWhole ? null : value)
        if (isWhole) onChoose(value)
      }}
    />
  )
}
