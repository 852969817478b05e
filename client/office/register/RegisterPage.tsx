// The registers of a period. Of the receptions, what is still to be written comes first, with what is missing.

import { Button, Group, Loader, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import type { RegisterRow } from '../../../shared/wire/reception/register.ts'
import { registerApi } from '../../../shared/wire/reception/register-api.ts'
import { LongList } from '../../base/ui/LongList.tsx'
import { NameSearch } from '../ui/NameSearch.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { ExportPanel } from './ExportPanel.tsx'
import { PeriodChoice } from './PeriodChoice.tsx'
import { PetitionRegister } from './PetitionRegister.tsx'
import { useRegister } from './queries.ts'
import { type FilterName, filterNames, ReceptionFilters } from './ReceptionFilters.tsx'
import { RowCard } from './RowCard.tsx'
import { CorrectDialog, NewRowDialog, WriteDialog } from './RowDialog.tsx'

const TYPING_PAUSE_MS = 400

export function RegisterPage() {
  const { t } = useTranslation()
  // In the address: whoever comes back from a case finds the register as they left it.
  const [asked, setAsked] = useSearchParams()
  const [isEntering, setEntering] = useState(false)
  const period = asked.get('period') ?? calendarDayOf(Date.now())
  const book = asked.get('book') === 'petitions' ? 'petitions' : 'receptions'
  const choose = (name: string, value: string | null) =>
    setAsked(
      (before) => {
        if (value) before.set(name, value)
        else before.delete(name)
        return before
      },
      { replace: true },
    )
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t(book === 'petitions' ? 'register.petitions' : 'register.title')}
        </Title>
        {book === 'receptions' && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEntering(true)}>
            {t('register.new')}
          </Button>
        )}
      </Group>
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t('register.books')}
          value={book}
          onChange={(value) => choose('book', value === 'petitions' ? value : null)}
          data={[
            { value: 'receptions', label: t('register.title') },
            { value: 'petitions', label: t('register.petitions') },
          ]}
        />
        <PeriodChoice period={period} onChange={(value) => choose('period', value)} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('register.logged')}
      </Text>
      {book === 'petitions' ? (
        <PetitionRegister period={period} kind={asked.get('kind')} onKind={(kind) => choose('kind', kind)} />
      ) : (
        <Receptions period={period} asked={asked} choose={choose} />
      )}
      {isEntering && (
        <NewRowDialog
          onClose={(day) => {
            setEntering(false)
            if (day !== null && !day.startsWith(period)) choose('period', day)
          }}
        />
      )}
    </Stack>
  )
}

interface ReceptionsProps {
  period: string
  asked: URLSearchParams
  choose: (name: FilterName, value: string | null) => void
}

function Receptions({ period, asked, choose }: ReceptionsProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [typed] = useDebouncedValue(search.trim(), TYPING_PAUSE_MS)
  const [writing, setWriting] = useState<RegisterRow | null>(null)
  const chosen = Object.fromEntries(
    filterNames.flatMap((name) => (name !== 'state' && asked.get(name) ? [[name, asked.get(name) ?? '']] : [])),
  )
  const state = asked.get('state')
  const [name, setName] = useState('')
  const filters = { period, ...chosen, ...(typed !== '' && { text: typed }), ...(name !== '' && { name }) }
  const open = useRegister({ ...filters, state: 'open' }, state !== 'closed')
  const closed = useRegister({ ...filters, state: 'closed' }, state !== 'open')
  const first = open.data?.pages[0] ?? closed.data?.pages[0]
  const { all = 0, open: openCount = 0 } = first?.count ?? {}
  const isFiltered = Object.keys(chosen).length > 0 || typed !== '' || name !== ''
  const isEmpty = first !== undefined && all === 0
  return (
    <Stack>
      <ExportPanel
        workbook={registerApi.workbook}
        period={period}
        print={first ? { rows: all, rowsPerPdf: first.rowsPerPdf } : null}
      />
      <TextInput
        label={t('register.search')}
        description={t('register.search.hint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <NameSearch label={t('register.search.name')} onSearch={setName} />
      <ReceptionFilters
        chosen={state === null ? chosen : { ...chosen, state }}
        officers={first?.officers ?? []}
        choose={choose}
      />
      {isEmpty && <Text>{t('register.empty')}</Text>}
      {state !== 'closed' && !isEmpty && (
        <Rows
          list={open}
          title={t('register.count', { label: t('register.state.open'), count: openCount })}
          none={t(isFiltered ? 'register.noneFound' : 'register.noneOpen')}
          onWrite={setWriting}
        />
      )}
      {state !== 'open' && !isEmpty && (
        <Rows
          list={closed}
          title={t('register.count', { label: t('register.state.closed'), count: all - openCount })}
          none={t('register.noneFound')}
          onWrite={setWriting}
        />
      )}
      {writing &&
        (writing.closed ? (
          <CorrectDialog row={writing} onClose={() => setWriting(null)} />
        ) : (
          <WriteDialog row={writing} onClose={() => setWriting(null)} />
        ))}
    </Stack>
  )
}

interface RowsProps {
  list: ReturnType<typeof useRegister>
  title: string
  none: string
  onWrite: (row: RegisterRow) => void
}

function Rows({ list, title, none, onWrite }: RowsProps) {
  const { t } = useTranslation()
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Section title={title}>
      {list.isPending && <Loader aria-label={t('staff.loading')} />}
      {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Text>{none}</Text>}
      {rows.length > 0 && (
        <LongList items={rows} keyOf={({ rowId }) => rowId} label={title} className={classes.list}>
          {(row) => <RowCard row={row} onWrite={onWrite} />}
        </LongList>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('register.more')}
        </Button>
      )}
    </Section>
  )
}
