import { expect, it } from 'vitest'
import { movedBy, withCorner } from './corners.ts'
import { wholePicture } from './sheet.ts'

it('a corner dragged out of the picture stays at its edge, and the others do not move', () => {
  const [a, , c, d] = wholePicture({ width: 1, height: 1 })
  expect(withCorner(wholePicture({ width: 1, height: 1 }), 1, { x: 1.4, y: -0.2 })).toEqual([a, { x: 1, y: 0 }, c, d])
  expect(withCorner(wholePicture({ width: 1, height: 1 }), 1, { x: 0.9, y: 0.1 })[1]).toEqual({ x: 0.9, y: 0.1 })
})

it('moving a page swaps it with its neighbour; the first and last page cannot move out', () => {
  expect(movedBy(['một', 'hai', 'ba'], 2, -1)).toEqual(['một', 'ba', 'hai'])
  expect(movedBy(['một', 'hai', 'ba'], 0, 1)).toEqual(['hai', 'một', 'ba'])
  expect(movedBy(['một', 'hai'], 0, -1)).toEqual(['một', 'hai'])
  expect(movedBy(['một', 'hai'], 1, 1)).toEqual(['một', 'hai'])
})
