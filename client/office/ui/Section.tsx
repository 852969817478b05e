import { Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  hint?: string
  /** Where an address can point to. */
  anchor?: string
  children: ReactNode
}

export function Section({ title, hint, anchor, children }: SectionProps) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" id={anchor} aria-labelledby={id}>
      <Stack>
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {hint && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  )
}
