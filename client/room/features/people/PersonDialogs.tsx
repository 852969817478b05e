// The dialogs behind the acts that need words. The reason goes into the minutes, and the person reads it.
import { useTranslation } from 'react-i18next'
import { TextDialog } from '../../../base/ui/dialogs/TextDialog.tsx'
import { useName } from '../../../live/session/selectors.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import type { PersonAct } from './person-acts.ts'

const LONGEST_REASON = 300
const LONGEST_MESSAGE = 2000

export function PersonDialogs({ act, onClose }: { act: PersonAct; onClose: () => void }) {
  const { t } = useTranslation()
  const { kind, participantId } = act
  const name = useName(participantId)
  const refuse = useCommand('admission.refuse')
  const returnToWaiting = useCommand('admission.returnToWaiting')
  const remove = useCommand('admission.remove')
  const post = useCommand('chat.post')

  if (kind === 'message')
    return (
      <TextDialog
        keptAs={`message.${participantId}`}
        title={t('panels.people.messageTo', { name })}
        label={t('panels.people.messageText')}
        submitLabel={t('panels.send')}
        maximumLength={LONGEST_MESSAGE}
        onClose={onClose}
        onSubmit={async (text) => (await post({ recipient: { to: 'one', participantId }, text })).ok}
      />
    )

  const send = { refuse, returnToWaiting, remove }[kind]
  return (
    <TextDialog
      keptAs={`person-${kind}.${participantId}`}
      title={t(`panels.people.${kind}.title`, { name })}
      label={t('dialog.reason')}
      description={t(`panels.people.${kind}.hint`)}
      submitLabel={t(`panels.people.${kind}`)}
      submitColor="red"
      maximumLength={LONGEST_REASON}
      onClose={onClose}
      onSubmit={async (reason) => (await send({ participantId, reason })).ok}
    />
  )
}
