// For the waiting page: words to the chair and the secretary, and their answers. Nobody else reads them.
import { useTranslation } from 'react-i18next'
import { Composer } from './Composer.tsx'
import classes from './chat.module.css'
import { MessageLog } from './MessageLog.tsx'
import { useMessages } from './use-messages.ts'

export function WaitingChat() {
  const { t } = useTranslation()
  const messages = useMessages()
  return (
    <section className={classes.waiting} aria-label={t('panels.chat.withStaff')}>
      <MessageLog messages={messages} empty={t('panels.chat.waitingEmpty')} onReply={null} />
      <Composer recipient={{ to: 'staff' }} />
    </section>
  )
}
