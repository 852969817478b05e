// Where a person is written to: corrected here when a mail did not arrive.
import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Email } from '../../../../shared/wire/booking.ts'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { formErrors } from '../form-errors.ts'
import { useChangeEmail } from '../mail-queries.ts'
import { Problem } from '../Problem.tsx'

export interface EmailOf {
  readonly personId: string
  readonly name: string
  readonly email: string | null
}

interface EmailDialogProps {
  sessionId: string
  person: EmailOf
  onClose: () => void
}

const Change = z.object({ email: Email.nullable() })
const requestOf = ({ email }: { email: string }) => ({ email: email.trim() || null })

export function EmailDialog({ sessionId, person: { personId, name, email }, onClose }: EmailDialogProps) {
  const { t } = useTranslation()
  const change = useChangeEmail(sessionId)
  const form = useForm({
    initialValues: { email: email ?? '' },
    validate: (values) => formErrors(t, Change, requestOf(values)),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.email.title', { name })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => change.mutate({ personId, ...requestOf(values) }, { onSuccess: onClose }))}
      >
        <Stack>
          <TextInput
            type="email"
            label={t('staff.email')}
            description={t('staff.email.hint')}
            data-autofocus
            {...form.getInputProps('email')}
          />
          {change.isError && <Problem error={change.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.email.submit')} isPending={change.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
