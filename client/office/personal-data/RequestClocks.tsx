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
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
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

interface ClockDraft {
  amount: number | string
  unit: ShownRequestClock['unit']
  source: string
  isRead: boolean
  validFrom: string
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
  const rowOf = ({ isRead, ...row }: ClockDraft) => ({ clock, ...row, mark: isRead ? 'read' : 'memory' })
  const [form, kept] = useKeptForm<ClockDraft>(`request-clock.${clock}`, {
    blank: {
      amount: now?.amount ?? '',
      unit: now?.unit ?? 'workingDays',
      source: '',
      isRead: false,
      validFrom: '',
    },
    validate: (draft) => formErrors(t, NewRequestClockRow, rowOf(draft)),
  })
  return (
    <FormDialog
      kept={kept}
      title={t('personalData.clocks.changeOf', { clock: t(`personalData.clock.${clock}`) })}
      submitLabel={t('law.form.submit')}
      size="lg"
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={form.onSubmit((draft) => kept.sentBy(add.mutateAsync(NewRequestClockRow.parse(rowOf(draft))), onClose))}
    >
      <Text size="sm">{t('personalData.clocks.form.hint')}</Text>
      <Group align="flex-start">
        <NumberInput
          label={t('personalData.clocks.amount')}
          required
          min={1}
          max={365}
          allowDecimal={false}
          {...form.getInputProps('amount')}
        />
        <Select
          label={t('law.form.unit')}
          data={(['workingDays', 'days'] as const).map((value) => ({ value, label: t(`law.form.unit.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('unit')}
        />
      </Group>
      <DateField label={t('law.form.validFrom')} required {...form.getInputProps('validFrom')} />
      <SourceFields label={t('law.form.source')} propsOf={form.getInputProps} />
    </FormDialog>
  )
}
