// One sitting: planned by hand, or changed.
import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { type Officer, SittingBody, SittingChange, type StaffSitting } from '../../../../shared/wire/appointments.ts'
import type { Account } from '../../../../shared/wire/rest.ts'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../forms/DraftNotice.tsx'
import { useFormDraft } from '../../../forms/use-form-draft.ts'
import { Problem } from '../Problem.tsx'
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
  const { accountId } = useOutletContext<Account>()
  const kept = useFormDraft({ owner: accountId, form: 'sitting', blank: { date: '', ...emptySitting(place) } })
  const form = useForm<SittingDraft & { date: string }>({
    initialValues: kept.initial,
    onValuesChange: kept.keep,
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
        onSubmit={form.onSubmit((draft) =>
          plan.mutate(SittingBody.parse(sent(draft)), {
            onSuccess() {
              kept.end()
              onClose()
            },
          }),
        )}
      >
        <Stack>
          <DraftNotice draft={kept} onThrowAway={form.setValues} />
          <TextInput type="date" label={t('staff.receptionPlan.date')} required {...form.getInputProps('date')} />
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
  const { accountId } = useOutletContext<Account>()
  const kept = useFormDraft({ owner: accountId, form: `sitting.${sitting.sittingId}`, blank: draftOf(sitting) })
  const form = useForm<SittingDraft>({
    initialValues: kept.initial,
    onValuesChange: kept.keep,
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
          replan.mutate(SittingChange.parse(planOf(draft)), {
            onSuccess() {
              kept.end()
              onClose()
            },
          }),
        )}
      >
        <Stack>
          <DraftNotice draft={kept} onThrowAway={form.setValues} />
          <SittingFields form={form} officers={officers} />
          {replan.isError && <Problem error={replan.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={replan.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
