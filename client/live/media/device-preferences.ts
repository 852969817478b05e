// Which devices this person chose the last time, on this browser.

export interface DevicePreferences {
  readonly microphoneId: string | null
  readonly cameraId: string | null
  readonly speakerId: string | null
  readonly wantsCamera: boolean
  readonly wantsMicrophone: boolean
  readonly isSharp: boolean
}

const storageKey = 'diemcau.devices'

const standard: DevicePreferences = {
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  wantsCamera: true,
  wantsMicrophone: true,
  isSharp: false,
}

export function readPreferences(): DevicePreferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof stored === 'object' ? { ...standard, ...stored } : standard
  } catch {
    // Storage is forbidden, or holds something else: nothing is remembered.
    return standard
  }
}

export function writePreferences(preferences: DevicePreferences) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // Forgotten at the next visit, no more.
  }
}
