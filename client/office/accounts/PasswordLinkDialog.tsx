// The one-time link with which the owner of an account sets its password: made, and shown once to be handed on.
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/wire/identity/account.ts'
import type { PasswordLink } from '../../../shared/wire/identity/accounts.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useMakePasswordLink } from './queries.ts'

export function PasswordLinkDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const make = useMakePasswordLink()
  const { accountId, displayName: name } = account
  if (make.data) return <ShownLink name={name} link={make.data.link} onClose={onClose} />
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('staff.account.resetOf', { name })}
      confirmLabel={t('staff.account.reset.make')}
      confirmColor="agency"
      isPending={make.isPending}
      onConfirm={() => make.mutate(accountId)}
    >
      <Text>{t('staff.account.reset.what')}</Text>
      {make.isError && <Problem error={make.error} />}
    </ConfirmDialog>
  )
}

export function ShownLink({ name, link, onClose }: { name: string; link: PasswordLink; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('staff.account.link.title', { name })}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Stack>
        <Text>{t('staff.account.link.what', { name, time: format.shortDateTime(link.expiresAt) })}</Text>
        <TextInput
          label={t('staff.account.link.address')}
          value={link.address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={link.address}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'staff.account.link.copied' : 'staff.account.link.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('dialog.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
