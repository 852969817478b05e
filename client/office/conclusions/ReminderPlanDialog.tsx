// When units are reminded: one setting for the whole agency.
import { Checkbox, Loader, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ReminderPlan } from '../../../shared/wire/casework/conclusions.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { useChangeReminderPlan, useReminderPlan } from './queries.ts'

export function ReminderPlanDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const plan = useReminderPlan()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.conclusions.plan')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {plan.isPending && <Loader aria-label={t('staff.loading')} />}
      {plan.isError && <Problem error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.data && <PlanForm plan={plan.data} onClose={onClose} />}
    </Modal>
  )
}

function PlanForm({ plan, onClose }: { plan: ReminderPlan; onClose: () => void }) {
  const { t } = useTranslation()
  const change = useChangeReminderPlan()
  const [form, kept] = useKeptForm<{ [Name in keyof ReminderPlan]: ReminderPlan[Name] | string }>('reminder-plan', {
    blank: plan,
    validate: (values) => formErrors(t, ReminderPlan, values),
  })
  const numberOf = (name: 'daysBefore' | 'overdueEvery' | 'fromHour') => (
    <NumberInput
      label={t(`staff.conclusions.plan.${name}`)}
      description={t(`staff.conclusions.plan.${name}.hint`)}
      allowDecimal={false}
      allowNegative={false}
      required
      {...form.getInputProps(name)}
    />
  )
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => kept.sentBy(change.mutateAsync(ReminderPlan.parse(values)), onClose))}
    >
      <Stack>
        <DraftNotice kept={kept} />
        <Text size="sm">{t('staff.conclusions.plan.hint')}</Text>
        {numberOf('daysBefore')}
        <Checkbox
          label={t('staff.conclusions.plan.onDueDay')}
          {...form.getInputProps('onDueDay', { type: 'checkbox' })}
        />
        {numberOf('overdueEvery')}
        {numberOf('fromHour')}
        {change.isError && <Problem error={change.error} />}
        <DialogButtons onCancel={onClose} submitLabel={t('staff.conclusions.save')} isPending={change.isPending} />
      </Stack>
    </form>
  )
}
