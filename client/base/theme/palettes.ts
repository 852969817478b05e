// The colours an agency may give its pages, each from the lightest to the darkest: of the same lightness, so that what can be read in one can be
// read in all (palettes.test.ts measures it).
import type { MantineColorsTuple } from '@mantine/core'
import type { Palette } from '../../../shared/agency/palettes.ts'

/** Under which name the theme has the chosen one. */
export const leading = 'agency'

export const palettes: Readonly<Record<Palette, MantineColorsTuple>> = {
  // biome-ignore format: one line, from the lightest to the darkest
  blue: ['#edf3fc', '#d6e2f5', '#abc4ea', '#7ca4df', '#5489d6', '#3a77d0', '#265fb4', '#194b93', '#0f3a77', '#07295a'],
  // biome-ignore format: one line, from the lightest to the darkest
  teal: ['#ebf5f5', '#d0e6e7', '#9ecccf', '#63b1b5', '#129ba1', '#04898f', '#017075', '#02595d', '#014649', '#003335'],
  // biome-ignore format: one line, from the lightest to the darkest
  indigo: ['#f1f1fc', '#dedff5', '#bdbdeb', '#9c99e0', '#817bd7', '#7166d1', '#5c4fb5', '#493d94', '#392e78', '#28205a'],
  // biome-ignore format: one line, from the lightest to the darkest
  slate: ['#f1f3f4', '#dee1e5', '#bdc3cb', '#9aa3b0', '#7d8a9a', '#6c7a8c', '#566375', '#434f5d', '#343d4a', '#242c36'],
}
