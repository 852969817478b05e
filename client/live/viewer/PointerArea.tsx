// The page with what lies over it: where the presenter points.
import { type PointerEvent, type ReactNode, useEffect, useMemo } from 'react'
import { createThrottle } from './throttle.ts'
import styles from './viewer.module.css'

export interface Spot {
  readonly x: number
  readonly y: number
}

interface PointerAreaProps {
  children: ReactNode
  /** Where the presenter points; null: nowhere. */
  spot: Spot | null
  /** The presenter's own hand moves here; null: away. */
  onPoint?: ((spot: Spot | null) => void) | undefined
}

/** Often enough for the eye, seldom enough for a phone. */
const everyMs = 60

export function PointerArea({ children, spot, onPoint }: PointerAreaProps) {
  const throttle = useMemo(() => onPoint && createThrottle(onPoint, everyMs), [onPoint])
  useEffect(() => () => throttle?.stop(), [throttle])
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    throttle?.call({ x: share(clientX - left, width), y: share(clientY - top, height) })
  }
  return (
    <div
      className={styles.page}
      data-points={onPoint ? true : undefined}
      {...(throttle && {
        onPointerMove: point,
        onPointerLeave: () => throttle.call(null),
        onPointerCancel: () => throttle.call(null),
      })}
    >
      {children}
      {spot && (
        <span
          className={styles.spot}
          data-spot
          style={{ left: `${spot.x * 100}%`, top: `${spot.y * 100}%` }}
          aria-hidden
        />
      )}
    </div>
  )
}

/** To a thousandth: finer than any pointer is seen. */
const share = (part: number, whole: number): number => Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 1000
