import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { KeyFrames, keyFrameIntervalMs } from './key-frames.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function switching(keyFrames: KeyFrames) {
  const watched = { isDone: false }
  void keyFrames.turnToSwitch().then(() => {
    watched.isDone = true
  })
  return watched
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

it('a change of layer happens at once while no viewer waits for a first picture', async () => {
  const change = switching(new KeyFrames())
  await pass(0)
  expect(change.isDone).toBe(true)
})

it('a change of layer waits for a viewer who is about to begin, and then for one key frame interval', async () => {
  const keyFrames = new KeyFrames()
  const tell = keyFrames.expectViewer()
  const change = switching(keyFrames)
  await pass(500)
  expect(change.isDone).toBe(false)
  tell('began')
  await pass(keyFrameIntervalMs - 1)
  expect(change.isDone).toBe(false)
  await pass(1)
  expect(change.isDone).toBe(true)
})

it('a viewer who begins while a change of layer waits goes before it, too', async () => {
  const keyFrames = new KeyFrames()
  const [first, second] = [keyFrames.expectViewer(), keyFrames.expectViewer()]
  const change = switching(keyFrames)
  first('gone')
  await pass(0)
  expect(change.isDone).toBe(false)
  const third = keyFrames.expectViewer()
  second('gone')
  await pass(0)
  expect(change.isDone).toBe(false)
  third('gone')
  await pass(0)
  expect(change.isDone).toBe(true)
})

it('a viewer who never begins delays a change of layer for two seconds at most', async () => {
  const keyFrames = new KeyFrames()
  keyFrames.expectViewer()
  const change = switching(keyFrames)
  await pass(2000)
  expect(change.isDone).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

function beginning(keyFrames: KeyFrames) {
  const watched = { isDone: false }
  void keyFrames.turnToBegin().then(() => {
    watched.isDone = true
  })
  return watched
}

it('a viewer begins at once when no key frame was requested in the last 300 ms', async () => {
  const keyFrames = new KeyFrames()
  const first = beginning(keyFrames)
  await pass(0)
  expect(first.isDone).toBe(true)
  keyFrames.asked()
  await pass(400)
  const second = beginning(keyFrames)
  await pass(0)
  expect(second.isDone).toBe(true)
})

it('a viewer waits until the sender accepts another key frame request', async () => {
  const keyFrames = new KeyFrames()
  keyFrames.asked()
  await pass(100)
  const viewer = beginning(keyFrames)
  await pass(199)
  expect(viewer.isDone).toBe(false)
  await pass(20)
  expect(viewer.isDone).toBe(true)
})

function viewer({ type = 'simulcast', sees = false, isGone = false } = {}) {
  const asked: number[] = []
  return {
    asked,
    closed: isGone,
    type,
    currentLayers: sees ? { spatialLayer: 1 } : undefined,
    setPreferredLayers: async ({ spatialLayer }: { spatialLayer: number }) => void asked.push(spatialLayer),
  }
}
const wanted = () => ({ spatialLayer: 2 })

it('a viewer without a picture requests another layer once, and then the wanted one', async () => {
  const blind = viewer()
  void new KeyFrames().askAgain(blind, wanted)
  await pass(399)
  expect(blind.asked).toEqual([])
  await pass(1)
  expect(blind.asked).toEqual([0, 2])
})

it('a viewer repeats the request only when the sender accepts key frame requests again', async () => {
  const keyFrames = new KeyFrames()
  const blind = viewer()
  void keyFrames.askAgain(blind, wanted)
  await pass(300)
  keyFrames.asked()
  await pass(300)
  expect(blind.asked).toEqual([])
  await pass(20)
  expect(blind.asked).toEqual([0, 2])
})

it.each([
  ['has a picture', { sees: true }],
  ['has left', { isGone: true }],
  ['receives one layer only', { type: 'simple' }],
])('a viewer who %s does not repeat the request', async (_, state) => {
  const contented = viewer(state)
  void new KeyFrames().askAgain(contented, wanted)
  await pass(1000)
  expect(contented.asked).toEqual([])
})
