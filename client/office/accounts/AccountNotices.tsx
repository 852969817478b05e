// Above every page of staff: that somebody else has reset the own password, and whom one may confirm after a reset. What was read is
// shown again at the next sign-in, for whoever read it may have been somebody else (ADR 0074).
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconKey, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnNotices } from '../../../shared/wire/identity/accounts.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { ConfirmDialog } from '../../base/ui/dialogs/ConfirmDialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useConfirmAccount, useOwnNotices } from './queries.ts'

export function AccountNotices() {
  const { t } = useTranslation()
  const format = useFormat()
  const [isRead, setRead] = useState(false)
  const { data } = useOwnNotices()
  if (!data) return null
  const { resets, pendingLink, suspension, toConfirm } = data
  const last = resets.at(-1)
  return (
    <Stack mb={last || pendingLink || suspension || toConfirm.length > 0 ? 'md' : 0}>
      {pendingLink && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {t('staff.notice.pendingLink', { time: format.shortDateTime(pendingLink.madeAt), by: pendingLink.madeBy })}
        </Alert>
      )}
      {last && !isRead && (
        <Alert
          color="yellow"
          icon={<IconKey aria-hidden />}
          withCloseButton
          closeButtonLabel={t('dialog.close')}
          onClose={() => setRead(true)}
        >
          {t('staff.notice.reset', { time: format.shortDateTime(last.at), by: last.by })}
        </Alert>
      )}
      {suspension && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {suspension.confirmers.length > 0
            ? t('staff.notice.suspended', { names: suspension.confirmers.join(', ') })
            : t('staff.notice.suspended.byAdministrator', { name: suspension.resetBy })}
        </Alert>
      )}
      {toConfirm.map((one) => (
        <ToConfirm key={one.accountId} one={one} />
      ))}
    </Stack>
  )
}

function ToConfirm({ one }: { one: OwnNotices['toConfirm'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const confirm = useConfirmAccount()
  const { accountId, displayName: name, since, resetBy } = one
  return (
    <Alert color="blue" icon={<IconUserCheck aria-hidden />}>
      <Group justify="space-between">
        <Text>{t('staff.notice.toConfirm', { name, time: format.shortDateTime(since), by: resetBy })}</Text>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('staff.notice.confirm')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('staff.notice.confirm.title', { name })}
        confirmLabel={t('staff.notice.confirm.yes')}
        confirmColor="agency"
        isPending={confirm.isPending}
        onConfirm={() => confirm.mutate(accountId)}
      >
        <Text>{t('staff.notice.confirm.what', { name })}</Text>
        {confirm.isError && <Problem error={confirm.error} />}
      </ConfirmDialog>
    </Alert>
  )
}
