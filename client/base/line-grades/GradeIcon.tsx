// How a grade looks wherever it is shown: sign, colour and, beside it, always the word.
import { ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import type { Grade } from '../../../shared/modules/selftest/contract.ts'

const signs = { good: IconCheck, usable: IconAlertTriangle, bad: IconX, skipped: IconMinus } as const

export const gradeColour: Readonly<Record<Grade, { readonly fill: string; readonly text: string }>> = {
  good: { fill: 'teal.9', text: 'inherit' },
  usable: { fill: 'yellow.9', text: 'inherit' },
  bad: { fill: 'red', text: 'var(--mantine-color-error)' },
  skipped: { fill: 'gray.7', text: 'dimmed' },
}

export function GradeIcon({ grade, size = 28 }: { grade: Grade; size?: number }) {
  const Sign = signs[grade]
  return (
    <ThemeIcon size={size} radius="xl" color={gradeColour[grade].fill} aria-hidden>
      <Sign size={size * 0.65} />
    </ThemeIcon>
  )
}
