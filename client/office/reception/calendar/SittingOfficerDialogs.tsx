// Who steps in for the officer of a sitting, and who has held it.
import { Modal, Select, Stack, Textarea } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { receivingOfficer } from '../../../../shared/reception/appointments/contract.ts'
import type { Officer, StaffSitting } from '../../../../shared/wire/reception/appointments.ts'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useNoteHeld, useStepIn } from './queries.ts'

interface OfficerDialogProps {
  readonly date: string
  readonly sitting: StaffSitting
  readonly officers: readonly Officer[]
  readonly onClose: () => void
}

const choicesOf = (officers: readonly Officer[]) =>
  officers.map(({ officerId, name, title }) => ({ value: officerId, label: `${name}, ${title}` }))

export function StepInDialog({ date, sitting, officers, onClose }: OfficerDialogProps) {
  const { t } = useTranslation()
  const stepIn = useStepIn({ date, sittingId: sitting.sittingId })
  const [form, kept] = useKeptForm<{ officerId: string; reason: string }>(`sitting.${sitting.sittingId}.step-in`, {
    blank: { officerId: sitting.substituteId ?? '', reason: '' },
    validate: { officerId: isNotEmpty(), reason: isNotEmpty() },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.receptionPlan.stepIn')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form noValidate onSubmit={form.onSubmit((words) => kept.sentBy(stepIn.mutateAsync(words), onClose))}>
        <Stack>
          <DraftNotice kept={kept} />
          <Select
            label={t('staff.receptionPlan.stepIn.who')}
            data={choicesOf(officers)}
            required
            {...form.getInputProps('officerId')}
            value={form.values.officerId || null}
            onChange={(id) => form.setFieldValue('officerId', id ?? '')}
          />
          <Textarea
            label={t('staff.receptionPlan.stepIn.reason')}
            required
            maxLength={500}
            {...form.getInputProps('reason')}
          />
          {stepIn.isError && <Problem error={stepIn.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('staff.receptionPlan.save')}
            isPending={stepIn.isPending}
            isDisabled={!form.isValid()}
          />
        </Stack>
      </form>
    </Modal>
  )
}

export function HeldDialog({ date, sitting, officers, onClose }: OfficerDialogProps) {
  const { t } = useTranslation()
  const note = useNoteHeld({ date, sittingId: sitting.sittingId })
  const [officerId, setOfficerId] = useState<string>(sitting.heldBy ?? receivingOfficer(sitting))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.receptionPlan.noteHeld')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          note.mutate(officerId, { onSuccess: onClose })
        }}
      >
        <Stack>
          <Select
            label={t('staff.receptionPlan.noteHeld.who')}
            data={choicesOf(officers)}
            allowDeselect={false}
            value={officerId}
            onChange={(id) => setOfficerId(id ?? '')}
          />
          {note.isError && <Problem error={note.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={note.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
