import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Conclusion } from '../../../../shared/wire/conclusions.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from '../staff.module.css'
import { ConclusionActs } from './ConclusionActs.tsx'

const colors: Record<Conclusion['status'], string> = { open: 'blue', reported: 'grape', accepted: 'gray' }

export function ConclusionCard({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { text, unit, supportingUnits, ground, dueOn, status, isOverdue, steps, sessionId, sessionTitle } = conclusion
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          {isOverdue && (
            <Badge color="red" tt="none">
              {t('staff.conclusions.choice.overdue')}
            </Badge>
          )}
          <Badge color={colors[status]} variant="light" tt="none">
            {t(`staff.conclusions.choice.${status}`)}
          </Badge>
        </Group>
        <Text fw={600} className={classes.preformatted}>
          {text}
        </Text>
        <Text>
          {dueOn === null
            ? t('panels.minutes.inCharge', { unit })
            : t('panels.minutes.inChargeUntil', { unit, date: format.isoDate(dueOn) })}
        </Text>
        {supportingUnits.length > 0 && (
          <Text size="sm">{t('panels.minutes.supportedBy', { units: supportingUnits.join(', ') })}</Text>
        )}
        {ground !== null && <Text size="sm">{t('panels.minutes.onGround', { ground })}</Text>}
        <Text size="sm">
          <Link to={`/staff/sessions/${sessionId}`}>{sessionTitle}</Link>
        </Text>
        <Group>
          <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'staff.conclusions.fold' : 'staff.conclusions.unfold', { count: steps.length })}
          </Button>
        </Group>
        {isOpen && (
          <>
            <Steps steps={steps} />
            <ConclusionActs conclusion={conclusion} />
          </>
        )}
      </Stack>
    </Paper>
  )
}

function Steps({ steps }: Pick<Conclusion, 'steps'>) {
  const { t } = useTranslation()
  const format = useFormat()
  if (steps.length === 0) return <Text c="dimmed">{t('staff.conclusions.noSteps')}</Text>
  return (
    <ol className={classes.steps}>
      {steps.map(({ kind, text, reference, at, by }, index) => (
        // Steps are only ever added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          <Text size="sm" c="dimmed">
            {format.dateTime(at)} · {by ?? t('staff.conclusions.formerAccount')}
          </Text>
          <Text fw={600}>{t(`staff.conclusions.step.${kind}`)}</Text>
          {text !== null && <Text className={classes.preformatted}>{text}</Text>}
          {reference !== null && (
            <Text size="sm" className={classes.preformatted}>
              {reference}
            </Text>
          )}
        </li>
      ))}
    </ol>
  )
}
