import { describe, expect, it } from 'vitest'
import { createSpeechDetector, loudness } from './microphone-level.ts'

const speech = 0.1
const silence = 0.001

function times(levels: number[]): number {
  let count = 0
  const detect = createSpeechDetector(() => {
    count += 1
  })
  for (const level of levels) detect(level)
  return count
}

describe('loudness', () => {
  it('is 0 for silence and 1 for the loudest square wave', () => {
    expect(loudness(new Float32Array(8))).toBe(0)
    expect(loudness(Float32Array.from([1, -1, 1, -1]))).toBe(1)
  })
})

describe('the detector of unheard speech', () => {
  it('fires after half a second of speech', () => {
    expect(times(Array(4).fill(speech))).toBe(0)
    expect(times(Array(5).fill(speech))).toBe(1)
  })

  it('tolerates gaps in speech', () => {
    expect(times([speech, silence, speech, speech, silence, speech, speech])).toBe(1)
  })

  it('ignores a cough, and two coughs with a pause', () => {
    const cough = [speech, speech, speech]
    expect(times([...cough, ...Array(10).fill(silence), ...cough])).toBe(0)
  })
})
