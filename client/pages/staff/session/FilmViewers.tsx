// The accounts that an administrator has named to watch the film, each with its reason; an administrator names more, and takes back.
import { Button, Checkbox, Group, Modal, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountId } from '../../../../shared/kernel/ids.ts'
import type { FilmAccess } from '../../../../shared/wire/film.ts'
import { DialogButtons } from '../../../dialogs/DialogButtons.tsx'
import { TextDialog } from '../../../dialogs/TextDialog.tsx'
import { Problem } from '../Problem.tsx'
import { useNameViewer, useTakeBackViewer } from '../player/film-queries.ts'
import { problemText } from '../problems.ts'
import { useAccounts } from '../queries.ts'
import classes from '../staff.module.css'

type Viewer = NonNullable<FilmAccess['record']>['viewers'][number]

interface FilmViewersProps {
  sessionId: string
  viewers: readonly Viewer[]
  isProtected: boolean
  mayName: boolean
}

export function FilmViewers({ sessionId, viewers, isProtected, mayName }: FilmViewersProps) {
  const { t } = useTranslation()
  const [isNaming, setNaming] = useState(false)
  const [taken, setTaken] = useState<Viewer | null>(null)
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('film.viewers')}
      </Title>
      <Text size="sm" c="dimmed">
        {t(isProtected ? 'film.access.protected' : 'film.access.default')}
      </Text>
      {viewers.length === 0 && <Text>{t('film.viewers.none')}</Text>}
      <ul className={classes.rows}>
        {viewers.map((viewer) => (
          <li key={viewer.accountId}>
            <div className={classes.who}>
              <Text fw={600}>
                {viewer.name}
                {viewer.mayDownload && ` · ${t('film.viewer.download')}`}
              </Text>
              <Text size="sm">{t('film.viewer.reason', { reason: viewer.reason })}</Text>
            </div>
            {mayName && (
              <Button
                variant="default"
                aria-label={t('film.viewer.takeBackOf', { name: viewer.name })}
                onClick={() => setTaken(viewer)}
              >
                {t('film.viewer.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayName && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
            {t('film.viewer.name')}
          </Button>
        </Group>
      )}
      {isNaming && <NamingDialog sessionId={sessionId} onClose={() => setNaming(false)} />}
      {taken && <TakingBackDialog sessionId={sessionId} viewer={taken} onClose={() => setTaken(null)} />}
    </Stack>
  )
}

function NamingDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const accounts = useAccounts()
  const name = useNameViewer(sessionId)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [mayDownload, setMayDownload] = useState(false)
  const choices = (accounts.data ?? [])
    .filter(({ isEnabled, role }) => isEnabled && role !== 'administrator')
    .map((one) => ({ value: one.accountId, label: `${one.displayName} (${one.username})` }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('film.viewer.name')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (accountId === null || reason.trim() === '') return
          name.mutate(
            { accountId: AccountId.parse(accountId), reason: reason.trim(), mayDownload },
            { onSuccess: onClose },
          )
        }}
      >
        <Stack>
          <Select
            label={t('film.viewer.account')}
            required
            searchable
            data={choices}
            value={accountId}
            onChange={setAccountId}
            {...(accounts.isError && { error: problemText(t, accounts.error) })}
          />
          <Textarea
            label={t('dialog.reason')}
            required
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label={t('film.viewer.mayDownload')}
            checked={mayDownload}
            onChange={(event) => setMayDownload(event.currentTarget.checked)}
          />
          {name.isError && <Problem error={name.error} />}
          <DialogButtons onCancel={onClose} submitLabel={t('film.viewer.submit')} isPending={name.isPending} />
        </Stack>
      </form>
    </Modal>
  )
}

function TakingBackDialog({ sessionId, viewer, onClose }: { sessionId: string; viewer: Viewer; onClose: () => void }) {
  const { t } = useTranslation()
  const takeBack = useTakeBackViewer(sessionId)
  return (
    <TextDialog
      title={t('film.viewer.takeBackOf', { name: viewer.name })}
      label={t('dialog.reason')}
      problem={takeBack.isError ? problemText(t, takeBack.error) : null}
      submitLabel={t('film.viewer.takeBack')}
      maximumLength={300}
      onClose={onClose}
      onSubmit={(reason) =>
        // What went wrong stays in `takeBack` and is shown.
        takeBack.mutateAsync({ accountId: viewer.accountId, reason }).then(
          () => true,
          () => false,
        )
      }
    />
  )
}
