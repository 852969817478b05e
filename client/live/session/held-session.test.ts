import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { HeldSession } from './held-session.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

describe('the session state shown in a panel', () => {
  const source = createStore<SessionSnapshot>(() => emptySession)
  let panel: HeldSession
  let shown: number[]
  let stop: () => void
  const comes = (seq: number) => source.setState({ seq })

  beforeEach(() => {
    vi.useFakeTimers()
    source.setState(emptySession, true)
    panel = new HeldSession(source)
    shown = []
    stop = panel.subscribe(({ seq }) => shown.push(seq))
  })
  afterEach(() => {
    stop()
    panel.letGo()
    vi.useRealTimers()
  })

  it('is the current one while no pointer is in use', () => {
    comes(1)
    expect(panel.getState().seq).toBe(1)
    expect(shown).toEqual([1])
  })

  it('is frozen between press and click; after the click it is updated once', () => {
    panel.pressed()
    comes(1)
    comes(2)
    vi.advanceTimersByTime(1000)
    expect(panel.getState().seq).toBe(0)
    panel.released()
    expect(panel.getState().seq).toBe(0)
    panel.letGo()
    expect(panel.getState().seq).toBe(2)
    expect(shown).toEqual([2])
  })

  it('is updated after a press without a click, for example scrolling', () => {
    panel.pressed()
    comes(1)
    panel.released()
    vi.advanceTimersByTime(400)
    expect(shown).toEqual([1])
  })

  it('is frozen while a pointer moves, and updated when it rests', () => {
    panel.moved()
    comes(1)
    vi.advanceTimersByTime(300)
    panel.moved()
    vi.advanceTimersByTime(399)
    expect(shown).toEqual([])
    vi.advanceTimersByTime(1)
    expect(shown).toEqual([1])
  })

  it('is at most two seconds old under a pointer that keeps moving', () => {
    comes(1)
    for (let passed = 0; passed < 10_000; passed += 100) {
      panel.moved()
      comes(source.getState().seq + 1)
      vi.advanceTimersByTime(100)
      expect(source.getState().seq - panel.getState().seq).toBeLessThanOrEqual(20)
    }
    expect(shown.length).toBeGreaterThanOrEqual(5)
  })

  it('is updated when the end of a press is never reported', () => {
    panel.pressed()
    comes(1)
    vi.advanceTimersByTime(10_000)
    expect(shown).toEqual([1])
    comes(2)
    expect(shown).toEqual([1, 2])
  })

  it('is not notified when nothing changed while it was frozen', () => {
    panel.pressed()
    panel.letGo()
    expect(shown).toEqual([])
  })
})
