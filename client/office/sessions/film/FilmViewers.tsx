// The accounts that an administrator has named to watch the film, each with its reason; an administrator names more, and takes back.
import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilmAccess } from '../../../../shared/wire/hearing/film.ts'
import { NamingDialog, TakingBackDialog } from '../../accounts/NamingDialogs.tsx'
import { useAccounts } from '../../accounts/queries.ts'
import classes from '../../ui/office.module.css'
import { useNameViewer, useTakeBackViewer } from './queries.ts'

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
                aria-label={t('accessList.takeBackOf', { name: viewer.name })}
                onClick={() => setTaken(viewer)}
              >
                {t('accessList.takeBack')}
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
      {isNaming && <Naming sessionId={sessionId} onClose={() => setNaming(false)} />}
      {taken && <TakingBack sessionId={sessionId} viewer={taken} onClose={() => setTaken(null)} />}
    </Stack>
  )
}

function Naming({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const accounts = useAccounts()
  const name = useNameViewer(sessionId)
  const [mayDownload, setMayDownload] = useState(false)
  return (
    <NamingDialog
      keptAs={`film.${sessionId}`}
      title={t('film.viewer.name')}
      label={t('film.viewer.account')}
      submitLabel={t('film.viewer.submit')}
      others={(accounts.data ?? [])
        .filter(({ isEnabled, role }) => isEnabled && role !== 'administrator')
        .map((one) => ({ accountId: one.accountId, name: `${one.displayName} (${one.username})` }))}
      isPending={name.isPending}
      error={name.error ?? accounts.error}
      onClose={onClose}
      onName={(naming) => name.mutateAsync({ ...naming, mayDownload })}
    >
      <Checkbox
        label={t('film.viewer.mayDownload')}
        checked={mayDownload}
        onChange={(event) => setMayDownload(event.currentTarget.checked)}
      />
    </NamingDialog>
  )
}

function TakingBack({ sessionId, viewer, onClose }: { sessionId: string; viewer: Viewer; onClose: () => void }) {
  const { accountId, name } = viewer
  const takeBack = useTakeBackViewer(sessionId)
  return (
    <TakingBackDialog
      keptAs={`taking-back.film.${sessionId}.${accountId}`}
      name={name}
      error={takeBack.error}
      onClose={onClose}
      onTakeBack={(reason) => takeBack.mutateAsync({ accountId, reason })}
    />
  )
}
