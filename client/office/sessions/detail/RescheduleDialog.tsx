// Another time, place or title for a session that has not been opened.
import { Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import { SessionChange } from '../../../../shared/wire/hearing/booking.ts'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import { isDay } from '../../../base/ui/dates/typed-day.ts'
import { DialogButtons } from '../../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../../base/ui/forms/use-kept-form.ts'
import { dateAndTimeOf, momentOf } from '../../ui/agency-time.ts'
import { formErrors } from '../../ui/form-errors.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useReschedule } from '../queries.ts'
import { TimeFields } from '../TimeFields.tsx'

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
  const reschedule = useReschedule(session.sessionId)
  const [form, kept] = useKeptForm<Draft>(`session.${session.sessionId}.schedule`, {
    isSecret: () => isStateSecret(session.secrecy),
    blank: {
      title: session.title,
      ...dateAndTimeOf(session.scheduledAt),
      plannedMinutes: session.plannedMinutes,
      place: session.place,
      advisingUnit: session.advisingUnit ?? '',
    },
    validate: (draft) => {
      const { scheduledAt, ...errors } = formErrors(t, SessionChange, requestOf(draft))
      return { ...errors, ...(scheduledAt && { [isDay(draft.date) ? 'time' : 'date']: t('staff.form.required') }) }
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('staff.reschedule')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((draft) => kept.sentBy(reschedule.mutateAsync(requestOf(draft)), onClose))}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <TextInput label={t('staff.newSession.title')} required {...form.getInputProps('title')} />
          <TimeFields values={form.values} propsOf={(field) => form.getInputProps(field)} />
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
