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
  it('is nothing for silence and one for the loudest square wave', () => {
    expect(loudness(new Float32Array(8))).toBe(0)
    expect(loudness(Float32Array.from([1, -1, 1, -1]))).toBe(1)
  })
})

describe('somebody who speaks unheard', () => {
  it('is noticed after half a second of speech', () => {
    expect(times(Array(4).fill(speech))).toBe(0)
    expect(times(Array(5).fill(speech))).toBe(1)
  })

  it('is noticed although speech has gaps', () => {
    expect(times([speech, silence, speech, speech, silence, speech, speech])).toBe(1)
  })

  it('is not a cough, nor two coughs a while apart', () => {
    const cough = [speech, speech, speech]
    expect(times([...cough, ...Array(10).fill(silence), ...cough])).toBe(0)
  })
})
