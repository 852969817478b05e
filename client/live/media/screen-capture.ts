// The screen, window or tab that this person shares, with its sound where the browser gives it. Chosen anew each time; the
// browser's own “stop sharing” ends it too.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export interface ScreenSnapshot {
  readonly status: 'off' | 'starting' | 'on'
  readonly picture: MediaStreamTrack | null
  /** null: the browser gives none, or the person left it out. */
  readonly sound: MediaStreamTrack | null
}

const off: ScreenSnapshot = { status: 'off', picture: null, sound: null }
/** Letters stay sharp; more pictures a second would take the bits from them. */
const picture = { width: { max: 1920 }, height: { max: 1080 }, frameRate: { max: 15 } }
/** What plays is no voice: nothing is to be filtered out of it. */
const sound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

type Displays = Pick<MediaDevices, 'getDisplayMedia'>

export class ScreenCapture {
  readonly store = createStore<ScreenSnapshot>(() => off)
  /** The person ended it in the browser, or the window was closed. */
  onEnded: () => void = () => undefined
  readonly #displays: Displays | null

  /** undefined: no secure origin. Phones have no such function. */
  constructor(mediaDevices: MediaDevices | undefined) {
    this.#displays = mediaDevices && 'getDisplayMedia' in mediaDevices ? mediaDevices : null
  }

  get isPossible(): boolean {
    return this.#displays !== null
  }

  /** To be called from a click. @returns false when the person chose nothing. */
  async start(): Promise<boolean> {
    if (!this.#displays || this.store.getState().status !== 'off') return false
    this.store.setState({ status: 'starting' })
    try {
      const stream = await this.#displays.getDisplayMedia({ video: picture, audio: sound })
      return this.#hold(stream)
    } catch {
      // Chosen nothing, or not allowed: the browser has told the person itself.
      this.store.setState(off)
      return false
    }
  }

  stop() {
    const { picture: shown, sound: played } = this.store.getState()
    shown?.stop()
    played?.stop()
    this.store.setState(off)
  }

  #hold(stream: MediaStream): boolean {
    const [shown = null] = stream.getVideoTracks()
    const [played = null] = stream.getAudioTracks()
    if (!shown) {
      this.store.setState(off)
      return false
    }
    shown.contentHint = 'detail'
    shown.addEventListener('ended', () => {
      if (this.store.getState().picture !== shown) return
      this.stop()
      this.onEnded()
    })
    this.store.setState({ status: 'on', picture: shown, sound: played })
    return true
  }
}

export function useScreenCapture<T>(screen: ScreenCapture, selector: (snapshot: ScreenSnapshot) => T): T {
  return useStore(screen.store, selector)
}
