// What a reception settles: which agencies are called in, recording by the citizen, competence, a refusal explained, who speaks for a group.
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import classes from '../../frame/panel.module.css'
import { CalledSites } from './CalledSites.tsx'
import { Competence } from './Competence.tsx'
import { GroupForm } from './GroupForm.tsx'
import { Protection } from './Protection.tsx'
import { RefusalForm } from './RefusalForm.tsx'

export function VisitPanel() {
  return (
    <div className={classes.panel}>
      <Protection />
      <CalledSites />
      <OwnRecording />
      <Competence />
      <RefusalForm />
      <GroupForm />
    </div>
  )
}

function OwnRecording() {
  const { t } = useTranslation()
  const isChair = useRole() === 'chair'
  const said = useSession(({ state }) => state?.visit.ownRecording ?? 'unsaid')
  const set = useCommand('visit.setOwnRecording')
  return (
    <Stack component="section" gap="xs">
      <Title order={3} size="h5">
        {t('panels.visit.ownRecording')}
      </Title>
      <Text>{t(`panels.visit.ownRecording.${said}`)}</Text>
      {isChair ? (
        <Group grow>
          <Button
            variant={said === 'allowed' ? 'filled' : 'default'}
            aria-pressed={said === 'allowed'}
            loading={set.isPending}
            onClick={() => void set({ isAllowed: true })}
          >
            {t('panels.visit.ownRecording.allow')}
          </Button>
          <Button
            variant={said === 'forbidden' ? 'filled' : 'default'}
            aria-pressed={said === 'forbidden'}
            loading={set.isPending}
            onClick={() => void set({ isAllowed: false })}
          >
            {t('panels.visit.ownRecording.forbid')}
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('panels.visit.ownRecording.byChair')}
        </Text>
      )}
    </Stack>
  )
}
