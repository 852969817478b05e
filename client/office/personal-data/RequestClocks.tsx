// Within how many days a person is answered: dated rows with their source, those the agency has read beside those it came with.
import { Button, Group, NumberInput, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  NewRequestClockRow,
  requestClocks,
  type ShownRequestClock,
} from '../../../shared/wire/custody/personal-data.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { DatedRow, DatedRows } from '../law/DatedRows.tsx'
import { SourceFields } from '../law/SourceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { formErrors } from '../ui/form-errors.ts'
import classes from '../ui/office.module.css'
import { Section } from '../ui/Section.tsx'
import { useAddClock } from './queries.ts'

type ClockName = ShownRequestClock['clock']

export function RequestClocks({ rows }: { rows: readonly ShownRequestClock[] }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState<ClockName | null>(null)
  const rowsOf = (clock: ClockName) => rows.filter((row) => row.clock === clock)
  return (
    <Section title={t('personalData.clocks')} hint={t('personalData.clocks.hint')}>
      <ul className={classes.rows} aria-label={t('personalData.clocks')}>
        {requestClocks.map((clock) => (
          <li key={clock}>
            <div className={classes.who}>
              <Clock clock={clock} rows={rowsOf(clock)} />
            </div>
            <Button
              variant="default"
              aria-label={t('personalData.clocks.changeOf', { clock: t(`personalData.clock.${clock}`) })}
              onClick={() => setChanging(clock)}
            >
              {t('personalData.clocks.change')}
            </Button>
          </li>
        ))}
      </ul>
      {changing !== null && (
        <NewClockDialog clock={changing} rows={rowsOf(changing)} onClose={() => setChanging(null)} />
      )}
    </Section>
  )
}

function Clock({ clock, rows }: { clock: ClockName; rows: readonly ShownRequestClock[] }) {
  const { t } = useTranslation()
  const now = rows.find(({ state }) => state === 'inForce') ?? rows[0]
  const others = rows.filter((row) => row !== now).toReversed()
  return (
    <DatedRows
      title={t(`personalData.clock.${clock}`)}
      now={now}
      others={others}
      row={({ amount, unit, mark, state, ...row }) => (
        <DatedRow
          {...row}
          lines={[t(`clocks.amount.${unit}`, { count: amount })]}
          isInForce={state === 'inForce'}
          stateWords={t(`definitions.state.${state}`)}
          markWords={t(`law.mark.${mark}`)}
          isToBeChecked={mark !== 'read'}
        />
      )}
    />
  )
}

interface NewClockDialogProps {
  clock: ClockName
  rows: readonly ShownRequestClock[]
  onClose: () => void
}

function NewClockDialog({ clock, rows, onClose }: NewClockDialogProps) {
  const { t } = useTranslation()
  const add = useAddClock()
  const now = rows.find(({ state }) => state === 'inForce')
  const [draft, write, kept] = useKept(`request-clock.${clock}`, {
    amount: (now?.amount ?? '') as number | string,
    unit: now?.unit ?? ('workingDays' as ShownRequestClock['unit']),
    source: '',
    isRead: false,
    validFrom: '',
  })
  const { amount, unit, source, isRead, validFrom } = draft
  const [errors, setErrors] = useState<Record<string, string>>({})
  function submit() {
    const row = { clock, amount, unit, source, mark: isRead ? ('read' as const) : ('memory' as const), validFrom }
    const found = formErrors(t, NewRequestClockRow, row)
    setErrors(found)
    if (Object.keys(found).length === 0) kept.sentBy(add.mutateAsync(NewRequestClockRow.parse(row)), onClose)
  }
  return (
    <FormDialog
      kept={kept}
      title={t('personalData.clocks.changeOf', { clock: t(`personalData.clock.${clock}`) })}
      submitLabel={t('law.form.submit')}
      size="lg"
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">{t('personalData.clocks.form.hint')}</Text>
      <Group align="flex-start">
        <NumberInput
          label={t('personalData.clocks.amount')}
          required
          min={1}
          max={365}
          allowDecimal={false}
          value={amount}
          error={errors.amount}
          onChange={(typed) => write({ amount: typed })}
        />
        <Select
          label={t('law.form.unit')}
          data={(['workingDays', 'days'] as const).map((value) => ({ value, label: t(`law.form.unit.${value}`) }))}
          value={unit}
          allowDeselect={false}
          onChange={(value) => write({ unit: value as ShownRequestClock['unit'] })}
        />
      </Group>
      <DateField
        label={t('law.form.validFrom')}
        required
        value={validFrom}
        error={errors.validFrom}
        onChange={(day) => write({ validFrom: day })}
      />
      <SourceFields
        label={t('law.form.source')}
        source={source}
        error={errors.source}
        isRead={isRead}
        onSource={(typed) => write({ source: typed })}
        onRead={(ticked) => write({ isRead: ticked })}
      />
    </FormDialog>
  )
}
