// What staff do for this page is told to its person: a message to them alone, or a restart of picture and sound.
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedia } from '../../../live/media/media-store.ts'
import { personIn, unknownName } from '../../../live/session/selectors.ts'
import { sessionStore, useSession } from '../../../live/session/store.ts'

const shownForMs = 30_000

export function useStaffHelp() {
  const { t } = useTranslation()
  const restarts = useMedia((media) => media.restarts)
  const message = useSession(({ state, me }) =>
    state?.chat.messages.findLast(
      ({ recipient }) => recipient.to === 'one' && recipient.participantId === me?.participantId,
    ),
  )
  // What was written before this page opened is in the messages.
  const known = useRef(message?.messageId)
  useEffect(() => {
    if (restarts > 0) notifications.show({ id: 'restart', message: t('hearing.restartAsked'), autoClose: shownForMs })
  }, [restarts, t])
  useEffect(() => {
    if (!message || message.messageId === known.current) return
    known.current = message.messageId
    const name = personIn(sessionStore.getState(), message.from)?.name ?? unknownName
    notifications.show({ title: t('hearing.messageFrom', { name }), message: message.text, autoClose: shownForMs })
  }, [message, t])
}
