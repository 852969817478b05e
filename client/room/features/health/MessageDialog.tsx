// A few words to one site, as a chat message to it alone: its page shows them large, and they stay in its messages.
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../../shared/kernel/ids.ts'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useName } from '../../../live/session/selectors.ts'
import { useCommand } from '../../../live/session/use-command.ts'

const longestMessage = 2000

export function MessageDialog({ participantId, onClose }: { participantId: ParticipantId; onClose: () => void }) {
  const { t } = useTranslation()
  const who = useName(participantId)
  const post = useCommand('chat.post')
  return (
    <TextDialog
      keptAs={`message.${participantId}`}
      title={t('panels.health.messageTo', { who })}
      label={t('panels.people.messageText')}
      submitLabel={t('panels.send')}
      maximumLength={longestMessage}
      onClose={onClose}
      onSubmit={async (text) => (await post({ recipient: { to: 'one', participantId }, text })).ok}
    />
  )
}
