// How a row of the technician's board looks at a glance: sign and colour, and beside it always the words.
import { ThemeIcon } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconExclamationMark, IconPlugConnectedX } from '@tabler/icons-react'
import type { Condition } from '../../../shared/wire/hearing/health.ts'

const looks = {
  lost: { Sign: IconPlugConnectedX, colour: 'red' },
  trouble: { Sign: IconExclamationMark, colour: 'red' },
  attention: { Sign: IconAlertTriangle, colour: 'yellow.9' },
  absent: { Sign: IconClock, colour: 'gray.7' },
  unknown: { Sign: IconClock, colour: 'gray.7' },
  good: { Sign: IconCheck, colour: 'teal.9' },
} as const satisfies Record<Condition, unknown>

export function ConditionIcon({ condition }: { condition: Condition }) {
  const { Sign, colour } = looks[condition]
  return (
    <ThemeIcon size={28} radius="xl" color={colour} aria-hidden>
      <Sign size={18} />
    </ThemeIcon>
  )
}
