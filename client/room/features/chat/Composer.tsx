import { ActionIcon, Group, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../../shared/modules/chat/contract.ts'
import { sendOn } from '../../../base/ui/dialogs/send-key.ts'
import { useKeptText } from '../../../base/ui/forms/use-kept-text.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const LONGEST_MESSAGE = 2000

export function Composer({ recipient }: { recipient: Recipient }) {
  const { t } = useTranslation()
  const [text, write, kept] = useKeptText('chat')
  const post = useCommand('chat.post')

  async function send() {
    if (text.trim() === '' || post.isPending) return
    const { ok } = await post({ recipient, text })
    if (ok) kept.empty()
  }

  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <Textarea
        flex={1}
        size="md"
        aria-label={t('panels.chat.write')}
        placeholder={t('panels.chat.write')}
        maxLength={LONGEST_MESSAGE}
        autosize
        minRows={1}
        maxRows={5}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={sendOn('enter', () => void send())}
      />
      <ActionIcon
        size={44}
        aria-label={t('panels.send')}
        disabled={text.trim() === ''}
        loading={post.isPending}
        onClick={() => void send()}
      >
        <IconSend size={22} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
