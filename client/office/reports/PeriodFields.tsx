// Of which period, of which unit: for reports and for the overview.
import { Button, Group, SegmentedControl, Select } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodBefore, type ReportPeriod } from '../../../shared/projections/reports.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { isDay } from '../../base/ui/dates/typed-day.ts'
import { useReportList } from './queries.ts'
import { isPeriod, periodAfter, type Scale, scaleOf, scales, spanOf } from './report-periods.ts'

interface UnitSelectProps {
  unit: string | null
  onChoose: (changes: { unit: string | null }) => void
}

export function UnitSelect({ unit: chosen, onChoose }: UnitSelectProps) {
  const { t } = useTranslation()
  const { data } = useReportList()
  return (
    <Select
      label={t('reports.unit')}
      placeholder={t('reports.everyUnit')}
      data={data?.units ?? []}
      value={chosen}
      onChange={(unit) => onChoose({ unit })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
      w={{ base: '100%', sm: 280 }}
    />
  )
}

interface PeriodFieldsProps {
  period: ReportPeriod
  onChoose: (period: ReportPeriod) => void
}

export function PeriodFields({ period, onChoose }: PeriodFieldsProps) {
  const { t } = useTranslation()
  return (
    <Group align="flex-end">
      <SegmentedControl
        aria-label={t('reports.scale')}
        value={scaleOf(period) ?? 'free'}
        onChange={(scale) => scale !== 'free' && onChoose(spanOf(scale as Scale, period.from))}
        data={[
          ...scales.map((one) => ({ value: one as string, label: t(`reports.scale.${one}`) })),
          { value: 'free', label: t('reports.scale.free'), disabled: scaleOf(period) !== null },
        ]}
      />
      <Days key={`${period.from} ${period.to}`} period={period} onChoose={onChoose} />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={18} aria-hidden />}
          onClick={() => onChoose(periodBefore(period))}
        >
          {t('reports.before')}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={18} aria-hidden />}
          onClick={() => onChoose(periodAfter(period))}
        >
          {t('reports.after')}
        </Button>
      </Group>
    </Group>
  )
}

/** What is being typed is no period yet. */
function Days({ period, onChoose }: { period: ReportPeriod; onChoose: (period: ReportPeriod) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(period)
  const isWrong = !isPeriod(typed)
  const leave = () => {
    if (!isWrong && (typed.from !== period.from || typed.to !== period.to)) onChoose(typed)
  }
  return (
    <Group
      align="flex-start"
      gap="xs"
      // From one day to the other, or to its calendar, nothing is chosen yet.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget) && !relatedTarget?.closest('[data-field-picker]')) leave()
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') leave()
      }}
    >
      {(['from', 'to'] as const).map((edge) => (
        <DateField
          key={edge}
          label={t(`reports.${edge}`)}
          w="10.5rem"
          value={typed[edge]}
          error={isWrong && edge === 'to' && isDay(typed.from) ? t('reports.order') : undefined}
          onChange={(day) => setTyped((before) => ({ ...before, [edge]: day }))}
        />
      ))}
    </Group>
  )
}
