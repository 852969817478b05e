// One photograph with the frame of its sheet: the corners are dragged with a finger or moved with the arrow keys.
import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useObjectUrl } from '../ui/use-object-url.ts'
import { withCorner } from './corners.ts'
import type { Photograph } from './picture.ts'
import classes from './scan.module.css'
import { isSheet, wholePicture } from './sheet.ts'

interface CornersStepProps {
  photograph: Photograph
  /** The corners were found, or set before. */
  isFound: boolean
  isNew: boolean
  isWorking: boolean
  onUse: (photograph: Photograph) => void
  onLeave: () => void
}

const indices = [0, 1, 2, 3] as const
const step = 0.005
const longStep = 0.04
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function CornersStep({ photograph, isFound, isNew, isWorking, onUse, onLeave }: CornersStepProps) {
  const { t } = useTranslation()
  const url = useObjectUrl(photograph.file)
  const [corners, setCorners] = useState(photograph.corners)
  const [isEvened, setEvened] = useState(photograph.isEvened)
  const frame = useRef<HTMLDivElement>(null)
  const hint = useId()
  const isRight = isSheet(corners)

  function drag(index: number, { currentTarget, pointerId, clientX, clientY }: PointerEvent<HTMLButtonElement>) {
    const box = frame.current?.getBoundingClientRect()
    if (!box || !currentTarget.hasPointerCapture(pointerId)) return
    const place = { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
    setCorners((before) => withCorner(before, index, place))
  }

  function press(index: number, event: KeyboardEvent) {
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    const by = event.shiftKey ? longStep : step
    setCorners((before) => {
      const { x = 0, y = 0 } = before[index] ?? {}
      return withCorner(before, index, { x: x + direction[0] * by, y: y + direction[1] * by })
    })
  }

  return (
    <Stack>
      <Text size="lg">{t(isFound ? 'scan.found' : 'scan.notFound')}</Text>
      <div className={classes.frame}>
        <div ref={frame} className={classes.photograph} data-crossing={isRight ? undefined : ''}>
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
      <Text id={hint} size="sm" c="dimmed" visibleFrom="sm">
        {t('scan.cornerKeys')}
      </Text>
      {!isRight && (
        <Text role="alert" c="var(--mantine-color-error)">
          {t('scan.crossing')}
        </Text>
      )}
      <Checkbox
        size="md"
        label={t('scan.even')}
        checked={isEvened}
        onChange={({ currentTarget: { checked } }) => setEvened(checked)}
      />
      <div className={classes.acts}>
        <Button size="lg" variant="default" onClick={() => setCorners(wholePicture({ width: 1, height: 1 }))}>
          {t('scan.whole')}
        </Button>
        <Button size="lg" variant="default" disabled={isWorking} onClick={onLeave}>
          {t(isNew ? 'scan.drop' : 'scan.back')}
        </Button>
      </div>
      <div className={`${classes.acts} ${classes.bottom}`}>
        <Button
          size="xl"
          leftSection={<IconCheck aria-hidden />}
          disabled={!isRight || isWorking}
          onClick={() => onUse({ ...photograph, corners, isEvened })}
        >
          {t('scan.use')}
        </Button>
      </div>
    </Stack>
  )
}
