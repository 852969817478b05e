// Opening one’s desk: its name, what it takes, who writes. Remembered for tomorrow.
import {
  Alert,
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { useRemembered } from '../../../base/ui/use-remembered.ts'
import { useUnits } from '../../conclusions/queries.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useOpenDesk, useStaff } from './queries.ts'

interface LastDesk {
  label: string
  kinds: TicketKind[]
  noteTakerId: string | null
  /** Remembered by older pages without one. */
  unit?: string
}

export function DeskForm({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const [last, remember] = useRemembered<LastDesk>('diemcau.desk', {
    label: t('staff.reception.desk.label.first'),
    kinds: ['reception'],
    noteTakerId: null,
  })
  const [form, kept] = useKeptForm<LastDesk>('desk', {
    blank: { unit: '', ...last },
    validate: { label: isNotEmpty(), kinds: isNotEmpty() },
  })
  const open = useOpenDesk()
  const staff = useStaff()
  const units = useUnits()
  const others = (staff.data ?? []).filter((one) => one.accountId !== accountId)
  // Somebody who has left the agency since takes no notes.
  const noteTakerId = others.some((one) => one.accountId === form.values.noteTakerId) ? form.values.noteTakerId : null
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="open-desk">
      <form
        onSubmit={form.onSubmit((desk) => {
          remember(desk)
          const unit = desk.unit?.trim() || null
          kept.sentBy(open.mutateAsync({ ...desk, noteTakerId, unit } as Parameters<typeof open.mutate>[0]))
        })}
      >
        <Stack>
          <Title order={2} size="h4" id="open-desk">
            {t('staff.reception.desk.open.title')}
          </Title>
          <Text>{t('staff.reception.desk.open.what')}</Text>
          <DraftNotice kept={kept} />
          <TextInput label={t('staff.reception.desk.label')} required maxLength={60} {...form.getInputProps('label')} />
          <Checkbox.Group label={t('staff.reception.desk.kinds')} {...form.getInputProps('kinds')}>
            <Group mt="xs">
              {TicketKind.options.map((kind) => (
                <Checkbox key={kind} value={kind} label={t(`staff.reception.kind.${kind}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Select
            label={t('staff.reception.desk.noteTaker')}
            description={t('staff.reception.desk.noteTaker.hint')}
            required
            searchable
            data={others.map((one) => ({ value: one.accountId, label: one.displayName }))}
            {...form.getInputProps('noteTakerId')}
            value={noteTakerId}
          />
          {staff.isSuccess && others.length === 0 && (
            <Alert color="yellow">{t('staff.reception.desk.noteTaker.none')}</Alert>
          )}
          <Autocomplete
            label={t('staff.reception.desk.unit')}
            description={t('staff.reception.desk.unit.hint')}
            maxLength={200}
            data={(units.data ?? []).map(({ name }) => name)}
            {...form.getInputProps('unit')}
          />
          {open.isError && <Problem error={open.error} />}
          <Button type="submit" size="lg" loading={open.isPending} disabled={!form.isValid() || noteTakerId === null}>
            {t('staff.reception.desk.open')}
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}
