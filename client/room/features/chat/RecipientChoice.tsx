import { NativeSelect, Pill, SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { SiteId } from '../../../../shared/kernel/ids.ts'
import type { Recipient } from '../../../../shared/modules/chat/contract.ts'
import { useName } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import classes from '../../frame/panel.module.css'
import { addressableSites } from './addressable-sites.ts'

interface RecipientChoiceProps {
  recipient: Recipient
  onChange: (recipient: Recipient) => void
}

type Choice = Exclude<Recipient, { to: 'one' }>

export function RecipientChoice({ recipient, onChange }: RecipientChoiceProps) {
  const { t } = useTranslation()
  const sites = useSession(useShallow(addressableSites))
  if (recipient.to === 'one') return <Replying recipient={recipient} onChange={onChange} />
  const choices = [
    { value: 'all', label: t('panels.chat.all') },
    { value: 'staff', label: t('panels.chat.staff') },
    ...sites.map(({ siteId, name }) => ({ value: siteId, label: name })),
  ]
  const common = {
    mb: 'xs',
    'aria-label': t('panels.chat.recipient'),
    value: recipient.to === 'site' ? recipient.siteId : recipient.to,
    data: choices,
  } as const
  const choose = (value: string) => onChange(choiceOf(value))
  // More than two do not fit beside each other in Vietnamese.
  return sites.length > 0 ? (
    <NativeSelect size="md" {...common} onChange={({ currentTarget }) => choose(currentTarget.value)} />
  ) : (
    <SegmentedControl classNames={{ label: classes.segment }} fullWidth {...common} onChange={choose} />
  )
}

function choiceOf(value: string): Choice {
  return value === 'all' || value === 'staff' ? { to: value } : { to: 'site', siteId: SiteId.parse(value) }
}

function Replying({
  recipient,
  onChange,
}: RecipientChoiceProps & {
  recipient: Extract<Recipient, { to: 'one' }>
}) {
  const { t } = useTranslation()
  const name = useName(recipient.participantId)
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
}
