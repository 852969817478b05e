// Staff have the server record, or say that the agency’s own equipment does; and see who has not yet confirmed being told.
// See ADR 0027 and ADR 0051.
import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../../../shared/kernel/ids.ts'
import { recordingRuleOf } from '../../../../../shared/modules/session/contract.ts'
import { isToBeTold } from '../../../../../shared/projections/recording-facts.ts'
import { TextDialog } from '../../../../base/ui/dialogs/TextDialog.tsx'
import type { CommandType } from '../../../../live/session/aggregate.ts'
import { useName } from '../../../../live/session/selectors.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import { EquipmentDialog } from './EquipmentDialog.tsx'
import { useEquipment } from './use-equipment.ts'

const LONGEST_REASON = 300

export function RecordingControl() {
  const { t } = useTranslation()
  const title = useId()
  const status = useSession(({ state }) => state?.recording.status ?? 'off')
  const isNever = useSession(({ state }) => state !== null && recordingRuleOf(state.session) === 'never')
  if (isNever)
    return (
      <Stack component="section" gap="xs" aria-labelledby={title}>
        <Title order={3} size="h5" id={title}>
          {t('panels.room.recording')}
        </Title>
        <Text size="sm">{t('rejection.recording.never')}</Text>
      </Stack>
    )
  return (
    <Stack component="section" gap="xs" aria-labelledby={title}>
      <Title order={3} size="h5" id={title}>
        {t('panels.room.recording')}
      </Title>
      <Alert color="gray" icon={<IconInfoCircle aria-hidden />} p="xs">
        {t('panels.room.recording.honest')}
      </Alert>
      {status !== 'off' && <Text fw={600}>{t(`recordingStatus.${status}`)}</Text>}
      {status === 'starting' && <Text size="sm">{t('hearing.recordingStarting')}</Text>}
      <Stack gap="xs">
        {(status === 'off' || status === 'announced') && <Act type="request" words="request" isMain />}
        {(status === 'off' || status === 'announced' || status === 'starting') && <Equipment />}
        {status === 'off' && <Act type="announce" words="announce" />}
        {status === 'running' && <Pause />}
        {status === 'paused' && <Act type="resume" words="resume" isMain />}
        {(status === 'announced' || status === 'starting') && <Act type="stop" words="withdraw" />}
        {(status === 'running' || status === 'paused') && <Act type="stop" words="stop" />}
      </Stack>
      {status !== 'off' && <WhoKnows />}
    </Stack>
  )
}

interface ActProps {
  type: 'announce' | 'request' | 'resume' | 'stop'
  words: 'announce' | 'request' | 'resume' | 'stop' | 'withdraw'
  isMain?: boolean
}

function Act({ type, words, isMain = false }: ActProps) {
  const { t } = useTranslation()
  const send = useCommand(`recording.${type}` satisfies CommandType)
  return (
    <Button {...(!isMain && { variant: 'default' })} loading={send.isPending} onClick={() => void send({})}>
      {t(`panels.room.recording.${words}`)}
    </Button>
  )
}

function Equipment() {
  const { t } = useTranslation()
  const say = useEquipment()
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setNaming(true)}>
        {t('panels.room.recording.start')}
      </Button>
      {isNaming && <EquipmentDialog onClose={() => setNaming(false)} onSubmit={say} />}
    </>
  )
}

function Pause() {
  const { t } = useTranslation()
  const pause = useCommand('recording.pause')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('panels.room.recording.pause')}
      </Button>
      {isAsking && (
        <TextDialog
          keptAs="recording-pause"
          title={t('panels.room.recording.pause')}
          label={t('dialog.reason')}
          description={t('panels.room.recording.pauseReason')}
          submitLabel={t('panels.room.recording.pause')}
          maximumLength={LONGEST_REASON}
          onClose={() => setAsking(false)}
          onSubmit={async (reason) => (await pause({ reason })).ok}
        />
      )}
    </>
  )
}

function WhoKnows() {
  const { t } = useTranslation()
  const here = useSession(
    useShallow(({ state }) =>
      Object.values(state?.admission.participants ?? {}).flatMap(({ participantId, status }) =>
        state && status === 'present' && isToBeTold(state, participantId) ? [participantId] : [],
      ),
    ),
  )
  const acknowledgedAt = useSession(({ state }) => state?.recording.acknowledgedAt)
  const untold = here.filter((id) => acknowledgedAt?.[id] === undefined)
  return (
    <div>
      <Text size="sm" role="status">
        {t('panels.room.recording.known', { known: here.length - untold.length, all: here.length })}
      </Text>
      {untold.length > 0 && (
        <>
          <Text size="sm">{t('panels.room.recording.unknown')}</Text>
          <List size="sm" withPadding>
            {untold.map((id) => (
              <UntoldName key={id} participantId={id} />
            ))}
          </List>
        </>
      )}
    </div>
  )
}

function UntoldName({ participantId }: { participantId: ParticipantId }) {
  return <List.Item>{useName(participantId)}</List.Item>
}
