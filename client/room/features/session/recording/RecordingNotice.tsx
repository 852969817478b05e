// Asks everybody once to confirm that they have been told of the recording. Who objects can leave from here. Staff of a session that
// must be recorded know it of their office.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isToBeTold } from '../../../../../shared/projections/recording-facts.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'

export function RecordingNotice() {
  const { t } = useTranslation()
  const live = useLiveSession()
  const acknowledge = useCommand('recording.acknowledge')
  const [isLeaving, setLeaving] = useState(false)
  const isUntold = useSession(
    ({ state, me }) =>
      state != null &&
      me !== null &&
      state.recording.status !== 'off' &&
      isToBeTold(state, me.participantId) &&
      !(me.participantId in state.recording.acknowledgedAt),
  )
  const nothing = () => undefined
  return (
    <Modal
      opened={isUntold}
      onClose={nothing}
      title={t('hearing.recordingNotice')}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Text>{t('hearing.recordingNoticeWhat')}</Text>
        <Text>{t('hearing.recordingNoticeWhen')}</Text>
        <Group justify="space-between">
          <Button
            variant="default"
            loading={isLeaving}
            onClick={() => {
              setLeaving(true)
              void live.leave()
            }}
          >
            {t('hearing.leave')}
          </Button>
          <Button data-autofocus loading={acknowledge.isPending} onClick={() => void acknowledge({})}>
            {t('hearing.recordingNoticeKnown')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
