// For staff: who may write the captions.

import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { AppointedRow } from '../../frame/AppointedRow.tsx'
import { AppointSelect } from '../../frame/AppointSelect.tsx'
import classes from '../../frame/panel.module.css'

const nobody: readonly ParticipantId[] = []

export function Captioners() {
  const { t } = useTranslation()
  const captioners = useSession(({ state }) => state?.captions.captioners ?? nobody)
  return (
    <Stack component="section" gap="xs">
      <div>
        <Title order={3} size="h5">
          {t('panels.captions.captioners')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('panels.captions.captionersHint')}
        </Text>
      </div>
      <ul className={classes.list} aria-label={t('panels.captions.captioners')}>
        {captioners.map((participantId) => (
          <li key={participantId}>
            <Captioner participantId={participantId} />
          </li>
        ))}
      </ul>
      <Appoint appointed={captioners} />
    </Stack>
  )
}

function Captioner({ participantId }: { participantId: ParticipantId }) {
  const { t } = useTranslation()
  const isWriting = useSession(({ state }) => state?.captions.writerId === participantId)
  const dismiss = useCommand('captions.dismiss')
  return (
    <AppointedRow
      participantId={participantId}
      doing={isWriting ? t('panels.captions.writing') : null}
      dismissLabel={(name) => t('panels.captions.dismissName', { name })}
      isDismissing={dismiss.isPending}
      onDismiss={() => void dismiss({ participantId })}
    />
  )
}

function Appoint({ appointed }: { appointed: readonly ParticipantId[] }) {
  const { t } = useTranslation()
  const appoint = useCommand('captions.appoint')
  return (
    <AppointSelect
      label={t('panels.captions.appoint')}
      appointed={appointed}
      isPending={appoint.isPending}
      onAppoint={(participantId) => void appoint({ participantId })}
    />
  )
}
