import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { OwnPassword } from '../../../shared/wire/identity/account.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { NewPassword, repetitionError } from '../accounts/AccountFields.tsx'
import { formErrors } from '../ui/form-errors.ts'
import { Problem } from '../ui/Problem.tsx'
import { useOwnPassword } from './queries.ts'

export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const change = useOwnPassword()
  const form = useForm({
    initialValues: { current: '', password: '', repeated: '' },
    validate: (draft) => ({ ...formErrors(t, OwnPassword, draft), ...repetitionError(t, draft) }),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.ownPassword')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {change.isSuccess ? (
        <Stack>
          <Text role="status">{t('staff.ownPassword.done')}</Text>
          <Button onClick={onClose}>{t('dialog.close')}</Button>
        </Stack>
      ) : (
        <form noValidate onSubmit={form.onSubmit(({ repeated: _, ...draft }) => change.mutate(draft))}>
          <Stack>
            <PasswordInput
              label={t('staff.ownPassword.current')}
              autoComplete="current-password"
              required
              data-autofocus
              visibilityToggleButtonProps={{ 'aria-label': t('staff.showPassword') }}
              {...form.getInputProps('current')}
            />
            <NewPassword isAnother propsOf={(field) => form.getInputProps(field)} />
            {change.isError && <Problem error={change.error} />}
            <DialogButtons onCancel={onClose} submitLabel={t('staff.ownPassword')} isPending={change.isPending} />
          </Stack>
        </form>
      )}
    </Modal>
  )
}
