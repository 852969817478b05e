// Who shares a screen, who asks to, and one's own.
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { usePermission } from '../../../live/session/permissions.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { OwnScreen } from './OwnScreen.tsx'

const none: readonly { participantId: ParticipantId }[] = []

export function SharingPanel() {
  const { t } = useTranslation()
  const isStaff = usePermission('sharing.grant')
  const holder = useSession(({ state }) => state?.sharing.holder ?? null)
  return (
    <div className={classes.panel}>
      {holder ? (
        <Now participantId={holder.participantId} hasBegun={holder.startedAt !== null} isStaff={isStaff} />
      ) : (
        <Text>{t('panels.sharing.nobody')}</Text>
      )}
      {isStaff && <Requests />}
      <OwnScreen isStaff={isStaff} />
    </div>
  )
}

function Now(props: { participantId: ParticipantId; hasBegun: boolean; isStaff: boolean }) {
  const { participantId, hasBegun, isStaff } = props
  const { t } = useTranslation()
  const name = useName(participantId)
  const revoke = useCommand('sharing.revoke')
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {t(hasBegun ? 'panels.sharing.now' : 'panels.sharing.invited')}
      </Title>
      <Text fw={600}>{name}</Text>
      {isStaff && (
        <Button variant="default" loading={revoke.isPending} onClick={() => void revoke({})}>
          {t('panels.sharing.revoke')}
        </Button>
      )}
    </Stack>
  )
}

function Requests() {
  const { t } = useTranslation()
  const requests = useSession(({ state }) => state?.sharing.requests ?? none)
  if (requests.length === 0) return null
  return (
    <section>
      <Title order={3} size="h5">
        {t('panels.sharing.requests')}
      </Title>
      <ul className={classes.list}>
        {requests.map(({ participantId }) => (
          <li key={participantId}>
            <Request participantId={participantId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Request({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const name = useName(participantId)
  const grant = useCommand('sharing.grant')
  const deny = useCommand('sharing.deny')
  return (
    <Stack gap="xs">
      <Text fw={600}>{name}</Text>
      <Group grow>
        <Button
          aria-label={t('panels.sharing.grantName', { name })}
          loading={grant.isPending}
          onClick={() => void grant({ participantId })}
        >
          {t('panels.sharing.grant')}
        </Button>
        <Button
          variant="default"
          aria-label={t('panels.sharing.denyName', { name })}
          loading={deny.isPending}
          onClick={() => void deny({ participantId })}
        >
          {t('panels.sharing.deny')}
        </Button>
      </Group>
    </Stack>
  )
}
