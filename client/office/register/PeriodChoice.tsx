// Which day, month or year of a register is shown.
import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inScale, isPeriod, type Scale, scaleOf, scales } from './periods.ts'

const types: Readonly<Record<Scale, string>> = { day: 'date', month: 'month', year: 'number' }

export function PeriodChoice({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const { t } = useTranslation()
  const scale = scaleOf(period)
  return (
    <Group align="flex-end">
      <SegmentedControl
        aria-label={t('register.scale')}
        value={scale}
        onChange={(value) => onChange(inScale(period, value as Scale, Date.now()))}
        data={scales.map((one) => ({ value: one, label: t(`register.scale.${one}`) }))}
      />
      <PeriodField key={period} scale={scale} period={period} onChange={onChange} />
    </Group>
  )
}

/** What is being typed is no period yet. */
function PeriodField({
  scale,
  period,
  onChange,
}: {
  scale: Scale
  period: string
  onChange: (period: string) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(period)
  return (
    <TextInput
      type={types[scale]}
      label={t(`register.${scale}`)}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        if (value !== period && isPeriod(value, scale)) onChange(value)
      }}
    />
  )
}
