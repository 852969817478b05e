// Whether the head of the agency has received citizens in person as often as is due, this month.
import { Alert, Badge, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCalendar, IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DutyPeriod, HeadDutyReport } from '../../../../shared/wire/reception/appointments.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { Section } from '../../ui/Section.tsx'

/** Not by colour alone. */
const signs = {
  kept: [IconCheck, 'teal.9'],
  planned: [IconCalendar, 'blue.8'],
  open: [IconAlertTriangle, 'yellow.9'],
  unnoted: [IconQuestionMark, 'yellow.9'],
  missed: [IconX, 'red.8'],
  unknown: [IconQuestionMark, 'gray.7'],
} as const satisfies Record<DutyPeriod['status'], unknown>

export function DutyReport({ duty }: { duty: HeadDutyReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const required = duty.periods[0]?.required ?? 1
  return (
    <Section
      title={t('staff.receptionPlan.duty')}
      hint={`${t(`staff.receptionPlan.duty.${duty.per}`, { count: required })}. ${t('staff.receptionPlan.duty.source', { source: duty.source })}`}
    >
      {!duty.hasHead && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('staff.receptionPlan.duty.noHead')}
        </Alert>
      )}
      <Stack component="ul" gap="xs" m={0} pl={0} style={{ listStyle: 'none' }}>
        {duty.periods.map(({ from, to, status }) => {
          const [Sign, color] = signs[status]
          return (
            <Group component="li" key={from} justify="space-between" gap="xs">
              <Text>
                {t('staff.receptionPlan.duty.period', { from: format.isoDate(from), to: format.isoDate(to) })}
              </Text>
              <Badge size="lg" tt="none" color={color} leftSection={<Sign size={16} aria-hidden />}>
                {t(`staff.receptionPlan.duty.${status}`)}
              </Badge>
            </Group>
          )
        })}
      </Stack>
    </Section>
  )
}
