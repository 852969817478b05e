import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type Account, NewAccount } from '../../../shared/wire/rest.ts'
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
          <NewPassword propsOf={(field) => form.getInputProps(field)} />
          {change.isError && <Problem error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('staff.account.renewPassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
