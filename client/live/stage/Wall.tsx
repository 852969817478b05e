// The wall: everybody alike, 25 to a page, in an order that nothing changes. On a second screen the pages turn by themselves.
import { ActionIcon } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/kernel/ids.ts'
import { bestColumns, pagesOf } from './on-stage.ts'
import styles from './stage.module.css'
import { Tile } from './Tile.tsx'

/** Below this a face and a name cannot be read: the grid scrolls instead. */
const smallestTileWidth = 220
/** As in the style sheet. */
const gap = 8

interface WallProps {
  tiles: readonly ParticipantId[]
  /** Nobody turns the pages: each is shown this long. */
  turnsEveryMs?: number
}

export function Wall({ tiles, turnsEveryMs }: WallProps) {
  const pages = pagesOf(tiles)
  const [wanted, setWanted] = useState(0)
  const page = Math.min(wanted, pages.length - 1)
  const count = pages.length
  useEffect(() => {
    if (turnsEveryMs === undefined || count === 1) return
    const timer = setInterval(() => setWanted((now) => (now + 1) % count), turnsEveryMs)
    return () => clearInterval(timer)
  }, [turnsEveryMs, count])
  return (
    <div className={styles.wall}>
      <Grid tiles={pages[page] ?? []} mayScroll={turnsEveryMs === undefined} />
      {count > 1 && <Pages page={page} count={count} onTurn={turnsEveryMs === undefined ? setWanted : null} />}
    </div>
  )
}

function Grid({ tiles, mayScroll }: { tiles: readonly ParticipantId[]; mayScroll: boolean }) {
  const { t } = useTranslation()
  const { ref, width, height } = useElementSize<HTMLUListElement>()
  const smallest = mayScroll ? Math.min(width, smallestTileWidth) : 0
  const most = mayScroll ? Math.max(1, Math.floor(width / smallestTileWidth)) : tiles.length
  const columns = Math.max(1, Math.min(most, bestColumns(tiles.length, width, height)))
  const rows = Math.ceil(tiles.length / columns)
  const fitting = Math.min((width + gap) / columns - gap, (((height + gap) / rows - gap) * 16) / 9)
  const tileWidth = Math.floor(Math.max(0, fitting, smallest - gap))
  return (
    <ul
      ref={ref}
      className={styles.grid}
      aria-label={t('stage.everybody')}
      style={{ gridTemplateColumns: `repeat(${columns}, ${tileWidth}px)` }}
    >
      {tiles.map((id) => (
        <li key={id}>
          <Tile participantId={id} />
        </li>
      ))}
    </ul>
  )
}

interface PagesProps {
  page: number
  count: number
  /** null: the pages turn by themselves. */
  onTurn: ((page: number) => void) | null
}

function Pages({ page, count, onTurn }: PagesProps) {
  const { t } = useTranslation()
  return (
    <nav className={styles.pages} aria-label={t('stage.pages')}>
      {onTurn && (
        <ActionIcon
          variant="default"
          size={44}
          disabled={page === 0}
          aria-label={t('stage.previousPage')}
          onClick={() => onTurn(page - 1)}
        >
          <IconChevronLeft aria-hidden />
        </ActionIcon>
      )}
      <span>{t('stage.page', { page: page + 1, count })}</span>
      {onTurn && (
        <ActionIcon
          variant="default"
          size={44}
          disabled={page === count - 1}
          aria-label={t('stage.nextPage')}
          onClick={() => onTurn(page + 1)}
        >
          <IconChevronRight aria-hidden />
        </ActionIcon>
      )}
    </nav>
  )
}
