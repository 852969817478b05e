// Written messages of those inside: to all, to staff, to a site, and from staff to one person.
import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import type { Recipient } from '../../../../shared/modules/chat/contract.ts'
import { isStateSecret } from '../../../../shared/secrecy/levels.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { Composer } from './Composer.tsx'
import classes from './chat.module.css'
import { MessageLog } from './MessageLog.tsx'
import { RecipientChoice } from './RecipientChoice.tsx'
import { useMarkRead, useMessages } from './use-messages.ts'

export function ChatPanel() {
  const { t } = useTranslation()
  const messages = useMessages()
  const role = useRole()
  const isStaff = role === 'chair' || role === 'secretary'
  // What is not meant for all must not go to all by a slip: who is not staff writes to staff unless they choose otherwise.
  const [recipient, setRecipient] = useState<Recipient>({ to: isStaff ? 'all' : 'staff' })
  const isSealed = useSession(({ state }) => state?.session.status === 'sealed')
  const isSecret = useSession(({ state }) => state !== null && isStateSecret(state.session.secrecy))
  const markRead = useMarkRead()
  useEffect(() => markRead(messages), [markRead, messages])

  const replyTo = (participantId: ParticipantId) => setRecipient({ to: 'one', participantId })
  return (
    <div className={classes.chat}>
      <MessageLog messages={messages} empty={t('panels.chat.empty')} onReply={isStaff && !isSealed ? replyTo : null} />
      {isSecret && <Text p="sm">{t('secrecy.noChat')}</Text>}
      {!isSealed && !isSecret && (
        <div>
          <RecipientChoice recipient={recipient} onChange={setRecipient} />
          <Composer recipient={recipient} />
        </div>
      )}
    </div>
  )
}
