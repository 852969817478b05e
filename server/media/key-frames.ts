// Whose turn it is to have a sender make a key frame. Browsers ignore a request within 300 ms of the one before, on any of
// their layers (libwebrtc, video/encoder_rtcp_feedback.cc), and mediasoup repeats it only a second later. So a viewer who has
// no picture yet must not come right behind one who only wants another layer (ADR 0011).

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Two requests of one layer are kept this far apart by mediasoup; with some room for the network. */
export const keyFrameIntervalMs = 350
/** So long after a request a browser does not hear another. */
const deafForMs = 310
/** A viewer who has not begun to watch by then holds nobody up any longer. */
const patienceMs = 2000

export class KeyFrames {
  readonly #expected = new Set<Promise<void>>()
  #askedAt = Number.NEGATIVE_INFINITY

  /** The sender was asked for a key frame just now, by whomever: changes for the bandwidth's sake are mediasoup's own. */
  asked(): void {
    this.#askedAt = performance.now()
  }

  /** Resolves when the sender hears a first viewer's request: at once, but behind another request. */
  async turnToBegin(): Promise<void> {
    const leftMs = this.#askedAt + deafForMs - performance.now()
    if (leftMs > 0) await pause(leftMs)
  }

  /** A viewer is about to begin. The function returned tells that they have, and so have asked for a key frame, or will not. */
  expectViewer(): (outcome: 'began' | 'gone') => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    let timer = setTimeout(resolve, patienceMs)
    this.#expected.add(promise)
    void promise.then(() => {
      clearTimeout(timer)
      this.#expected.delete(promise)
    })
    return (outcome) => {
      clearTimeout(timer)
      if (outcome === 'gone') resolve()
      else timer = setTimeout(resolve, keyFrameIntervalMs)
    }
  }

  /** Resolves when a change of layer takes nobody's first picture away. */
  async turnToSwitch(): Promise<void> {
    while (this.#expected.size > 0) await Promise.all(this.#expected)
  }
}
