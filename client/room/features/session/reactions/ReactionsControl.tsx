import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ReactionRights, reactions } from '../../../../../shared/modules/reactions/contract.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'
import classes from '../../../frame/panel.module.css'

export function ReactionsControl() {
  const { t } = useTranslation()
  const title = useId()
  const allowedTo = useSession(({ state }) => (state?.reactions ?? reactions.initial).allowedTo)
  const allow = useCommand('reactions.allow')
  return (
    <Stack component="section" gap="xs" aria-labelledby={title}>
      <Title order={3} size="h5" id={title}>
        {t('panels.room.reactions')}
      </Title>
      <SegmentedControl
        classNames={{ label: classes.segment }}
        fullWidth
        aria-labelledby={title}
        value={allowedTo}
        onChange={(value) => void allow({ to: ReactionRights.parse(value) })}
        data={ReactionRights.options.map((to) => ({ value: to, label: t(`panels.room.reactions.${to}`) }))}
      />
      <Text size="sm" c="dimmed">
        {t('panels.room.reactions.hint')}
      </Text>
    </Stack>
  )
}
