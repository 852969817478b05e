import { Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type Account, NewAccount } from '../../../shared/wire/rest.ts'
import { DialogButtons } from '../../dialogs/DialogButtons.tsx'
import { NewPassword, repetitionError } from './AccountFields.tsx'
import { formErrors } from './form-errors.ts'
import { Problem } from './Problem.tsx'
import { useChangeAccount } from './queries.ts'

const Password = NewAccount.pick({ password: true })

export function PasswordDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const change = useChangeAccount()
  const form = useForm({
    initialValues: { password: '', repeated: '' },
    validate: (draft) => ({ ...formErrors(t, Password, draft), ...repetitionError(t, draft) }),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.account.renewPasswordOf', { name: account.displayName })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ password }) =>
          change.mutate({ accountId: account.accountId, password }, { onSuccess: onClose }),
        )}
      >
        <Stack>
          <Text size="sm">{t('staff.account.renewPassword.what')}</Text>
          <NewPassword isAnother propsOf={(field) => form.getInputProps(field)} />
          {change.isError && <Problem error={change.error} />}
          <DialogButtons
            onCancel={onClose}
            submitLabel={t('staff.account.renewPassword')}
            isPending={change.isPending}
          />
        </Stack>
      </form>
    </Modal>
  )
}
