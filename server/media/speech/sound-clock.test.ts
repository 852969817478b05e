import { expect, it } from 'vitest'
import { SampleTimes, SoundClock, sampleRate } from './sound-clock.ts'

const twentyMs = sampleRate / 50
const second = sampleRate

it('continuous sound starts at its arrival minus its length; delayed sound follows what came before', () => {
  const clock = new SoundClock()
  expect(clock.arrived(twentyMs, 1020)).toEqual({ silence: 0, from: 1000 })
  // Sixty milliseconds late on its way: it follows what came before.
  expect(clock.arrived(twentyMs, 1100)).toEqual({ silence: 0, from: 1020 })
})

it('a gap becomes silence of one second at most, and later sound keeps its own time', () => {
  const clock = new SoundClock()
  clock.arrived(twentyMs, 1020)
  expect(clock.arrived(twentyMs, 1440)).toEqual({ silence: twentyMs * 20, from: 1420 })
  expect(clock.arrived(twentyMs, 61_460)).toEqual({ silence: second, from: 61_440 })
})

it('a muted microphone gets one second of silence once, which ends the phrase', () => {
  const clock = new SoundClock()
  expect(clock.quiet(900)).toBe(0)
  clock.arrived(twentyMs, 1020)
  expect(clock.quiet(1300)).toBe(0)
  expect(clock.quiet(1600)).toBe(second)
  expect(clock.quiet(2000)).toBe(0)
  expect(clock.arrived(twentyMs, 9020)).toEqual({ silence: 0, from: 9000 })
})

it('times are correct again for sound that arrives all at once after the machine stood still', () => {
  const clock = new SoundClock()
  clock.arrived(twentyMs, 1020)
  // Three seconds of sound arrive in one moment, piece by piece.
  clock.arrived(second, 4020)
  expect(clock.arrived(second, 4020).from).toBe(3020)
})

it('a sample number is mapped to the time of its chunk', () => {
  const times = new SampleTimes()
  times.add(second, 1000)
  times.add(second, 2000)
  times.add(second, 60_000)
  expect(times.timeOf(second / 2)).toBe(1500)
  expect(times.timeOf(second * 2 + 160)).toBe(60_010)
})
