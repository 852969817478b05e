import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../base/i18n/format.ts'
import { useKeptText } from '../../../../base/ui/forms/use-kept-text.ts'
import { useSession } from '../../../../live/session/store.ts'
import { useCommand } from '../../../../live/session/use-command.ts'

const LONGEST_ANNOUNCEMENT = 500

export function AnnouncementControl() {
  const { t } = useTranslation()
  const format = useFormat()
  const title = useId()
  const standing = useSession(({ state }) => state?.announcement.standing ?? null)
  const [text, write, kept] = useKeptText('announcement')
  const post = useCommand('announcement.post')
  const takeDown = useCommand('announcement.takeDown')

  async function send() {
    const { ok } = await post({ text })
    if (ok) kept.empty()
  }

  return (
    <Stack component="section" gap="xs" aria-labelledby={title}>
      <Title order={3} size="h5" id={title}>
        {t('panels.room.announcement')}
      </Title>
      {standing && (
        <div>
          <Text style={{ whiteSpace: 'pre-line' }}>{standing.text}</Text>
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('panels.room.announcement.since', { time: format.time(standing.at) })}
            </Text>
            <Button variant="default" loading={takeDown.isPending} onClick={() => void takeDown({})}>
              {t('panels.room.announcement.takeDown')}
            </Button>
          </Group>
        </div>
      )}
      <Textarea
        aria-labelledby={title}
        description={t('panels.room.announcement.hint')}
        inputWrapperOrder={['input', 'description']}
        maxLength={LONGEST_ANNOUNCEMENT}
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Button variant="default" disabled={text.trim() === ''} loading={post.isPending} onClick={() => void send()}>
        {t(standing ? 'panels.room.announcement.replace' : 'panels.room.announcement.post')}
      </Button>
    </Stack>
  )
}
