// The colours an agency may give its pages. Red, green and brown are none of them: red ends, warns and records, green is good news, brown waits.
import { z } from 'zod'

export const palettes = ['blue', 'teal', 'indigo', 'slate'] as const
export const Palette = z.enum(palettes)
export type Palette = z.infer<typeof Palette>
/** Until an agency has chosen. */
export const firstPalette: Palette = 'blue'
