// The colour palettes for the pages of an agency. None uses red, green or brown, which have fixed meanings (red: end,
// warning, recording; green: success; brown: waiting).
import { z } from 'zod'

export const palettes = ['blue', 'teal', 'indigo', 'slate'] as const
export const Palette = z.enum(palettes)
export type Palette = z.infer<typeof Palette>
/** Until an agency has chosen. */
export const firstPalette: Palette = 'blue'
