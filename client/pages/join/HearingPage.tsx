// The hearing: status on top, stage in the middle, panels beside or over it, one toolbar below.
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { isOver } from '../../../shared/modules/session/contract.ts'
import { isStateSecret } from '../../../shared/secrecy/levels.ts'
import { farewellFor } from '../../../shared/wire/farewells.ts'
import { CaptionBox } from '../../captions/CaptionBox.tsx'
import { CaptionStrip } from '../../captions/CaptionStrip.tsx'
import { FormOwner } from '../../forms/FormOwner.tsx'
import { useMedia } from '../../media/media-store.ts'
import { RoomWatermark } from '../../secrecy/RoomWatermark.tsx'
import { useRole } from '../../session/selectors.ts'
import { useSession } from '../../session/store.ts'
import type { LayoutChoice } from '../../stage/on-stage.ts'
import { PlaybackGate, RemoteAudio } from '../../stage/RemoteAudio.tsx'
import { Stage } from '../../stage/Stage.tsx'
import { AnnouncementBanner } from './AnnouncementBanner.tsx'
import { Announcer } from './Announcer.tsx'
import { AwaitedBanner } from './AwaitedBanner.tsx'
import { CameraBanner } from './CameraBanner.tsx'
import { ChairAwayBanner } from './ChairAwayBanner.tsx'
import { ChairChangedBanner } from './ChairChangedBanner.tsx'
import { ClosedNotice } from './ClosedNotice.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { ConsultationBanner } from './ConsultationBanner.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { EndedPage } from './EndedPage.tsx'
import { FloorBanner } from './FloorBanner.tsx'
import { HearingHeader } from './HearingHeader.tsx'
import { HearingToolbar } from './HearingToolbar.tsx'
import { InterpreterBanner } from './InterpreterBanner.tsx'
import styles from './join.module.css'
import { OwnLineBanner } from './OwnLineBanner.tsx'
import { OwnRecordingBanner } from './OwnRecordingBanner.tsx'
import { OwnStatement } from './OwnStatement.tsx'
import { PanelOffers } from './PanelOffers.tsx'
import { QuorumBanner } from './PresenceLine.tsx'
import { ProtectionBanner } from './ProtectionBanner.tsx'
import { RecordingAlarm } from './RecordingAlarm.tsx'
import { RecordingNotice } from './RecordingNotice.tsx'
import { SharingBanner } from './SharingBanner.tsx'
import { SidePanel } from './SidePanel.tsx'
import { SilenceBanner } from './SilenceBanner.tsx'
import { SoundCheckBanner } from './SoundCheckBanner.tsx'
import { SpeechBanner } from './SpeechBanner.tsx'
import { SpeechHint } from './SpeechHint.tsx'
import { useMyPanels } from './use-my-panels.ts'
import { useRemembered } from './use-remembered.ts'
import { useSoftMute } from './use-soft-mute.ts'
import { useStaffHelp } from './use-staff-help.ts'
import { useWakeLock } from './use-wake-lock.ts'

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
          <Stage layout={layout} pinned={pinned} onPin={setPinned} showsSelf={showsSelf} />
          <RoomWatermark />
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
