// The accounts of the agency’s staff: made and disabled by an administrator, and given a link by which the owner sets a password.
import { Badge, Button, Group, Loader, Modal, Select, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { type Account, AccountRole, NewAccount } from '../../../shared/wire/identity/account.ts'
import type { AccountEntry } from '../../../shared/wire/identity/accounts.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DialogButtons } from '../../base/ui/dialogs/DialogButtons.tsx'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { formErrors } from '../ui/form-errors.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { NameFields } from './AccountFields.tsx'
import { IntakeGroupSection } from './IntakeGroupSection.tsx'
import { PasswordLinkDialog, ShownLink } from './PasswordLinkDialog.tsx'
import { useAccounts, useChangeAccount, useCreateAccount } from './queries.ts'

export function AccountsPage() {
  const { t } = useTranslation()
  const me = useOutletContext<Account>()
  const accounts = useAccounts()
  const [isCreating, setCreating] = useState(false)
  const [reset, setReset] = useState<Account | null>(null)
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
            <AccountRow account={account} isMe={account.accountId === me.accountId} onReset={() => setReset(account)} />
          </li>
        ))}
      </ul>
      <IntakeGroupSection />
      {isCreating && <NewAccountDialog onClose={() => setCreating(false)} />}
      {reset && <PasswordLinkDialog account={reset} onClose={() => setReset(null)} />}
    </Stack>
  )
}

interface AccountRowProps {
  account: AccountEntry
  isMe: boolean
  onReset: () => void
}

function AccountRow({ account, isMe, onReset }: AccountRowProps) {
  const { t } = useTranslation()
  const change = useChangeAccount()
  const format = useFormat()
  const { accountId, displayName, username, role, isEnabled, pendingLink, suspension } = account
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
        {pendingLink && (
          <Text size="sm">{t('staff.account.pendingLink', { time: format.shortDateTime(pendingLink.expiresAt) })}</Text>
        )}
        {suspension && (
          <Text size="sm">
            {suspension.confirmers.length > 0
              ? t('staff.account.suspended', { names: suspension.confirmers.join(', ') })
              : t('staff.account.suspended.byAdministrator', { name: suspension.resetBy })}
          </Text>
        )}
        {change.isError && <Problem error={change.error} />}
      </div>
      <Group gap="xs">
        {!isMe && (
          <Button variant="default" aria-label={t('staff.account.resetOf', { name: displayName })} onClick={onReset}>
            {t('staff.account.reset')}
          </Button>
        )}
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
  const [form, kept] = useKeptForm('account', {
    blank: { displayName: '', username: '', role: 'staff' },
    validate: (draft) => formErrors(t, NewAccount, draft),
  })
  if (create.data) return <ShownLink name={create.data.account.displayName} link={create.data.link} onClose={onClose} />
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.newAccount')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ role, ...account }) =>
          kept.sentBy(create.mutateAsync({ ...account, role: AccountRole.parse(role) })),
        )}
      >
        <Stack>
          <DraftNotice kept={kept} />
          <NameFields propsOf={(field) => form.getInputProps(field)} />
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
