import { Pill, SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../shared/modules/chat/contract.ts'
import { useName } from '../../session/selectors.ts'
import classes from '../panels.module.css'

interface RecipientChoiceProps {
  recipient: Recipient
  onChange: (recipient: Recipient) => void
}

export function RecipientChoice({ recipient, onChange }: RecipientChoiceProps) {
  const { t } = useTranslation()
  const name = useName(recipient.to === 'one' ? recipient.participantId : null)
  if (recipient.to === 'one')
    return (
      <Text size="sm" mb="xs">
        {t('panels.chat.replyingTo')}{' '}
        <Pill
          size="md"
          withRemoveButton
          onRemove={() => onChange({ to: 'all' })}
          removeButtonProps={{ 'aria-label': t('panels.chat.endReply'), 'aria-hidden': false, tabIndex: 0 }}
        >
          {name}
        </Pill>
      </Text>
    )
  return (
    <SegmentedControl
      classNames={{ label: classes.segment }}
      fullWidth
      mb="xs"
      aria-label={t('panels.chat.recipient')}
      value={recipient.to}
      onChange={(to) => onChange({ to })}
      data={[
        { value: 'all', label: t('panels.chat.all') },
        { value: 'staff', label: t('panels.chat.staff') },
      ]}
    />
  )
}
