import { expect, it } from 'vitest'
import { WaitingWork } from './waiting-work.ts'

it('recognises one piece at a time and drops the oldest waiting pieces when recognition is too slow', async () => {
  const skipped: number[] = []
  const said: string[] = []
  const work = new WaitingWork({ mostSeconds: 10, skipped: (seconds) => void skipped.push(seconds) })
  const { promise: slow, resolve: ends } = Promise.withResolvers<void>()
  work.add(5, () => slow.then(() => void said.push('đầu')))
  for (const [seconds, word] of [
    [6, 'bỏ'],
    [4, 'hai'],
    [5, 'ba'],
  ] as const)
    work.add(seconds, async () => void said.push(word))
  expect(skipped).toEqual([6])
  ends()
  await work.settled()
  expect(said).toEqual(['đầu', 'hai', 'ba'])
})

it('recognises a piece even if it is longer than the limit of waiting sound', async () => {
  const skipped: number[] = []
  const work = new WaitingWork({ mostSeconds: 1, skipped: (seconds) => void skipped.push(seconds) })
  let isDone = false
  work.add(5, async () => {
    isDone = true
  })
  await work.settled()
  expect({ isDone, skipped }).toEqual({ isDone: true, skipped: [] })
})
