// Whether the server can do its work (/health).
import { z } from 'zod'

export const Health = z
  .object({
    status: z.enum(['ok', 'warning', 'down']).describe('the worst of the parts'),
    parts: z.array(
      z.object({
        name: z.enum([
          'redis',
          'media',
          'speech',
          'store',
          'timeStamps',
          'journals',
          'clock',
          'files',
          'scanner',
          'programs',
        ]),
        status: z.enum(['ok', 'warning', 'down']),
        message: z.string().describe('what is so, and what to do about it'),
      }),
    ),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>
