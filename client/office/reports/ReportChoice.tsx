// Which report, of which period, of which unit.
import { Group, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PeriodFields, UnitSelect } from './PeriodFields.tsx'
import { type Asked, useReportList } from './queries.ts'

interface ReportChoiceProps {
  asked: Asked
  onChoose: (changes: Partial<Asked>) => void
}

export function ReportChoice({ asked, onChoose }: ReportChoiceProps) {
  const { t } = useTranslation()
  const { data } = useReportList()
  const period = { from: asked.from, to: asked.to }
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <Select
          label={t('reports.report')}
          data={(data?.reports ?? []).map(({ name, title }) => ({ value: name, label: title }))}
          value={asked.name}
          onChange={(name) => name && onChoose({ name })}
          allowDeselect={false}
          w={{ base: '100%', sm: 320 }}
        />
        <UnitSelect unit={asked.unit} onChoose={onChoose} />
      </Group>
      <PeriodFields period={period} onChoose={onChoose} />
    </Stack>
  )
}
