// A photograph with the frame of its sheet: the corners are dragged with a finger or moved with the arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useObjectUrl } from '../ui/use-object-url.ts'
import { withCorner } from './corners.ts'
import type { Photograph } from './picture.ts'
import classes from './scan.module.css'
import { isSheet } from './sheet.ts'

const indices = [0, 1, 2, 3] as const
const step = 0.005
const longStep = 0.04
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface SheetCornersProps {
  file: Photograph['file']
  corners: Photograph['corners']
  /** The text that says which keys move a corner. */
  hint: string
  onChange: (move: (before: Photograph['corners']) => Photograph['corners']) => void
}

export function SheetCorners({ file, corners, hint, onChange }: SheetCornersProps) {
  const { t } = useTranslation()
  const url = useObjectUrl(file)
  const frame = useRef<HTMLDivElement>(null)

  function drag(index: number, { currentTarget, pointerId, clientX, clientY }: PointerEvent<HTMLButtonElement>) {
    const box = frame.current?.getBoundingClientRect()
    if (!box || !currentTarget.hasPointerCapture(pointerId)) return
    const place = { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
    onChange((before) => withCorner(before, index, place))
  }

  function press(index: number, event: KeyboardEvent) {
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    const by = event.shiftKey ? longStep : step
    onChange((before) => {
      const { x = 0, y = 0 } = before[index] ?? {}
      return withCorner(before, index, { x: x + direction[0] * by, y: y + direction[1] * by })
    })
  }

  return (
    <div className={classes.frame}>
      <div ref={frame} className={classes.photograph} data-crossing={isSheet(corners) ? undefined : ''}>
        <img src={url} alt="" draggable={false} />
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
        </svg>
        {indices.map((index) => (
          <button
            key={index}
            type="button"
            className={classes.corner}
            style={{ left: `${(corners[index].x ?? 0) * 100}%`, top: `${(corners[index].y ?? 0) * 100}%` }}
            aria-label={t(`scan.corner.${index}`)}
            aria-describedby={hint}
            onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
            onPointerMove={(event) => drag(index, event)}
            onKeyDown={(event) => press(index, event)}
          />
        ))}
      </div>
    </div>
  )
}
