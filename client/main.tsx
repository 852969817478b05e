// The page's first file: language, theme, routes.
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/fonts.css'
import './theme/global.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { usePagePalette } from './agency/page-agency.ts'
import { startTranslation } from './i18n/index.ts'
import { router } from './routes.tsx'
import { themeOf } from './theme/theme.ts'

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

await startTranslation()
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)
