// A page that asks for one thing: signing in, setting up.
import { Container, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { FormEventHandler, ReactNode } from 'react'
import { LanguageSwitch } from '../../base/i18n/LanguageSwitch.tsx'

interface CentredFormProps {
  title: string
  introduction: ReactNode
  onSubmit: FormEventHandler<HTMLFormElement>
  children: ReactNode
}

export function CentredForm({ title, introduction, onSubmit, children }: CentredFormProps) {
  return (
    <Container component="main" size={480} py="xl">
      <Group justify="space-between" mb="lg">
        <Text fw={700} fz="xl">
          Điểm Cầu
        </Text>
        <LanguageSwitch />
      </Group>
      <Paper withBorder p="lg">
        <Title order={1} size="h3" mb="xs">
          {title}
        </Title>
        <Text mb="md">{introduction}</Text>
        <form onSubmit={onSubmit} noValidate>
          <Stack>{children}</Stack>
        </form>
      </Paper>
    </Container>
  )
}
