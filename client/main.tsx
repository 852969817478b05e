// The page's first file: language, theme, routes.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './base/theme/fonts.css'
import './base/theme/global.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { usePagePalette } from './base/agency/page-agency.ts'
import { themeOf } from './base/theme/theme.ts'
import { router } from './routes.tsx'
import { startWithWords } from './translation.ts'

function Page() {
  const palette = usePagePalette()
  const theme = useMemo(() => themeOf(palette), [palette])
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <Notifications limit={3} position="top-center" />
      <RouterProvider router={router} />
    </MantineProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await startWithWords()
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)
