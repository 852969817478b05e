// The colours an agency may give its pages. Red and green are none of them: red ends, warns and records, green is good news (client/theme).
import { z } from 'zod'

export const palettes = ['blue', 'teal', 'violet', 'brown', 'slate'] as const
export const Palette = z.enum(palettes)
export type Palette = z.infer<typeof Palette>
/** Until an agency has chosen. */
export const firstPalette: Palette = 'blue'
