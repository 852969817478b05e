// What the public page says, how far ahead it offers days, and at which level the agency is.
import { Loader, Modal, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { agencyLevels } from '../../../../shared/law/reception-duties.ts'
import { ReceptionSettings } from '../../../../shared/wire/reception/appointments.ts'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../../ui/form-errors.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useKeepRota, useRota } from './queries.ts'

export function PublicPageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const rota = useRota()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('staff.receptionPlan.page')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {rota.isPending && <Loader aria-label={t('staff.loading')} />}
      {rota.isError && <Problem error={rota.error} onRetry={() => void rota.refetch()} />}
      {rota.data && <Fields settings={rota.data} onClose={onClose} />}
    </Modal>
  )
}

type Draft = Omit<ReceptionSettings, 'phone' | 'weeksAhead'> & { phone: string; weeksAhead: number | string }

function Fields({ settings, onClose }: { settings: ReceptionSettings; onClose: () => void }) {
  const { t } = useTranslation()
  const keep = useKeepRota()
  const sent = (draft: Draft) => ({ ...draft, phone: draft.phone.trim() === '' ? null : draft.phone })
  const [form, kept] = useKeptForm<Draft>('public-page', {
    blank: { ...settings, phone: settings.phone ?? '' },
    validate: (draft) => formErrors(t, ReceptionSettings, sent(draft)),
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((draft) => kept.sentBy(keep.mutateAsync(ReceptionSettings.parse(sent(draft))), onClose))}
    >
      <Stack>
        <DraftNotice kept={kept} />
        <Select
          label={t('staff.receptionPlan.level')}
          description={t('staff.receptionPlan.level.hint')}
          allowDeselect={false}
          data={agencyLevels.map((level) => ({ value: level, label: t(`staff.receptionPlan.level.${level}`) }))}
          {...form.getInputProps('level')}
        />
        <TextInput label={t('staff.receptionPlan.centreSite')} required {...form.getInputProps('centreSite')} />
        <NumberInput
          label={t('staff.receptionPlan.weeksAhead')}
          allowDecimal={false}
          allowNegative={false}
          required
          {...form.getInputProps('weeksAhead')}
        />
        <TextInput label={t('staff.receptionPlan.phone')} type="tel" {...form.getInputProps('phone')} />
        <Textarea
          label={t('staff.receptionPlan.whatToBring')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('whatToBring')}
        />
        <Textarea
          label={t('staff.receptionPlan.otherWays')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('otherWays')}
        />
        <Textarea
          label={t('staff.receptionPlan.houseRules')}
          description={t('staff.receptionPlan.houseRules.hint')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('houseRules')}
        />
        <Textarea
          label={t('staff.receptionPlan.declaration')}
          autosize
          minRows={2}
          required
          {...form.getInputProps('declaration')}
        />
        {keep.isError && <Problem error={keep.error} />}
        <DialogButtons onCancel={onClose} submitLabel={t('staff.receptionPlan.save')} isPending={keep.isPending} />
      </Stack>
    </form>
  )
}
