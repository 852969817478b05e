// What was assigned at all meetings and what has become of it: by unit, due, overdue, done.
import { Button, Chip, Group, Loader, Select, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../Problem.tsx'
import { useConclusions } from '../queries.ts'
import classes from '../staff.module.css'
import { ConclusionCard } from './ConclusionCard.tsx'
import { type Choice, choices, chosen, counts, unitsOf } from './choice.ts'

export function ConclusionsPage() {
  const { t } = useTranslation()
  const conclusions = useConclusions()
  const [choice, setChoice] = useState<Choice>('all')
  const [unit, setUnit] = useState<string | null>(null)
  const all = conclusions.data ?? []
  const ofUnit = chosen(all, { choice: 'all', unit })
  const count = counts(ofUnit)
  const shown = chosen(all, { choice, unit })
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('staff.conclusions')}
        </Title>
        {all.length > 0 && (
          <Button
            component="a"
            href="/api/conclusions.xlsx"
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('staff.conclusions.xlsx')}
          </Button>
        )}
      </Group>
      {conclusions.isPending && <Loader aria-label={t('staff.loading')} />}
      {conclusions.isError && <Problem error={conclusions.error} onRetry={() => void conclusions.refetch()} />}
      {conclusions.data?.length === 0 && <Text>{t('staff.conclusions.empty')}</Text>}
      {all.length > 0 && (
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
                {choices.map((value) => (
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
                <ConclusionCard conclusion={conclusion} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  )
}
