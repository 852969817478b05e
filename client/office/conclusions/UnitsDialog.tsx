// The units that assignments name, and where each is written to.
import { Button, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Conclusion, Unit } from '../../../shared/wire/casework/conclusions.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../ui/form-errors.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { useKeepUnit, useUnits } from './queries.ts'
import { UnitAddressDialog } from './UnitAddressDialog.tsx'
import { type UnitRow, unitRows } from './unit-rows.ts'

export function UnitsDialog({ conclusions, onClose }: { conclusions: readonly Conclusion[]; onClose: () => void }) {
  const { t } = useTranslation()
  const units = useUnits()
  const [edited, setEdited] = useState<UnitRow | null>(null)
  const rows = unitRows(conclusions, units.data ?? [])
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('staff.conclusions.units')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text size="sm">{t('staff.conclusions.units.hint')}</Text>
        {units.isPending && <Loader aria-label={t('staff.loading')} />}
        {units.isError && <Problem error={units.error} onRetry={() => void units.refetch()} />}
        {units.data && rows.length === 0 && <Text c="dimmed">{t('staff.conclusions.units.none')}</Text>}
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.name}>
              <div className={classes.who}>
                <Text fw={600}>{row.name}</Text>
                <Text size="sm" c="dimmed" className={classes.preformatted}>
                  {row.email ?? t('staff.conclusions.noEmail')}
                </Text>
              </div>
              <Button
                variant="default"
                aria-label={t(
                  row.email === null ? 'staff.conclusions.enterEmailOf' : 'staff.conclusions.changeEmailOf',
                  {
                    name: row.name,
                  },
                )}
                onClick={() => setEdited(row)}
              >
                {t(row.email === null ? 'staff.conclusions.enterEmail' : 'staff.email.change')}
              </Button>
            </li>
          ))}
        </ul>
        <NewUnit />
      </Stack>
      {edited && <UnitAddressDialog {...edited} onClose={() => setEdited(null)} />}
    </Modal>
  )
}

function NewUnit() {
  const { t } = useTranslation()
  const keep = useKeepUnit()
  const [form, kept] = useKeptForm('unit', {
    blank: { name: '', email: '' },
    validate: (values) => formErrors(t, Unit, { ...values, email: values.email.trim() }),
  })
  return (
    <form
      noValidate
      aria-label={t('staff.conclusions.units.new')}
      onSubmit={form.onSubmit(({ name, email }) =>
        kept.emptiedBy(keep.mutateAsync({ name: name.trim(), email: email.trim() })),
      )}
    >
      <Stack gap="xs">
        <Text fw={600}>{t('staff.conclusions.units.new')}</Text>
        <DraftNotice kept={kept} />
        <TextInput label={t('staff.conclusions.units.name')} required {...form.getInputProps('name')} />
        <TextInput type="email" label={t('staff.email')} required {...form.getInputProps('email')} />
        {keep.isError && <Problem error={keep.error} />}
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={keep.isPending}>
            {t('staff.conclusions.units.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
