// The accounts of the agency’s staff: made, disabled and given a new password by an administrator.
import { Badge, Button, Group, Loader, Modal, Select, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { type Account, AccountRole } from '../../../shared/wire/rest.ts'
import { DialogButtons } from '../../dialogs/DialogButtons.tsx'
import { AccountFields, accountErrors, emptyAccount } from './AccountFields.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { Problem } from './Problem.tsx'
import { useAccounts, useChangeAccount, useCreateAccount } from './queries.ts'
import classes from './staff.module.css'

export function AccountsPage() {
  const { t } = useTranslation()
  const me = useOutletContext<Account>()
  const accounts = useAccounts()
  const [isCreating, setCreating] = useState(false)
  const [renewed, setRenewed] = useState<Account | null>(null)
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('staff.accounts')}
        </Title>
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setCreating(true)}>
          {t('staff.newAccount')}
        </Button>
      </Group>
      {accounts.isPending && <Loader aria-label={t('staff.loading')} />}
      {accounts.isError && <Problem error={accounts.error} onRetry={() => void accounts.refetch()} />}
      <ul className={classes.rows}>
        {accounts.data?.map((account) => (
          <li key={account.accountId}>
            <AccountRow
              account={account}
              isMe={account.accountId === me.accountId}
              onRenewPassword={() => setRenewed(account)}
            />
          </li>
        ))}
      </ul>
      {isCreating && <NewAccountDialog onClose={() => setCreating(false)} />}
      {renewed && <PasswordDialog account={renewed} onClose={() => setRenewed(null)} />}
    </Stack>
  )
}

interface AccountRowProps {
  account: Account
  isMe: boolean
  onRenewPassword: () => void
}

function AccountRow({ account, isMe, onRenewPassword }: AccountRowProps) {
  const { t } = useTranslation()
  const change = useChangeAccount()
  const { accountId, displayName, username, role, isEnabled } = account
  return (
    <>
      <div className={classes.who}>
        <Text fw={600}>
          {displayName} {isMe && t('panels.people.me')}
        </Text>
        <Text size="sm" c="dimmed">
          {username} · {t(`accountRole.${role}`)}
        </Text>
        {!isEnabled && (
          <Badge color="gray" tt="none">
            {t('staff.account.disabled')}
          </Badge>
        )}
        {change.isError && <Problem error={change.error} />}
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          aria-label={t('staff.account.renewPasswordOf', { name: displayName })}
          onClick={onRenewPassword}
        >
          {t('staff.account.renewPassword')}
        </Button>
        {!isMe && (
          <Button
            variant="default"
            loading={change.isPending}
            aria-label={t(isEnabled ? 'staff.account.disableName' : 'staff.account.enableName', { name: displayName })}
            onClick={() => change.mutate({ accountId, isEnabled: !isEnabled })}
          >
            {t(isEnabled ? 'staff.account.disable' : 'staff.account.enable')}
          </Button>
        )}
      </Group>
    </>
  )
}

function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const create = useCreateAccount()
  const form = useForm({
    initialValues: { ...emptyAccount, role: 'staff' },
    validate: (draft) => accountErrors(t, draft),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.newAccount')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ repeated: _, role, ...account }) =>
          create.mutate({ ...account, role: AccountRole.parse(role) }, { onSuccess: onClose }),
        )}
      >
        <Stack>
          <AccountFields propsOf={(field) => form.getInputProps(field)} />
          <Select
            label={t('staff.account.role')}
            description={t('staff.account.role.hint')}
            allowDeselect={false}
            data={AccountRole.options.map((role) => ({ value: role, label: t(`accountRole.${role}`) }))}
            {...form.getInputProps('role')}
          />
          {create.isError && <Problem error={create.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('staff.newAccount.submit')} isPending={create.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}
