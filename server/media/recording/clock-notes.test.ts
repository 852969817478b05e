import { expect, it } from 'vitest'
import { ClockNotes } from './clock-notes.ts'

const hour = 3_600_000

/** The machine's clock is set by so much after ten seconds, looked at each second; the session's time comes nearer by a twentieth. */
function notedOverASetting(by: number) {
  let passed = 0
  const machine = () => 10 * hour + passed + (passed < 10_000 ? 0 : by)
  const session = () => 10 * hour + passed + (Math.sign(by) * Math.max(0, passed - 10_000)) / 20
  const notes = new ClockNotes(session, machine)
  for (passed = 1000; passed <= 30_000; passed += 1000) notes.note()
  return (seconds: number, isAfter: boolean) => notes.aheadAt(10 * hour + seconds * 1000 + (isAfter ? by : 0))
}

it.each([hour, -hour, 60_000, -60_000])(
  'a clock set by %i ms is ahead by that much afterwards, less what session time has caught up',
  (by) => {
    const aheadAt = notedOverASetting(by)
    expect([0, 5, 9.4].map((seconds) => aheadAt(seconds, false))).toEqual([0, 0, 0])
    expect(aheadAt(10, true)).toBe(by)
    expect(aheadAt(30, true)).toBe(by - Math.sign(by) * 1000)
  },
)

it('compares the clocks before it answers for a time stamp made a moment ago', () => {
  let set = 0
  const notes = new ClockNotes(
    () => hour,
    () => hour + set,
  )
  set = hour
  expect(notes.aheadAt(2 * hour)).toBe(hour)
})

it('reports no difference when nobody has set the clock', () => {
  let passed = 0
  const notes = new ClockNotes(
    () => Math.floor(passed),
    () => passed + 4,
  )
  for (; passed < 5000; passed += 999.7) notes.note()
  expect(notes.aheadAt(2500)).toBe(0)
})
