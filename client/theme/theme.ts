// The look of the product: sober, large, high in contrast. Deep blue leads, red is kept for what ends or warns.
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const blue: MantineColorsTuple = [
  '#edf3fc',
  '#d6e2f5',
  '#abc4ea',
  '#7ca4df',
  '#5489d6',
  '#3a77d0',
  '#265fb4',
  '#194b93',
  '#0f3a77',
  '#07295a',
]
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

export const theme = createTheme({
  colors: { blue, red },
  primaryColor: 'blue',
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
