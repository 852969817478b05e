// The frame of the public pages of petitions: large letters, one column, one heading at a time.
import { Alert, Container, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../base/api.ts'
import { rejectionText, wordsFor } from '../../base/i18n/index.ts'
import { PageHeader } from '../../base/ui/PageHeader.tsx'

interface PetitionFrameProps {
  title: string
  /** Another screen of the page has another title, and begins at its top. */
  children: ReactNode
}

export function PetitionFrame({ title, children }: PetitionFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(title)
  useEffect(() => {
    document.documentElement.dataset.text = 'large'
  }, [])
  useEffect(() => {
    document.title = title
    if (shown.current === title) return
    shown.current = title
    window.scrollTo({ top: 0 })
    heading.current?.focus()
  }, [title])
  return (
    <>
      <PageHeader />
      <Container component="main" size="sm" py="lg">
        <Stack gap="lg">
          <Title order={1} fz="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
            {title}
          </Title>
          {children}
        </Stack>
      </Container>
    </>
  )
}

export function PetitionProblem({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const { code, incident = '' } = error instanceof ApiError ? error : { code: 'unreachable' }
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      <Text>{wordsFor(t, `petition.problem.${code}`) ?? rejectionText(t, { code, params: { incident } })}</Text>
    </Alert>
  )
}
