// The look of the product: sober, large, high in contrast. The colours of the agency lead, deep blue until it chooses others; red is kept for
// what ends, warns or records.
import { createTheme, type MantineColorsTuple, mergeThemeOverrides } from '@mantine/core'
import type { Palette } from '../../../shared/agency/palettes.ts'
import { leading, palettes } from './palettes.ts'

const red: MantineColorsTuple = [
  '#fdeceb',
  '#f8d3d0',
  '#eea6a1',
  '#e4766f',
  '#db4f46',
  '#d0392f',
  '#bf2f26',
  '#b3261e',
  '#a01d16',
  '#7f120d',
]

const common = createTheme({
  colors: { blue: palettes.blue, red },
  primaryColor: leading,
  // Filled controls keep 4.5 : 1 against their white text in both schemes.
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  // Room for stacked Vietnamese marks: ế, ộ, Ẳ.
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.6' },
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  // What it is told to say has no place on an element without a role (ARIA 1.2, 5.2.8.6).
  components: { Loader: { defaultProps: { role: 'status' } } },
})

export const themeOf = (palette: Palette) =>
  mergeThemeOverrides(common, createTheme({ colors: { [leading]: palettes[palette] } }))
