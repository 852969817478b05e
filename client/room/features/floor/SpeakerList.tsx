import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { SessionState } from '../../../../shared/modules/index.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { LongList } from '../../../base/ui/LongList.tsx'
import { useName, useParticipant, useServerNow, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useGrantTime, useGrantTimeLabel } from '../../frame/grant-time.ts'
import classes from '../../frame/panel.module.css'

type Request = SessionState['floor']['requests'][number]
const LONGEST_REASON = 300
const none: readonly Request[] = []

export function SpeakerList({ mayGrant }: { mayGrant: boolean }) {
  const { t } = useTranslation()
  const requests = useSession(({ state }) => state?.floor.requests ?? none)
  const [denied, setDenied] = useState<ParticipantId | null>(null)
  return (
    <>
      {requests.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('panels.floor.empty')}
        </Text>
      )}
      <LongList
        items={requests}
        keyOf={({ participantId }) => participantId}
        label={t('panels.floor.list')}
        className={classes.list}
      >
        {(request, index) => <RequestRow request={request} place={index + 1} onDeny={mayGrant ? setDenied : null} />}
      </LongList>
      {denied && <DenyDialog participantId={denied} onClose={() => setDenied(null)} />}
    </>
  )
}

interface RequestRowProps {
  request: Request
  place: number
  /** null: this person only looks at the list. */
  onDeny: ((participantId: ParticipantId) => void) | null
}

function RequestRow({ request: { participantId, purpose, at }, place, onDeny }: RequestRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useServerNow(10_000)
  const name = useName(participantId)
  const siteName = useSiteName(useParticipant(participantId)?.siteId)
  return (
    <div className={classes.row}>
      <Text fw={700} miw="1.5rem">
        {place}.
      </Text>
      <div className={classes.grow}>
        <Text fw={600}>{name}</Text>
        {siteName && (
          <Text size="sm" c="dimmed">
            {siteName}
          </Text>
        )}
        <Group gap="xs">
          <Badge variant={purpose === 'pointOfOrder' ? 'filled' : 'light'} tt="none">
            {t(`purpose.${purpose}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {t('panels.waiting.waitedFor', { duration: format.sinceMinutes(at, now) })}
          </Text>
        </Group>
        {onDeny && <Answers participantId={participantId} name={name} place={place} onDeny={onDeny} />}
      </div>
    </div>
  )
}

interface AnswersProps {
  participantId: ParticipantId
  name: string
  /** Counted from 1. */
  place: number
  onDeny: (participantId: ParticipantId) => void
}

function Answers({ participantId, name, place, onDeny }: AnswersProps) {
  const { t } = useTranslation()
  const grant = useCommand('floor.grant')
  const limitSeconds = useGrantTime((time) => time.limitSeconds)
  const limit = useGrantTimeLabel()
  return (
    <Group gap="xs" mt="xs">
      <Button
        loading={grant.isPending}
        aria-label={t('panels.floor.grantName', { name, limit })}
        onClick={() => void grant({ participantId, ...(limitSeconds !== undefined && { limitSeconds }) })}
      >
        {t('panels.floor.grant')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        aria-label={t('panels.floor.denyName', { name })}
        onClick={() => onDeny(participantId)}
      >
        {t('panels.floor.deny')}
      </Button>
      <Moves participantId={participantId} name={name} place={place} />
    </Group>
  )
}

function Moves({ participantId, name, place }: Omit<AnswersProps, 'onDeny'>) {
  const { t } = useTranslation()
  const count = useSession(({ state }) => state?.floor.requests.length ?? 0)
  const move = useCommand('floor.move')
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        disabled={place === 1 || move.isPending}
        aria-label={t('panels.floor.up', { name })}
        onClick={() => void move({ participantId, position: place - 2 })}
      >
        <IconArrowUp size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        disabled={place === count || move.isPending}
        aria-label={t('panels.floor.down', { name })}
        onClick={() => void move({ participantId, position: place })}
      >
        <IconArrowDown size={20} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

function DenyDialog({ participantId, onClose }: { participantId: ParticipantId; onClose: () => void }) {
  const { t } = useTranslation()
  const deny = useCommand('floor.deny')
  const name = useName(participantId)
  return (
    <TextDialog
      keptAs={`floor-deny.${participantId}`}
      title={t('panels.floor.denyName', { name })}
      label={t('panels.floor.denyReason')}
      submitLabel={t('panels.floor.deny')}
      submitColor="red"
      maximumLength={LONGEST_REASON}
      isOptional
      onClose={onClose}
      onSubmit={async (text) => (await deny({ participantId, reason: text === '' ? null : text })).ok}
    />
  )
}
