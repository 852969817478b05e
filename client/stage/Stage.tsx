// The stage: one participant large with the others in a strip, or everybody in a grid. Roles and sites are on each tile.
import { useElementSize } from '@mantine/hooks'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { ParticipantId } from '../../shared/kernel/ids.ts'
import { useSession } from '../session/store.ts'
import { bestColumns, largeOne, onStage } from './on-stage.ts'
import styles from './stage.module.css'
import { Tile } from './Tile.tsx'

export type StageLayout = 'speaker' | 'grid'

interface StageProps {
  layout: StageLayout
  pinned: ParticipantId | null
  onPin: (participantId: ParticipantId | null) => void
  showsSelf: boolean
}

export function Stage({ layout, pinned, onPin, showsSelf }: StageProps) {
  const { t } = useTranslation()
  const me = useSession((session) => session.me?.participantId ?? null)
  const tiles = useSession(useShallow(({ state }) => (state ? onStage(state, me) : [])))
  const large = useSession(
    ({ state, live }) => state && largeOne(state, { me, pinned, activeSpeaker: live.activeSpeaker }),
  )
  const choose = useCallback((id: ParticipantId) => onPin(id === pinned ? null : id), [onPin, pinned])
  const shown = tiles.filter((id) => id !== me || showsSelf || tiles.length === 1)
  if (tiles.length === 0) return <p className={styles.empty}>{t('stage.empty')}</p>
  if (layout === 'grid') return <Grid tiles={shown} />
  const strip = shown.length === 1 && shown[0] === large ? [] : shown
  return (
    <div className={styles.speaker}>
      <div className={styles.main}>{large && <Tile participantId={large} isLarge isPinned={large === pinned} />}</div>
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

/** Below this a face and a name cannot be read: the grid scrolls instead. */
const smallestTileWidth = 220

function Grid({ tiles }: { tiles: readonly ParticipantId[] }) {
  const { t } = useTranslation()
  const { ref, width, height } = useElementSize<HTMLUListElement>()
  const most = Math.max(1, Math.floor(width / smallestTileWidth))
  const columns = Math.min(most, bestColumns(tiles.length, width, height))
  const rows = Math.ceil(tiles.length / columns)
  const tileWidth = Math.max(Math.min(width / columns, ((height / rows) * 16) / 9), Math.min(width, smallestTileWidth))
  return (
    <ul
      ref={ref}
      className={styles.grid}
      aria-label={t('stage.everybody')}
      style={{ gridTemplateColumns: `repeat(${columns}, ${Math.floor(tileWidth) - 8}px)` }}
    >
      {tiles.map((id) => (
        <li key={id}>
          <Tile participantId={id} />
        </li>
      ))}
    </ul>
  )
}
