// The filters above the list of cases: state, kind, unit, officer and day.
import { Button, Chip, Group, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseKinds } from '../../../shared/cases/intake/contract.ts'
import { caseStatuses } from '../../../shared/projections/cases.ts'
import type { CaseList } from '../../../shared/wire/casework/cases.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { isDay } from '../../base/ui/dates/typed-day.ts'
import type { useCaseFilters } from './use-case-filters.ts'

interface CaseFiltersProps extends Pick<ReturnType<typeof useCaseFilters>, 'chosen' | 'choose'> {
  /** With what there is to choose from; none yet while it is fetched. */
  list: CaseList | undefined
}

export function CaseFilters({ chosen, choose, list }: CaseFiltersProps) {
  const { t } = useTranslation()
  // On a phone they would push what was found out of sight.
  const isNarrow = useMediaQuery('(max-width: 48em)')
  const [areFiltersOpen, setFiltersOpen] = useState(() => Object.keys(chosen).some((name) => name !== 'status'))
  return (
    <>
      <StatusChips chosen={chosen} choose={choose} list={list} />
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
          data={list?.units ?? []}
          value={chosen.unit ?? null}
          onChange={(value) => choose('unit', value)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('cases.filter.clear') }}
        />
        <Select
          label={t('cases.filter.officer')}
          placeholder={t('cases.filter.all')}
          data={(list?.officers ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))}
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
    </>
  )
}

function StatusChips({ chosen, choose, list }: CaseFiltersProps) {
  const { t } = useTranslation()
  const total = Object.values(list?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <Chip.Group value={chosen.status ?? ''} onChange={(value) => choose('status', String(value))}>
      <Group gap="xs" role="radiogroup" aria-label={t('cases.filter.status')}>
        <Chip value="">{t('cases.count', { label: t('cases.filter.all'), count: total })}</Chip>
        {caseStatuses
          .filter((status) => (list?.counts[status] ?? 0) > 0 || chosen.status === status)
          .map((status) => (
            <Chip key={status} value={status}>
              {t('cases.count', { label: t(`caseStatus.${status}`), count: list?.counts[status] ?? 0 })}
            </Chip>
          ))}
      </Group>
    </Chip.Group>
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
