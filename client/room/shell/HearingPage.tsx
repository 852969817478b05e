// The hearing: status on top, stage in the middle, panels beside or over it, one toolbar below.
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { farewellFor } from '../../../shared/wire/engine/farewells.ts'
import { FormOwner } from '../../base/ui/forms/FormOwner.tsx'
import { useRemembered } from '../../base/ui/use-remembered.ts'
import { useWakeLock } from '../../base/ui/use-wake-lock.ts'
import { useMedia } from '../../live/media/media-store.ts'
import { useRole } from '../../live/session/selectors.ts'
import { useSession } from '../../live/session/store.ts'
import type { LayoutChoice } from '../../live/stage/on-stage.ts'
import { PlaybackGate, RemoteAudio } from '../../live/stage/RemoteAudio.tsx'
import { Stage } from '../../live/stage/Stage.tsx'
import { CurrentItem } from '../features/agenda/CurrentItem.tsx'
import { CaptionBox } from '../features/captions/CaptionBox.tsx'
import { CaptionStrip } from '../features/captions/CaptionStrip.tsx'
import { SpeechBanner } from '../features/captions/SpeechBanner.tsx'
import { ConsultationBanner } from '../features/consultation/ConsultationBanner.tsx'
import { FloorBanner } from '../features/floor/FloorBanner.tsx'
import { SilenceBanner } from '../features/floor/SilenceBanner.tsx'
import { SpeechHint } from '../features/floor/SpeechHint.tsx'
import { useSoftMute } from '../features/floor/use-soft-mute.ts'
import { OwnLineBanner } from '../features/health/OwnLineBanner.tsx'
import { useStaffHelp } from '../features/health/use-staff-help.ts'
import { InterpreterBanner } from '../features/interpretation/InterpreterBanner.tsx'
import { AwaitedBanner } from '../features/people/AwaitedBanner.tsx'
import { QuorumBanner } from '../features/rollcall/PresenceLine.tsx'
import { AnnouncementBanner } from '../features/session/announcement/AnnouncementBanner.tsx'
import { CameraBanner } from '../features/session/camera/CameraBanner.tsx'
import { ChairAwayBanner } from '../features/session/chair/ChairAwayBanner.tsx'
import { ChairChangedBanner } from '../features/session/chair/ChairChangedBanner.tsx'
import { RecordingAlarm } from '../features/session/recording/RecordingAlarm.tsx'
import { RecordingNotice } from '../features/session/recording/RecordingNotice.tsx'
import { SoundCheckBanner } from '../features/session/sound-check/SoundCheckBanner.tsx'
import { SharingBanner } from '../features/sharing/SharingBanner.tsx'
import { SignedStage } from '../features/sign-language/SignedStage.tsx'
import { SignInterpreterBanner } from '../features/sign-language/SignInterpreterBanner.tsx'
import { OwnStatement } from '../features/statement/signing/OwnStatement.tsx'
import { OwnRecordingBanner } from '../features/visit/OwnRecordingBanner.tsx'
import { ProtectionBanner } from '../features/visit/ProtectionBanner.tsx'
import { Announcer } from './Announcer.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { ClosedNotice } from './ended/ClosedNotice.tsx'
import { EndedPage } from './ended/EndedPage.tsx'
import { HearingHeader } from './HearingHeader.tsx'
import styles from './room.module.css'
import { SessionWatermark } from './SessionWatermark.tsx'
import { PanelOffers } from './side-panel/PanelOffers.tsx'
import { SidePanel } from './side-panel/SidePanel.tsx'
import { useMyPanels } from './side-panel/use-my-panels.ts'
import { HearingToolbar } from './toolbar/HearingToolbar.tsx'

export function HearingPage() {
  const role = useRole()
  const isSessionOver = useSession(({ state }) => state !== null && isOver(state.session.status))
  const isStaff = role === 'chair' || role === 'secretary'
  const owner = useSession(({ state, me }) => `${state?.session.sessionId}.${me?.participantId}`)
  const isSecret = useSession(({ state }) => state !== null && isStateSecret(state.session.secrecy))
  // Staff stay: the minutes can still be completed. For all others the hearing has ended.
  return isSessionOver && !isStaff ? (
    <EndedPage farewell={farewellFor('over')} />
  ) : (
    <FormOwner owner={owner} isSecret={isSecret}>
      <Room isSessionOver={isSessionOver} />
    </FormOwner>
  )
}

const wide = '(min-width: 62em)'

function Room({ isSessionOver }: { isSessionOver: boolean }) {
  const { t } = useTranslation()
  const panels = useMyPanels()
  const isWide = useMediaQuery(wide, window.matchMedia(wide).matches, { getInitialValueInEffect: false })
  const [openPanel, setOpenPanel] = useState<string | null>(null)
  const [layout, setLayout] = useRemembered<LayoutChoice>('diemcau.layout', 'follow')
  const [showsSelf, setShowsSelf] = useRemembered('diemcau.showsSelf', true)
  const [pinned, setPinned] = useState<ParticipantId | null>(null)
  const toggle = useCallback((id: string) => setOpenPanel((open) => (open === id ? null : id)), [])
  const panel = panels.find(({ id }) => id === openPanel) ?? null
  const isFrozen = useMedia((media) => media.path === 'interrupted')
  useWakeLock()
  useSoftMute()
  useTitle()
  useStaffHelp()
  return (
    <div className={styles.room}>
      <a className={styles.skip} href="#toolbar">
        {t('hearing.skipToControls')}
      </a>
      <HearingHeader />
      <div>
        <ConnectionBanner />
        <OwnLineBanner />
        <AwaitedBanner />
        <ChairAwayBanner />
        <ChairChangedBanner />
        <CurrentItem />
        <AnnouncementBanner />
        <ConsultationBanner />
        <OwnStatement />
        <ProtectionBanner />
        <OwnRecordingBanner />
        <InterpreterBanner />
        <SignInterpreterBanner />
        <FloorBanner />
        <SilenceBanner />
        <SoundCheckBanner />
        <SharingBanner />
        <QuorumBanner />
        <CameraBanner />
        <RecordingAlarm />
        <SpeechBanner />
        <PanelOffers panels={panels} openPanel={openPanel} onOpen={setOpenPanel} />
        {isSessionOver && <ClosedNotice />}
        <CaptionStrip place="above" />
      </div>
      <div className={styles.middle}>
        <main className={styles.stage} aria-label={t('hearing.stage')} data-frozen={isFrozen || undefined}>
          <SignedStage>
            <Stage layout={layout} pinned={pinned} onPin={setPinned} showsSelf={showsSelf} />
          </SignedStage>
          <SessionWatermark />
        </main>
        {panel && <SidePanel panel={panel} isWide={isWide} onClose={() => setOpenPanel(null)} />}
      </div>
      <div>
        <CaptionStrip place="below" />
        <CaptionBox />
      </div>
      <SpeechHint />
      <HearingToolbar
        panels={panels}
        openPanel={openPanel}
        onTogglePanel={toggle}
        isWide={isWide}
        view={{ layout, setLayout, showsSelf, setShowsSelf }}
      />
      <RemoteAudio />
      <PlaybackGate />
      <RecordingNotice />
      <Announcer />
    </div>
  )
}

function useTitle() {
  const title = useSession(({ state }) => state?.session.title ?? '')
  useEffect(() => {
    document.title = `${title} – Điểm Cầu`
  }, [title])
}
