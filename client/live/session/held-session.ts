// The session as a panel shows it: it keeps still while somebody aims at something in it or presses it, so that what they
// meant is what they hit (ADR 0070). Everything newer is shown as soon as they have clicked, or rest.
import type { ReadableSession, SessionSnapshot } from './store.ts'

/** A pointer that has not moved for so long is not aiming. */
const restMs = 400
/** Whoever moves about without end reads what is so old at most. */
const longestAimMs = 2000
/** Whose letting go was never told, as when another window came up. */
const longestPressMs = 10_000

export class HeldSession implements ReadableSession {
  readonly #source: ReadableSession
  /** null: nothing is held back. */
  #held: SessionSnapshot | null = null
  #isPressed = false
  #aimsSince = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<Parameters<ReadableSession['subscribe']>[0]>()

  constructor(source: ReadableSession) {
    this.#source = source
  }

  readonly getState = () => this.#held ?? this.#source.getState()
  readonly getInitialState = () => this.#source.getInitialState()

  readonly subscribe: ReadableSession['subscribe'] = (listener) => {
    const stop = this.#source.subscribe((state, previous) => {
      if (!this.#held) listener(state, previous)
    })
    this.#listeners.add(listener)
    return () => {
      stop()
      this.#listeners.delete(listener)
    }
  }

  moved() {
    if (this.#isPressed) return
    if (!this.#held) this.#aimsSince = Date.now()
    this.#hold()
    this.#letGoIn(Math.min(restMs, this.#aimsSince + longestAimMs - Date.now()))
  }

  pressed() {
    this.#isPressed = true
    this.#hold()
    this.#letGoIn(longestPressMs)
  }

  /** The click that comes of it is another event; on a touch screen a later one. */
  released() {
    if (!this.#isPressed) return
    this.#isPressed = false
    this.#letGoIn(restMs)
  }

  /** Also when the panel goes. */
  letGo() {
    clearTimeout(this.#timer)
    this.#isPressed = false
    const previous = this.#held
    this.#held = null
    const state = this.#source.getState()
    if (previous && previous !== state) for (const listener of this.#listeners) listener(state, previous)
  }

  #hold() {
    this.#held ??= this.#source.getState()
  }

  #letGoIn(ms: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.letGo(), ms)
  }
}
