// Everything one does in a hearing: microphone, camera, the hand, panels, settings, leaving. Icons always have words.

import { useElementSize } from '@mantine/hooks'
import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver } from '../../../../shared/modules/session/contract.ts'
import { useDeviceSwitches } from '../../../live/devices/use-device-switches.ts'
import { useIsInterpreter } from '../../../live/session/interpreter.ts'
import { useRole } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { HandButton, useHand } from '../../features/floor/HandButton.tsx'
import { useWhyUnheard } from '../../features/floor/use-why-unheard.ts'
import { ReactionButton } from '../../features/session/reactions/Reactions.tsx'
import type { Panel } from '../../frame/panel.ts'
import { ToolbarButton } from '../../frame/ToolbarButton.tsx'
import styles from '../../frame/toolbar.module.css'
import { fittingPanels } from './fitting-panels.ts'
import { LeaveButton } from './LeaveButton.tsx'
import { MoreMenu, type ViewSettings } from './MoreMenu.tsx'
import { PanelBadge } from './PanelBadge.tsx'
import { ShortcutsHelp } from './ShortcutsHelp.tsx'
import { useShortcuts } from './use-shortcuts.ts'

interface HearingToolbarProps {
  panels: readonly Panel[]
  openPanel: string | null
  onTogglePanel: (id: string) => void
  isWide: boolean
  view: ViewSettings
}

export function HearingToolbar({ panels, openPanel, onTogglePanel, isWide, view }: HearingToolbarProps) {
  const { t } = useTranslation()
  const role = useRole()
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const isInterpreter = useIsInterpreter()
  const sends = role !== 'observer' && !isSessionOver
  // An observer who interprets has a voice and no picture.
  const speaks = sends || (isInterpreter && !isSessionOver)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const switches = useDeviceSwitches()
  const hand = useHand()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const otherTools = 2 + (speaks ? 1 : 0) + (sends ? 1 : 0) + (hand ? 1 : 0) + (isWide ? 1 : 0)
  // Until it is measured, the toolbar is as wide as the page. What does not fit is under “Thêm”.
  const inBar = fittingPanels(panels, { width: width || window.innerWidth, isWide, otherTools })
  const inMenu = panels.filter((panel) => !inBar.includes(panel))
  useShortcuts({
    m: () => speaks && switches.toggleMicrophone(),
    v: () => sends && switches.toggleCamera(),
    h: () => hand?.act(),
    c: () => onTogglePanel('chat'),
    '?': () => setHelpOpen(true),
  })
  return (
    <footer id="toolbar" className={styles.toolbar}>
      <div ref={ref} className={styles.tools} role="toolbar" aria-label={t('hearing.controls')} onKeyDown={moveAlong}>
        {speaks && <MicrophoneButton {...switches} />}
        {sends && <CameraButton {...switches} />}
        <HandButton hand={hand} />
        {isWide && <ReactionButton />}
        {inBar.map((panel) => (
          <PanelButton key={panel.id} panel={panel} isOpen={panel.id === openPanel} onToggle={onTogglePanel} />
        ))}
        <MoreMenu
          panels={inMenu}
          onTogglePanel={onTogglePanel}
          view={view}
          isWide={isWide}
          onHelp={() => setHelpOpen(true)}
        />
        <LeaveButton />
      </div>
      <ShortcutsHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </footer>
  )
}

/** Arrows move along the toolbar; Tab visits each button too, as those expect who know no toolbars. */
function moveAlong({ key, currentTarget }: KeyboardEvent<HTMLElement>) {
  const buttons = [...currentTarget.querySelectorAll<HTMLElement>('button:enabled')]
  const here = buttons.indexOf(document.activeElement as HTMLElement)
  const places: Record<string, number> = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: -1 }
  const place = places[key]
  if (here >= 0 && place !== undefined) buttons.at(place % buttons.length)?.focus()
}

type Switches = ReturnType<typeof useDeviceSwitches>

function MicrophoneButton({ microphone, isMicrophoneOn, toggleMicrophone }: Switches) {
  const { t } = useTranslation()
  const whyUnheard = useWhyUnheard()
  const explanation = useId()
  const unheard = isMicrophoneOn ? whyUnheard : null
  const waits = unheard === 'turn' || unheard === 'channel'
  const why = microphone.problem
    ? t(`media.problem.${microphone.problem}`, { what: t('media.microphone') })
    : unheard && t(`hearing.unheard.${unheard}.why`)
  return (
    <>
      <ToolbarButton
        icon={isMicrophoneOn && (waits || !unheard) ? IconMicrophone : IconMicrophoneOff}
        label={
          unheard
            ? t(`hearing.unheard.${unheard}`)
            : t(isMicrophoneOn ? 'hearing.microphoneOn' : 'hearing.microphoneOff')
        }
        tone={isMicrophoneOn ? (unheard ? 'waiting' : 'on') : 'off'}
        isPressed={isMicrophoneOn}
        isPending={microphone.status === 'starting'}
        shortcut="M"
        {...(why !== null && { describedBy: explanation, tooltip: why })}
        onClick={toggleMicrophone}
      />
      <span id={explanation} hidden>
        {why}
      </span>
    </>
  )
}

function CameraButton({ camera, isCameraOn, toggleCamera }: Switches) {
  const { t } = useTranslation()
  const why = camera.problem && t(`media.problem.${camera.problem}`, { what: t('media.camera') })
  return (
    <ToolbarButton
      icon={isCameraOn ? IconVideo : IconVideoOff}
      label={t(isCameraOn ? 'hearing.cameraOn' : 'hearing.cameraOff')}
      tone={isCameraOn ? 'on' : 'off'}
      isPressed={isCameraOn}
      isPending={camera.status === 'starting'}
      shortcut="V"
      {...(why && { tooltip: why })}
      onClick={toggleCamera}
    />
  )
}

function PanelButton({ panel, isOpen, onToggle }: { panel: Panel; isOpen: boolean; onToggle: (id: string) => void }) {
  const { t } = useTranslation()
  return (
    <ToolbarButton
      icon={panel.icon}
      label={t(panel.titleKey)}
      badge={<PanelBadge panel={panel} />}
      isPressed={isOpen}
      {...(panel.id === 'chat' && { shortcut: 'C' })}
      onClick={() => onToggle(panel.id)}
    />
  )
}
