// The stage in the layout the chair set, or the one this person chose: one large with the others in a strip, a wall, two sides.
// A shared screen and a document presented go before any of them.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { useSession } from '../session/store.ts'
import { type LayoutChoice, largeOne, layoutFor, onStage } from './on-stage.ts'
import { PresentedDocument, useIsPresenting } from './PresentedDocument.tsx'
import { SharedScreen } from './SharedScreen.tsx'
import { Sides } from './Sides.tsx'
import { screenSharer } from './screen-sharer.ts'
import styles from './stage.module.css'
import { Tile } from './Tile.tsx'
import { Wall } from './Wall.tsx'

interface StageProps {
  layout: LayoutChoice
  pinned: ParticipantId | null
  onPin: (participantId: ParticipantId | null) => void
  showsSelf: boolean
}

export function Stage({ layout: choice, pinned, onPin, showsSelf }: StageProps) {
  const { t } = useTranslation()
  const me = useSession((session) => session.me?.participantId ?? null)
  const layout = useSession(({ state }) => (state ? layoutFor(state, choice) : 'speaker'))
  const tiles = useSession(useShallow(({ state }) => (state ? onStage(state, me) : [])))
  const large = useSession(
    ({ state, live }) => state && largeOne(state, { me, pinned, activeSpeaker: live.activeSpeaker }),
  )
  const isPresenting = useIsPresenting()
  const choose = useCallback((id: ParticipantId) => onPin(id === pinned ? null : id), [onPin, pinned])
  const shown = tiles.filter((id) => id !== me || showsSelf || tiles.length === 1)
  const sharer = useSession(screenSharer)
  if (tiles.length === 0 && !isPresenting) return <p className={styles.empty}>{t('stage.empty')}</p>
  // A shared screen, or else a document presented, has the main place in every layout.
  const isShowing = sharer !== null || isPresenting
  if (layout === 'wall' && !isShowing) return <Wall tiles={shown} />
  if (layout === 'sides' && !isShowing) return <Sides pinned={pinned} />
  const strip = shown.length === 1 && shown[0] === large && !isShowing ? [] : shown
  return (
    <div className={styles.speaker}>
      <div className={styles.main}>
        {sharer ? (
          <SharedScreen participantId={sharer} />
        ) : isPresenting ? (
          <PresentedDocument />
        ) : (
          large && <Tile participantId={large} isLarge isPinned={large === pinned} />
        )}
      </div>
      {strip.length > 0 && (
        <ul className={styles.strip} aria-label={t('stage.everybody')}>
          {strip.map((id) => (
            <li key={id}>
              <Tile participantId={id} onChoose={choose} isPinned={id === pinned} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
