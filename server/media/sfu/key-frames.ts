// Schedules key frame requests to one sender. Browsers ignore a request within 300 ms of the one before, on any of
// their layers (libwebrtc, video/encoder_rtcp_feedback.cc), and mediasoup repeats it only a second later. So the
// request of a viewer who has no picture yet must not directly follow that of a viewer who only wants another layer
// (ADR 0011).

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Two requests of one layer are kept this far apart by mediasoup; with some room for the network. */
export const keyFrameIntervalMs = 350
/** So long after a request a browser does not hear another. */
const deafForMs = 310
/** A key frame that was asked for is here by then, or the request was lost. */
const answeredInMs = 400
/** A viewer who has not begun to watch by then holds nobody up any longer. */
const patienceMs = 2000

/** Of a mediasoup consumer what is needed to ask once more. */
export interface Viewer {
  readonly closed: boolean
  readonly type: string
  /** Of the picture that flows; undefined while none does. */
  readonly currentLayers?: object | undefined
  setPreferredLayers(layers: { spatialLayer: number }): Promise<void>
}

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

  /**
   * When no first picture has come: the request for it was lost, or fell on deaf ears after all. For the same layer mediasoup
   * would not ask again yet; for another it does, and browsers answer with a key frame of every layer.
   */
  async askAgain(viewer: Viewer, wanted: () => { spatialLayer: number }): Promise<void> {
    await pause(answeredInMs)
    await this.turnToBegin()
    if (viewer.closed || viewer.currentLayers || viewer.type !== 'simulcast') return
    await viewer.setPreferredLayers({ spatialLayer: wanted().spatialLayer === 0 ? 1 : 0 })
    await viewer.setPreferredLayers(wanted())
  }
}
