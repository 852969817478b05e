// What staff may do with one person. The server’s rules decide; here only what cannot make sense is left out.
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconDoorExit,
  IconDotsVertical,
  IconHourglass,
  IconMaximize,
  IconMessage,
  IconMicrophone,
  IconMicrophoneOff,
  IconScreenShare,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IdentificationMethod, type Participant } from '../../../../shared/modules/admission/contract.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'
import { useGrantTime, useGrantTimeLabel } from '../../frame/grant-time.ts'
import type { PersonAct } from './person-acts.ts'

interface PersonMenuProps {
  participant: Participant
  name: string
  isMe: boolean
  onAct: (act: PersonAct) => void
}

export function PersonMenu({ participant, name, isMe, onAct }: PersonMenuProps) {
  const { t } = useTranslation()
  const { participantId, role, status } = participant
  const isInside = status === 'present' || status === 'lost'
  const isStaffMember = role === 'chair' || role === 'secretary'
  const askFor = (kind: PersonAct['kind']) => () => onAct({ kind, participantId })

  // The placeholder is a focusable child such as no menu may have; the first item takes the focus instead.
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('panels.people.actions', { name })}>
          <IconDotsVertical size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {status === 'present' && <OnStage participant={participant} />}
        {!isMe && (
          <Menu.Item leftSection={<IconMessage size={18} aria-hidden />} onClick={askFor('message')}>
            {t('panels.people.message')}
          </Menu.Item>
        )}
        <Identify participant={participant} />
        {!isStaffMember && status !== 'removed' && status !== 'withdrawn' && (
          <>
            <Menu.Divider />
            {isInside && (
              <Menu.Item leftSection={<IconHourglass size={18} aria-hidden />} onClick={askFor('returnToWaiting')}>
                {t('panels.people.returnToWaiting')}
              </Menu.Item>
            )}
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconDoorExit size={18} aria-hidden />}
              onClick={askFor('remove')}
            >
              {t('panels.people.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Where all are heard; by turns the floor is taken instead. */
function Silence({ participant: { participantId, role } }: { participant: Participant }) {
  const { t } = useTranslation()
  const isSilenced = useSession(({ state }) => state?.floor.silenced.includes(participantId) ?? false)
  const silence = useCommand('floor.silence')
  const endSilence = useCommand('floor.endSilence')
  if (role === 'chair' || role === 'secretary' || role === 'observer') return null
  const Icon = isSilenced ? IconMicrophone : IconMicrophoneOff
  return (
    <Menu.Item
      leftSection={<Icon size={18} aria-hidden />}
      onClick={() => void (isSilenced ? endSilence : silence)({ participantId })}
    >
      {t(isSilenced ? 'panels.people.endSilence' : 'panels.people.silence')}
    </Menu.Item>
  )
}

function OnStage({ participant }: { participant: Participant }) {
  const { participantId, role } = participant
  const { t } = useTranslation()
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const isByTurns = useSession(({ state }) => state?.floor.isByTurns ?? true)
  const hasFloor = useSession(({ state }) => state?.floor.holder?.participantId === participantId)
  const isSpotlit = useSession(({ state }) => state?.stage.spotlight === participantId)
  const grant = useCommand('floor.grant')
  const mayShare = useSession(({ state }) => state?.sharing.holder?.participantId === participantId)
  const spotlight = useCommand('stage.spotlight')
  const grantScreen = useCommand('sharing.grant')
  const limitSeconds = useGrantTime((time) => time.limitSeconds)
  const limitLabel = useGrantTimeLabel()
  return (
    <>
      {!isByTurns && <Silence participant={participant} />}
      {isByTurns && isOpen && !hasFloor && role !== 'observer' && (
        <Menu.Item
          leftSection={<IconMicrophone size={18} aria-hidden />}
          onClick={() => void grant({ participantId, ...(limitSeconds !== undefined && { limitSeconds }) })}
        >
          {t('panels.people.grant', { limit: limitLabel })}
        </Menu.Item>
      )}
      {!mayShare && role !== 'observer' && (
        <Menu.Item
          leftSection={<IconScreenShare size={18} aria-hidden />}
          onClick={() => void grantScreen({ participantId })}
        >
          {t('panels.people.grantScreen')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconMaximize size={18} aria-hidden />}
        onClick={() => void spotlight({ participantId: isSpotlit ? null : participantId })}
      >
        {t(isSpotlit ? 'panels.people.endSpotlight' : 'panels.people.spotlight')}
      </Menu.Item>
    </>
  )
}

function Identify({ participant: { participantId, identifiedBy } }: { participant: Participant }) {
  const { t } = useTranslation()
  const identify = useCommand('admission.identify')
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('panels.people.identify')}</Menu.Label>
      <Menu.RadioGroup
        value={identifiedBy}
        onChange={(value) => void identify({ participantId, method: IdentificationMethod.parse(value) })}
      >
        {IdentificationMethod.options.map((method) => (
          <Menu.RadioItem key={method} value={method} closeMenuOnClick>
            {t(`identifiedBy.${method}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
