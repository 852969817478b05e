// How the agency reads last days, and from when on a deadline is called near.
import { Alert, Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type LastDayRule, lastDayRules } from '../../../shared/law/legal-clocks.ts'
import type { Counting } from '../../../shared/wire/casework/law.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
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
  const [form, kept] = useKeptForm<Draft>('counting', {
    blank: {
      lastDay: counting.lastDay,
      workingDays: counting.warning.workingDays,
      share: Math.round(counting.warning.share * percent),
    },
    validate: { workingDays: isNotEmpty(), share: isNotEmpty() },
  })
  const submit = form.onSubmit(({ lastDay, workingDays, share }) => {
    const warning = { workingDays: Number(workingDays), share: Number(share) / percent }
    kept.savedBy(keep.mutateAsync({ lastDay, warning }))
  })
  return (
    <Section title={t('law.counting')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <DraftNotice kept={kept} />
          <Radio.Group label={t('law.lastDay')} description={t('law.lastDay.hint')} {...form.getInputProps('lastDay')}>
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
              {...form.getInputProps('workingDays')}
            />
            <NumberInput
              label={t('law.warning.share')}
              min={0}
              max={percent}
              allowDecimal={false}
              allowNegative={false}
              {...form.getInputProps('share')}
            />
          </Group>
          {keep.isError && <Problem error={keep.error} />}
          {keep.isSuccess && (
            <Alert color="teal" role="status">
              {t('law.counting.saved')}
            </Alert>
          )}
          <Group>
            <Button type="submit" variant="default" loading={keep.isPending} disabled={!form.isValid()}>
              {t('law.counting.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
