import { expect, test } from 'vitest'
import { ParticipantId } from '../../../shared/kernel/ids.ts'
import { mergeTiles, PRIORITY, priorityOf, screenLayerFor, spatialLayerFor } from './layers.ts'

const tile = (name: string, width: number) => ({
  participantId: ParticipantId.parse(name),
  source: 'camera' as const,
  width,
})

test.each([
  [1, 0],
  [239, 0],
  [240, 1],
  [479, 1],
  [480, 2],
  [8192, 2],
])('a tile %i pixels wide gets layer %i', (width, layer) => {
  expect(spatialLayerFor(width)).toBe(layer)
})

test('the widest tile has the highest priority; tiles of equal width have the same', () => {
  const stage = [tile('speaker', 1280), tile('site', 320)]
  expect(stage.map(({ width }) => priorityOf(width, stage))).toEqual([PRIORITY.large, PRIORITY.other])
  const gallery = [tile('one', 320), tile('two', 320)]
  expect(gallery.map(({ width }) => priorityOf(width, gallery))).toEqual([PRIORITY.large, PRIORITY.large])
})

test.each([
  [390, 0],
  [640, 1],
  [1920, 1],
])('a shared screen shown %d pixels wide gets layer %d', (width, layer) => {
  expect(screenLayerFor(width)).toBe(layer)
})

test('a screen and the camera of the same participant are sent as two tiles', () => {
  const screen = { ...tile('site', 640), source: 'screen' as const }
  expect(mergeTiles([tile('site', 160), screen])).toEqual([tile('site', 160), screen])
})

test('a participant shown twice is sent once, at the larger width', () => {
  expect(mergeTiles([tile('site', 160), tile('chair', 320), tile('site', 640)])).toEqual([
    tile('site', 640),
    tile('chair', 320),
  ])
})
