// Where somebody is written to: entered, corrected or taken away.
import { Modal, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Email } from '../../../shared/wire/hearing/booking.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { formErrors } from './form-errors.ts'
import { Problem } from './Problem.tsx'

interface AddressDialogProps {
  /** Of whom: `person.17`. */
  keptAs: string
  name: string
  email: string | null
  hint: string
  change: {
    readonly isPending: boolean
    readonly isError: boolean
    readonly error: unknown
    mutateAsync(email: string | null): Promise<unknown>
  }
  onClose: () => void
}

const Change = z.object({ email: Email.nullable() })
const requestOf = ({ email }: { email: string }) => ({ email: email.trim() || null })

export function AddressDialog({ keptAs, name, email, hint, change, onClose }: AddressDialogProps) {
  const { t } = useTranslation()
  const [form, kept] = useKeptForm(`address.${keptAs}`, {
    blank: { email: email ?? '' },
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
        onSubmit={form.onSubmit((values) => kept.sentBy(change.mutateAsync(requestOf(values).email), onClose))}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <TextInput
            type="email"
            label={t('staff.email')}
            description={hint}
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
