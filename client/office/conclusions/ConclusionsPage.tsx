// What was assigned at all meetings and what has become of it: by unit, due, overdue, done; and how units are reminded.

import { Alert, Button, Chip, Group, Loader, Select, Stack, Text, Title } from '@mantine/core'
import { IconAddressBook, IconBell, IconDownload, IconMailOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conclusionApi } from '../../../shared/wire/casework/conclusion-api.ts'
import type { Conclusion } from '../../../shared/wire/casework/conclusions.ts'
import { addressOf } from '../../base/api.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { ConclusionCard } from './ConclusionCard.tsx'
import { type Choice, choices, chosen, counts, unitsOf } from './choice.ts'
import { useConclusions } from './queries.ts'
import { ReminderPlanDialog } from './ReminderPlanDialog.tsx'
import { UnitsDialog } from './UnitsDialog.tsx'
import { unitRows } from './unit-rows.ts'

export function ConclusionsPage() {
  const { t } = useTranslation()
  const conclusions = useConclusions()
  const [shown, setShown] = useState<'units' | 'plan' | null>(null)
  const close = () => setShown(null)
  const { isMailOn = true, conclusions: all = [] } = conclusions.data ?? {}
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('staff.conclusions')}
        </Title>
        {conclusions.data && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconAddressBook size={18} aria-hidden />}
              onClick={() => setShown('units')}
            >
              {t('staff.conclusions.units')}
            </Button>
            <Button variant="default" leftSection={<IconBell size={18} aria-hidden />} onClick={() => setShown('plan')}>
              {t('staff.conclusions.plan')}
            </Button>
            {all.length > 0 && (
              <Button
                component="a"
                href={addressOf(conclusionApi.workbook)}
                download
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t('staff.conclusions.xlsx')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      {conclusions.isPending && <Loader aria-label={t('staff.loading')} />}
      {conclusions.isError && <Problem error={conclusions.error} onRetry={() => void conclusions.refetch()} />}
      {!isMailOn && (
        <Alert color="yellow" icon={<IconMailOff aria-hidden />}>
          {t('staff.conclusions.mailOff')}
        </Alert>
      )}
      {isMailOn && <WithoutAddress conclusions={all} />}
      {conclusions.data?.conclusions.length === 0 && <Text>{t('staff.conclusions.empty')}</Text>}
      {all.length > 0 && <Board all={all} isMailOn={isMailOn} />}
      {shown === 'units' && <UnitsDialog conclusions={all} onClose={close} />}
      {shown === 'plan' && <ReminderPlanDialog onClose={close} />}
    </Stack>
  )
}

function WithoutAddress({ conclusions }: { conclusions: readonly Conclusion[] }) {
  const { t } = useTranslation()
  const count = unitRows(conclusions, []).filter(({ email }) => email === null).length
  return count === 0 ? null : <Text size="sm">{t('staff.conclusions.withoutAddress', { count })}</Text>
}

function Board({ all, isMailOn }: { all: readonly Conclusion[]; isMailOn: boolean }) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<Choice>('all')
  const [unit, setUnit] = useState<string | null>(null)
  const count = counts(chosen(all, { choice: 'all', unit }))
  const shown = chosen(all, { choice, unit })
  // Where letters go by themselves, nobody has to be reminded otherwise.
  const offered = choices.filter((value) => value !== 'toRemind' || value === choice || count.toRemind > 0)
  return (
    <>
      <Group align="flex-end">
        <Select
          label={t('staff.conclusions.unit')}
          placeholder={t('staff.conclusions.everyUnit')}
          data={unitsOf(all)}
          value={unit}
          onChange={setUnit}
          clearable
          searchable
          w={{ base: '100%', sm: 320 }}
        />
        <Chip.Group value={choice} onChange={(value) => setChoice(value as Choice)}>
          <Group gap="xs" role="radiogroup" aria-label={t('staff.conclusions.state')}>
            {offered.map((value) => (
              <Chip key={value} value={value} size="md">
                {t('staff.conclusions.choiceCount', {
                  choice: t(`staff.conclusions.choice.${value}`),
                  count: count[value],
                })}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Group>
      {shown.length === 0 && <Text c="dimmed">{t('staff.conclusions.noneChosen')}</Text>}
      <ul className={classes.list} aria-label={t('staff.conclusions')}>
        {shown.map((conclusion) => (
          <li key={conclusion.entryId}>
            <ConclusionCard conclusion={conclusion} isMailOn={isMailOn} />
          </li>
        ))}
      </ul>
    </>
  )
}
