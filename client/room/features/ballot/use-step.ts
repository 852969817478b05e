// Steps that replace each other in one place: the focus follows, and a second tap meant for the step before does nothing.
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Takes the focus when it appears. */
export function useFocusOnMount<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}

const doubleTapMs = 700

/** False for a moment after it appears: a trembling finger must not confirm what it has only just chosen. */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), doubleTapMs)
    return () => clearTimeout(timer)
  }, [])
  return isArmed
}
