// A signature drawn with a finger or a pen: the way of each stroke on a field of fixed size, whatever the screen it was drawn on.
import { z } from 'zod'

export const signatureField = { width: 1000, height: 400 } as const

const Point = z.tuple([z.int().min(0).max(signatureField.width), z.int().min(0).max(signatureField.height)])
const mostPoints = 4000
/** Shorter than this is a slip of the finger. */
const shortestWay = 150

const wayOf = (points: readonly z.infer<typeof Point>[]): number =>
  points.reduce((sum, [x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [x, y]
    return sum + Math.hypot(x - fromX, y - fromY)
  }, 0)

export const Drawing = z
  .array(z.array(Point).min(1))
  .min(1)
  .max(200)
  .refine((strokes) => strokes.reduce((sum, { length }) => sum + length, 0) <= mostPoints, 'too many points')
  .refine((strokes) => strokes.reduce((sum, points) => sum + wayOf(points), 0) >= shortestWay, 'too short')
export type Drawing = z.infer<typeof Drawing>

/** As the path of an SVG. */
export const pathOf = (drawing: Drawing): string =>
  drawing.map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`).join('')

export const SignatureRequest = z.object({ version: z.int().positive(), drawing: Drawing })
