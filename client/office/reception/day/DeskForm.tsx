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
import { useTranslation } from 'react-i18next'
import { TicketKind } from '../../../../shared/reception/desks/contract.ts'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../../base/ui/forms/use-kept.ts'
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
  const [desk, write, kept] = useKept<LastDesk>('desk', { unit: '', ...last })
  const open = useOpenDesk()
  const staff = useStaff()
  const others = (staff.data ?? []).filter((one) => one.accountId !== accountId)
  // Somebody who has left the agency since takes no notes.
  const noteTakerId = others.some((one) => one.accountId === desk.noteTakerId) ? desk.noteTakerId : null
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="open-desk">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          remember(desk)
          const unit = desk.unit?.trim() || null
          kept.sentBy(open.mutateAsync({ ...desk, noteTakerId, unit } as Parameters<typeof open.mutate>[0]))
        }}
      >
        <Stack>
          <Title order={2} size="h4" id="open-desk">
            {t('staff.reception.desk.open.title')}
          </Title>
          <Text>{t('staff.reception.desk.open.what')}</Text>
          <DraftNotice kept={kept} />
          <TextInput
            label={t('staff.reception.desk.label')}
            required
            maxLength={60}
            value={desk.label}
            onChange={(event) => write({ label: event.currentTarget.value })}
          />
          <KindsField kinds={desk.kinds} onChange={(kinds) => write({ kinds })} />
          <Select
            label={t('staff.reception.desk.noteTaker')}
            description={t('staff.reception.desk.noteTaker.hint')}
            required
            searchable
            data={others.map((one) => ({ value: one.accountId, label: one.displayName }))}
            value={noteTakerId}
            onChange={(chosen) => write({ noteTakerId: chosen })}
          />
          {staff.isSuccess && others.length === 0 && (
            <Alert color="yellow">{t('staff.reception.desk.noteTaker.none')}</Alert>
          )}
          <UnitField unit={desk.unit ?? ''} onChange={(unit) => write({ unit })} />
          {open.isError && <Problem error={open.error} />}
          <Button
            type="submit"
            size="lg"
            loading={open.isPending}
            disabled={desk.kinds.length === 0 || desk.label.trim() === '' || noteTakerId === null}
          >
            {t('staff.reception.desk.open')}
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}

function KindsField({ kinds, onChange }: { kinds: TicketKind[]; onChange: (kinds: TicketKind[]) => void }) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group
      label={t('staff.reception.desk.kinds')}
      value={kinds}
      onChange={(chosen) => onChange(chosen as TicketKind[])}
    >
      <Group mt="xs">
        {TicketKind.options.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`staff.reception.kind.${kind}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}

function UnitField({ unit, onChange }: { unit: string; onChange: (unit: string) => void }) {
  const { t } = useTranslation()
  const units = useUnits()
  return (
    <Autocomplete
      label={t('staff.reception.desk.unit')}
      description={t('staff.reception.desk.unit.hint')}
      maxLength={200}
      data={(units.data ?? []).map(({ name }) => name)}
      value={unit}
      onChange={onChange}
    />
  )
}
