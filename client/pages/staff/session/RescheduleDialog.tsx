// Another time, place or title for a session that has not been opened.
import { Modal, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { SessionChange } from '../../../../shared/wire/booking.ts'
import type { SessionDetail } from '../../../../shared/wire/rest.ts'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { dateAndTimeOf, momentOf } from '../agency-time.ts'
import { formErrors } from '../form-errors.ts'
import { Problem } from '../Problem.tsx'
import { useReschedule } from '../queries.ts'

interface Draft {
  title: string
  date: string
  time: string
  plannedMinutes: number | string
  place: string
  advisingUnit: string
}

const requestOf = (draft: Draft) => ({
  title: draft.title,
  scheduledAt: momentOf(draft),
  plannedMinutes: Number(draft.plannedMinutes),
  place: draft.place,
  advisingUnit: draft.advisingUnit.trim() || null,
})

export function RescheduleDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const reschedule = useReschedule(session.sessionId)
  const form = useForm<Draft>({
    initialValues: {
      title: session.title,
      ...dateAndTimeOf(session.scheduledAt),
      plannedMinutes: session.plannedMinutes,
      place: session.place,
      advisingUnit: session.advisingUnit ?? '',
    },
    validate: (draft) => {
      const { scheduledAt, ...errors } = formErrors(t, SessionChange, requestOf(draft))
      return { ...errors, ...(scheduledAt && { [draft.date === '' ? 'date' : 'time']: t('staff.form.required') }) }
    },
  })
  const moment = momentOf(form.values)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('staff.reschedule')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form noValidate onSubmit={form.onSubmit((draft) => reschedule.mutate(requestOf(draft), { onSuccess: onClose }))}>
        <Stack>
          <TextInput label={t('staff.newSession.title')} required {...form.getInputProps('title')} />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput type="date" label={t('staff.newSession.date')} required {...form.getInputProps('date')} />
            <TextInput type="time" label={t('staff.newSession.time')} required {...form.getInputProps('time')} />
            <NumberInput
              label={t('staff.newSession.plannedMinutes')}
              allowDecimal={false}
              allowNegative={false}
              step={15}
              required
              {...form.getInputProps('plannedMinutes')}
            />
          </SimpleGrid>
          {Number.isFinite(moment) && (
            <Text size="sm" role="status">
              {t('staff.newSession.when', { time: format.dateTime(moment) })}
            </Text>
          )}
          <TextInput label={t('staff.newSession.place')} required {...form.getInputProps('place')} />
          <TextInput label={t('staff.newSession.advisingUnit')} {...form.getInputProps('advisingUnit')} />
          <Text size="sm">{t('staff.reschedule.what')}</Text>
          {reschedule.isError && <Problem error={reschedule.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('staff.reschedule.submit')}
            isPending={reschedule.isPending}
          />
        </Stack>
      </form>
    </Modal>
  )
}
