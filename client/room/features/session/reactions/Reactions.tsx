// The five signs one may give without a word: in the toolbar, on a phone under “Thêm”.
import { Button, Group, Menu, Text } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { consultationOf } from '../../../../../shared/modules/consultation/contract.ts'
import { mayReact } from '../../../../../shared/modules/reactions/contract.ts'
import { Reaction } from '../../../../../shared/wire/engine/socket-events.ts'
import { useLiveSession } from '../../../../live/session/live-session-context.ts'
import { meIn, personIn, unknownName } from '../../../../live/session/selectors.ts'
import { type SessionSnapshot, sessionStore, useSession } from '../../../../live/session/store.ts'
import { reactionIcons } from '../../../../live/stage/reaction-icons.ts'
import { ToolbarButton } from '../../../frame/ToolbarButton.tsx'

function mayIReact(session: SessionSnapshot): boolean {
  const me = meIn(session)
  if (!me || !session.state) return false
  const { reactions, consultation } = session.state
  return mayReact(reactions.allowedTo, me.role) && !consultationOf(consultation, me.participantId)
}

export function ReactionButton() {
  const { t } = useTranslation()
  const live = useLiveSession()
  const [isOpen, setOpen] = useState(false)
  if (!useSession(mayIReact)) return null
  return (
    <Menu opened={isOpen} onChange={setOpen} position="top" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ToolbarButton icon={IconMoodSmile} label={t('hearing.react')} onClick={() => setOpen(!isOpen)} />
      </Menu.Target>
      <Menu.Dropdown>
        {Reaction.options.map((reaction) => {
          const Icon = reactionIcons[reaction]
          return (
            <Menu.Item
              key={reaction}
              leftSection={<Icon size={20} aria-hidden />}
              onClick={() => live.tell({ type: 'reaction', reaction })}
            >
              {t(`reaction.${reaction}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

export function ReactionChoices({ onChosen }: { onChosen: () => void }) {
  const { t } = useTranslation()
  const live = useLiveSession()
  if (!useSession(mayIReact)) return null
  return (
    <>
      <Text fw={600} mb={-8}>
        {t('hearing.react')}
      </Text>
      <Group gap="xs">
        {Reaction.options.map((reaction) => {
          const Icon = reactionIcons[reaction]
          return (
            <Button
              key={reaction}
              variant="default"
              leftSection={<Icon size={20} aria-hidden />}
              onClick={() => {
                live.tell({ type: 'reaction', reaction })
                onChosen()
              }}
            >
              {t(`reaction.${reaction}`)}
            </Button>
          )
        })}
      </Group>
    </>
  )
}

/** For a screen reader: who gave which sign last. */
export function useLatestReaction(): string {
  const { t } = useTranslation()
  const reactions = useSession(({ live }) => live.reactions)
  const before = useRef(reactions)
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    const known = before.current
    before.current = reactions
    const session = sessionStore.getState()
    for (const { participantId } of Object.values(session.state?.admission.participants ?? {})) {
      const latest = reactions[participantId]
      if (!latest || latest.count === known[participantId]?.count) continue
      const name = personIn(session, participantId)?.name ?? unknownName
      setSentence(t('hearing.reacted', { name, reaction: t(`reaction.${latest.reaction}`) }))
    }
  }, [reactions, t])
  return sentence
}
