// How the agency reads last days, and from when on a deadline is called near.
import { Alert, Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type LastDayRule, lastDayRules } from '../../../shared/law/legal-clocks.ts'
import type { Counting } from '../../../shared/wire/casework/law.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKept } from '../../base/ui/forms/use-kept.ts'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { useCounting } from './queries.ts'

const percent = 100

interface Draft {
  lastDay: LastDayRule
  workingDays: number | string
  share: number | string
}

export function CountingForm({ counting }: { counting: Counting }) {
  const { t } = useTranslation()
  const keep = useCounting()
  const [{ lastDay, workingDays, share }, write, kept] = useKept<Draft>('counting', {
    lastDay: counting.lastDay,
    workingDays: counting.warning.workingDays,
    share: Math.round(counting.warning.share * percent),
  })
  const isWhole = workingDays !== '' && share !== ''
  function submit(event: FormEvent) {
    event.preventDefault()
    const warning = { workingDays: Number(workingDays), share: Number(share) / percent }
    if (isWhole) kept.savedBy(keep.mutateAsync({ lastDay, warning }))
  }
  return (
    <Section title={t('law.counting')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <DraftNotice kept={kept} />
          <Radio.Group
            label={t('law.lastDay')}
            description={t('law.lastDay.hint')}
            value={lastDay}
            onChange={(value) => write({ lastDay: value as LastDayRule })}
          >
            <Stack gap="xs" mt="xs">
              {lastDayRules.map((rule) => (
                <Radio key={rule} value={rule} label={t(`law.lastDay.${rule}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Text fw={500}>{t('law.warning')}</Text>
          <Group>
            <NumberInput
              label={t('law.warning.workingDays')}
              min={0}
              max={30}
              allowDecimal={false}
              allowNegative={false}
              value={workingDays}
              onChange={(typed) => write({ workingDays: typed })}
            />
            <NumberInput
              label={t('law.warning.share')}
              min={0}
              max={percent}
              allowDecimal={false}
              allowNegative={false}
              value={share}
              onChange={(typed) => write({ share: typed })}
            />
          </Group>
          {keep.isError && <Problem error={keep.error} />}
          {keep.isSuccess && (
            <Alert color="teal" role="status">
              {t('law.counting.saved')}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={keep.isPending} disabled={!isWhole}>
              {t('law.counting.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
