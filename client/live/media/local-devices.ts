// The person's own camera and microphone: asked for, watched, muted, exchanged, remembered. Used before and during a
// session. Every failure becomes a problem that a screen can explain.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type DevicePreferences, readPreferences, writePreferences } from './device-preferences.ts'

export type DeviceKind = 'microphone' | 'camera'

export type DeviceProblem = 'denied' | 'not-found' | 'in-use' | 'unplugged' | 'insecure' | 'no-answer' | 'unknown'

export interface LocalDevice {
  readonly status: 'off' | 'starting' | 'on' | 'failed'
  readonly problem: DeviceProblem | null
  readonly track: MediaStreamTrack | null
  /** The system withholds the signal: a phone call, a switch on the laptop. */
  readonly isInterrupted: boolean
}

export interface LocalDevicesSnapshot {
  readonly microphone: LocalDevice
  readonly camera: LocalDevice
  /** The person's own switch; the track stays, so that unmuting is instant. */
  readonly isMuted: boolean
  readonly available: readonly MediaDeviceInfo[]
  readonly preferences: DevicePreferences
}

const off: LocalDevice = { status: 'off', problem: null, track: null, isInterrupted: false }
const standardPicture = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 24, max: 24 } }
const sharpPicture = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 24 } }

interface DeviceSource {
  /** undefined: the page is not on a secure origin, or the browser has no devices. */
  readonly mediaDevices: MediaDevices | undefined
  /** Some browsers inside other apps never answer; null: wait as long as the person reads the question. */
  readonly patienceMs: number | null
}

export class LocalDevices {
  readonly store = createStore<LocalDevicesSnapshot>(() => {
    const preferences = readPreferences()
    return { microphone: off, camera: off, isMuted: !preferences.wantsMicrophone, available: [], preferences }
  })
  readonly #source: DeviceSource
  /** An answer to a question that was taken back is let go. */
  readonly #attempts = { microphone: 0, camera: 0 }

  constructor(source: DeviceSource) {
    this.#source = source
    source.mediaDevices?.addEventListener('devicechange', () => void this.#list())
  }

  /** One question of the browser for both; when one of them cannot be had, the other still is. */
  async startBoth(): Promise<void> {
    if (!this.store.getState().preferences.wantsCamera) return this.start('microphone')
    const attempts = { microphone: this.#begin('microphone'), camera: this.#begin('camera') }
    const { microphone, camera } = this.#constraints()
    try {
      const stream = await this.#ask({ audio: microphone, video: camera })
      for (const track of stream.getTracks()) {
        const kind = track.kind === 'audio' ? 'microphone' : 'camera'
        this.#hold(kind, track, attempts[kind])
      }
      await this.#list()
    } catch {
      // The error names one device and hides the other: each is asked for alone, and says its own problem.
      await this.start('microphone')
      await this.start('camera')
    }
  }

  async start(kind: DeviceKind): Promise<void> {
    const attempt = this.#begin(kind)
    const { microphone, camera } = this.#constraints()
    try {
      const stream = await this.#ask(kind === 'microphone' ? { audio: microphone } : { video: camera })
      for (const track of stream.getTracks()) this.#hold(kind, track, attempt)
    } catch (error) {
      if (attempt === this.#attempts[kind]) this.#change(kind, { ...off, status: 'failed', problem: problemOf(error) })
    }
    await this.#list()
  }

  /** Releases the device: its light goes out. */
  stop(kind: DeviceKind) {
    if (this.store.getState()[kind] === off) return
    this.#attempts[kind] += 1
    this.#release(kind)
    this.#change(kind, off)
  }

  stopAll() {
    this.stop('microphone')
    this.stop('camera')
  }

  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    this.prefer(kind === 'microphone' ? { microphoneId: deviceId } : { cameraId: deviceId })
    await this.start(kind)
  }

  /** Settings that need no new track, and what to remember of a switch. */
  prefer(change: Partial<DevicePreferences>) {
    const preferences = { ...this.store.getState().preferences, ...change }
    this.store.setState({ preferences })
    writePreferences(preferences)
  }

  async setSharpPicture(isSharp: boolean): Promise<void> {
    this.prefer({ isSharp })
    await this.store.getState().camera.track?.applyConstraints(isSharp ? sharpPicture : standardPicture)
  }

  setMuted(isMuted: boolean) {
    const { track } = this.store.getState().microphone
    if (track) track.enabled = !isMuted
    this.store.setState({ isMuted })
  }

  #constraints(): { microphone: MediaTrackConstraints; camera: MediaTrackConstraints } {
    const { microphoneId, cameraId, isSharp } = this.store.getState().preferences
    return {
      microphone: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(microphoneId && { deviceId: { ideal: microphoneId } }),
      },
      camera: {
        ...(isSharp ? sharpPicture : standardPicture),
        ...(cameraId ? { deviceId: { ideal: cameraId } } : { facingMode: 'user' }),
      },
    }
  }

  async #ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const { mediaDevices, patienceMs } = this.#source
    if (!mediaDevices) throw new DOMException('no devices on this origin', 'InsecureContextError')
    const answer = mediaDevices.getUserMedia(constraints)
    if (patienceMs === null) return answer
    let timer: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_resolve, refuse) => {
      timer = setTimeout(() => refuse(new DOMException('no answer', 'TimeoutError')), patienceMs)
    })
    return Promise.race([answer, silence]).finally(() => clearTimeout(timer))
  }

  #begin(kind: DeviceKind): number {
    this.#attempts[kind] += 1
    // Two cameras of a phone cannot run at once: the old track goes before the new one is asked for.
    this.#release(kind)
    this.#change(kind, { ...off, status: 'starting' })
    return this.#attempts[kind]
  }

  #hold(kind: DeviceKind, track: MediaStreamTrack, attempt: number) {
    if (attempt !== this.#attempts[kind]) return track.stop()
    if (kind === 'microphone') track.enabled = !this.store.getState().isMuted
    else track.contentHint = 'motion'
    track.addEventListener('ended', () => void this.#lost(kind, track))
    track.addEventListener('mute', () => this.#interrupted(kind, track, true))
    track.addEventListener('unmute', () => this.#interrupted(kind, track, false))
    this.#change(kind, { status: 'on', problem: null, track, isInterrupted: track.muted })
  }

  #release(kind: DeviceKind) {
    this.store.getState()[kind].track?.stop()
  }

  #interrupted(kind: DeviceKind, track: MediaStreamTrack, isInterrupted: boolean) {
    const device = this.store.getState()[kind]
    if (device.track === track) this.#change(kind, { ...device, isInterrupted })
  }

  /** Unplugged, or the permission was taken back: another device may still be there. */
  async #lost(kind: DeviceKind, track: MediaStreamTrack) {
    if (this.store.getState()[kind].track !== track) return
    await this.start(kind)
    const { problem } = this.store.getState()[kind]
    if (problem === 'not-found') this.#change(kind, { ...off, status: 'failed', problem: 'unplugged' })
  }

  async #list() {
    const available = await this.#source.mediaDevices?.enumerateDevices()
    if (available) this.store.setState({ available })
  }

  #change(kind: DeviceKind, device: LocalDevice) {
    this.store.setState({ [kind]: device })
  }
}

function problemOf(error: unknown): DeviceProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    case 'InsecureContextError':
      return 'insecure'
    case 'TimeoutError':
      return 'no-answer'
    default:
      return 'unknown'
  }
}

export function useLocalDevices<T>(devices: LocalDevices, selector: (snapshot: LocalDevicesSnapshot) => T): T {
  return useStore(devices.store, selector)
}
