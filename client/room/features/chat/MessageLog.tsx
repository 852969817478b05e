import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { ChatMessage, Recipient } from '../../../../shared/modules/chat/contract.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { useName, useParticipant, useSiteName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from './chat.module.css'

const STEP = 100
/** Whoever has scrolled up further than this reads older messages, and is left in peace. */
const NEAR_THE_END_PX = 80

interface MessageLogProps {
  messages: readonly ChatMessage[]
  empty: string
  onReply: ((participantId: ParticipantId) => void) | null
}

export function MessageLog({ messages, empty, onReply }: MessageLogProps) {
  const { t } = useTranslation()
  const log = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const [limit, setLimit] = useState(STEP)
  const hidden = messages.length - limit

  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when there are more messages
  useEffect(() => {
    if (isAtEnd.current) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [messages.length])

  return (
    <div
      ref={log}
      role="log"
      aria-label={t('panels.chat.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={classes.log}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX
      }}
    >
      {messages.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {hidden > 0 && (
        <Button variant="subtle" fullWidth onClick={() => setLimit(limit + STEP)}>
          {t('panels.chat.older', { count: hidden })}
        </Button>
      )}
      {messages.slice(-limit).map((message) => (
        <Message key={message.messageId} message={message} onReply={onReply} />
      ))}
    </div>
  )
}

function Message({ message, onReply }: { message: ChatMessage; onReply: MessageLogProps['onReply'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { from, recipient, text, at } = message
  const isMine = useSession(({ me }) => me?.participantId === from)
  const role = useParticipant(from)?.role
  const sender = useName(from)
  const words = useRecipientWords(recipient)
  const isFromStaff = role === 'chair' || role === 'secretary'
  return (
    <article className={isMine ? `${classes.message} ${classes.own}` : classes.message}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600}>
          {isMine ? t('panels.chat.you') : role ? sender : t('panels.chat.staffMember')}
        </Text>
        <Text size="sm" c="dimmed">
          {format.time(at)}
        </Text>
      </Group>
      {words && (
        <Text size="sm" c="dimmed">
          {words}
        </Text>
      )}
      <Text className={classes.text}>{text}</Text>
      {onReply && !isMine && !isFromStaff && (
        <Button variant="subtle" aria-label={t('panels.chat.replyTo', { name: sender })} onClick={() => onReply(from)}>
          {t('panels.chat.reply')}
        </Button>
      )}
    </article>
  )
}

/** null: to all, which need not be said. */
function useRecipientWords(recipient: Recipient): string | null {
  const { t } = useTranslation()
  const me = useSession((session) => session.me?.participantId)
  const name = useName(recipient.to === 'one' ? recipient.participantId : null)
  const site = useSiteName(recipient.to === 'site' ? recipient.siteId : null)
  switch (recipient.to) {
    case 'all':
      return null
    case 'staff':
      return t('panels.chat.toStaff')
    case 'site':
      return t('panels.chat.toSite', { site: site ?? '' })
    case 'one':
      return recipient.participantId === me ? t('panels.chat.toYou') : t('panels.chat.toOne', { name })
  }
}
