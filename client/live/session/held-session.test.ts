import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { HeldSession } from './held-session.ts'
import { emptySession, type SessionSnapshot } from './store.ts'

describe('what a panel shows of the session', () => {
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

  it('is the session itself while nobody points at it', () => {
    comes(1)
    expect(panel.getState().seq).toBe(1)
    expect(shown).toEqual([1])
  })

  it('does not change between pressing and the click; the click brings what came meanwhile, once', () => {
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

  it('comes up to date when a press became no click, as when a finger scrolled', () => {
    panel.pressed()
    comes(1)
    panel.released()
    vi.advanceTimersByTime(400)
    expect(shown).toEqual([1])
  })

  it('keeps still while a pointer moves towards something, and goes on when it rests', () => {
    panel.moved()
    comes(1)
    vi.advanceTimersByTime(300)
    panel.moved()
    vi.advanceTimersByTime(399)
    expect(shown).toEqual([])
    vi.advanceTimersByTime(1)
    expect(shown).toEqual([1])
  })

  it('is two seconds old at most under a pointer that never rests', () => {
    comes(1)
    for (let passed = 0; passed < 10_000; passed += 100) {
      panel.moved()
      comes(source.getState().seq + 1)
      vi.advanceTimersByTime(100)
      expect(source.getState().seq - panel.getState().seq).toBeLessThanOrEqual(20)
    }
    expect(shown.length).toBeGreaterThanOrEqual(5)
  })

  it('goes on when the end of a press was never told', () => {
    panel.pressed()
    comes(1)
    vi.advanceTimersByTime(10_000)
    expect(shown).toEqual([1])
    comes(2)
    expect(shown).toEqual([1, 2])
  })

  it('says nothing when nothing came while it was held', () => {
    panel.pressed()
    panel.letGo()
    expect(shown).toEqual([])
  })
})
