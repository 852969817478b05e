import { describe, expect, it } from 'vitest'
import { setVolume } from './volume.ts'

const element = () => ({ volume: 1, muted: false }) as HTMLMediaElement
/** As on an iPhone: the page may say what it likes. */
const fixed = () =>
  Object.defineProperty({ muted: false }, 'volume', { get: () => 1, set: () => undefined }) as HTMLMediaElement

describe('the volume of the original', () => {
  it('is set as the listener chose', () => {
    const audio = element()
    setVolume(audio, 0.2)
    expect(audio).toEqual({ volume: 0.2, muted: false })
  })

  it('is muted below half where the browser cannot change the volume', () => {
    const audio = fixed()
    setVolume(audio, 0.2)
    expect(audio.muted).toBe(true)
    setVolume(audio, 0.8)
    expect(audio.muted).toBe(false)
    setVolume(audio, 1)
    expect(audio.muted).toBe(false)
  })
})
