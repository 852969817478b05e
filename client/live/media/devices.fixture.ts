// Cameras and microphones for the tests of this folder: no browser, no permission, but the same events.
import { LocalDevices } from './local-devices.ts'

export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID()
  readonly kind: 'audio' | 'video'
  readonly label = 'fake'
  enabled = true
  muted = false
  contentHint = ''
  readyState: MediaStreamTrackState = 'live'

  constructor(kind: 'audio' | 'video') {
    super()
    this.kind = kind
  }

  stop() {
    this.readyState = 'ended'
  }
  /** The device is unplugged. */
  end() {
    this.readyState = 'ended'
    this.dispatchEvent(new Event('ended'))
  }
  /** A phone call takes the microphone, and gives it back. */
  hold(isHeld: boolean) {
    this.muted = isHeld
    this.dispatchEvent(new Event(isHeld ? 'mute' : 'unmute'))
  }
}

type Answer = 'yes' | 'NotAllowedError' | 'NotFoundError' | 'NotReadableError' | 'silence'

/** What the browser will answer; the test changes it as it goes. */
export class FakeMediaDevices extends EventTarget {
  microphone: Answer = 'yes'
  camera: Answer = 'yes'
  readonly given: FakeTrack[] = []
  readonly asked: MediaStreamConstraints[] = []

  async getUserMedia(constraints: MediaStreamConstraints) {
    this.asked.push(constraints)
    const answers = [constraints.audio ? this.microphone : 'yes', constraints.video ? this.camera : 'yes']
    if (answers.includes('silence')) await new Promise(() => undefined)
    const refusal = answers.find((answer) => answer !== 'yes')
    if (refusal) throw new DOMException('refused', refusal)
    const tracks = [constraints.audio && new FakeTrack('audio'), constraints.video && new FakeTrack('video')].filter(
      (track) => track instanceof FakeTrack,
    )
    this.given.push(...tracks)
    return { getTracks: () => tracks }
  }

  /** The screen the person chooses, with its sound. */
  screen: Answer = 'yes'

  async getDisplayMedia() {
    if (this.screen !== 'yes') throw new DOMException('refused', this.screen)
    const [shown, played] = [new FakeTrack('video'), new FakeTrack('audio')]
    this.given.push(shown, played)
    return { getVideoTracks: () => [shown], getAudioTracks: () => [played] }
  }

  /** Only what the code under test asks for is there. */
  asMediaDevices(): MediaDevices {
    return this as EventTarget as MediaDevices
  }

  async enumerateDevices() {
    return []
  }

  /** The newest track of this kind. */
  last(kind: 'audio' | 'video'): FakeTrack {
    const track = this.given.findLast((one) => one.kind === kind)
    if (!track) throw new Error(`no ${kind} track was given`)
    return track
  }
}

export function fakeDevices(patienceMs: number | null = null): { browser: FakeMediaDevices; devices: LocalDevices } {
  const browser = new FakeMediaDevices()
  return { browser, devices: new LocalDevices({ mediaDevices: browser.asMediaDevices(), patienceMs }) }
}
