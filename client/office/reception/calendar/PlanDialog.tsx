// One sitting: planned by hand, or changed.
import { Modal, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type Officer,
  SittingBody,
  SittingChange,
  type StaffSitting,
} from '../../../../shared/wire/reception/appointments.ts'
import { DateField } from '../../../base/ui/dates/DateField.tsx'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { Problem } from '../../ui/Problem.tsx'
import { usePlan, useReplan } from './queries.ts'
import { SittingFields } from './SittingFields.tsx'
import { draftErrors, draftOf, emptySitting, planOf, type SittingDraft } from './sitting-draft.ts'

interface DialogProps {
  readonly officers: readonly Officer[]
  readonly onClose: () => void
}

export function PlanDialog({ officers, place, onClose }: DialogProps & { place: string }) {
  const { t } = useTranslation()
  const plan = usePlan()
  const sent = ({ date, ...draft }: SittingDraft & { date: string }) => ({ date, ...planOf(draft) })
  const [form, kept] = useKeptForm<SittingDraft & { date: string }>('sitting', {
    blank: { date: '', ...emptySitting(place) },
    validate: (draft) => draftErrors(t, SittingBody, sent(draft)),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={t('staff.receptionPlan.plan')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((draft) => kept.sentBy(plan.mutateAsync(SittingBody.parse(sent(draft))), onClose))}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <DateField label={t('staff.receptionPlan.date')} required {...form.getInputProps('date')} />
          <SittingFields form={form} officers={officers} />
          {plan.isError && <Problem error={plan.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={plan.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}

export function ChangeDialog({
  officers,
  date,
  sitting,
  onClose,
}: DialogProps & { date: string; sitting: StaffSitting }) {
  const { t } = useTranslation()
  const replan = useReplan({ date, sittingId: sitting.sittingId })
  const [form, kept] = useKeptForm<SittingDraft>(`sitting.${sitting.sittingId}`, {
    blank: draftOf(sitting),
    validate: (draft) => draftErrors(t, SittingChange, planOf(draft)),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={t('staff.receptionPlan.change')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((draft) =>
          kept.sentBy(replan.mutateAsync(SittingChange.parse(planOf(draft))), onClose),
        )}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <SittingFields form={form} officers={officers} />
          {replan.isError && <Problem error={replan.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={replan.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
