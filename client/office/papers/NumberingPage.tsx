// How far the numbers of issued papers have come this year, and, in the year an agency begins with this system, from where to go on.

import { Alert, Button, Group, Loader, NumberInput, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NumberContinuation, NumberSeries } from '../../../shared/wire/papers/numbering.ts'
import { numberingApi } from '../../../shared/wire/papers/numbering-api.ts'
import { call } from '../../base/api.ts'
import { DraftNotice } from '../../base/ui/forms/DraftNotice.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { AgencyCertificate } from './AgencyCertificate.tsx'
import { PaperTemplates } from './PaperTemplates.tsx'

const queryKey = ['numbering']

export function NumberingPage() {
  const { t } = useTranslation()
  const numbering = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(numberingApi.read, {}, { signal }),
  })
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('staff.numbering')}
      </Title>
      <Text>{t('staff.numbering.hint')}</Text>
      {numbering.isPending && <Loader aria-label={t('staff.loading')} />}
      {numbering.isError && <Problem error={numbering.error} onRetry={() => void numbering.refetch()} />}
      <ul className={classes.rows}>
        {numbering.data?.series.map((series) => (
          <li key={series.kind}>
            <div className={classes.who}>
              <Text fw={600}>{t(`staff.numbering.${series.kind}`)}</Text>
              <Text size="sm" c="dimmed">
                {t(series.last === 0 ? 'staff.numbering.none' : 'staff.numbering.last', series)}
              </Text>
            </div>
            {!series.isBegun && <Continuation {...series} />}
          </li>
        ))}
      </ul>
      <AgencyCertificate />
      <PaperTemplates />
    </Stack>
  )
}

function Continuation({ kind, year, last }: NumberSeries) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form, kept] = useKeptForm<{ value: number | string }>(`numbering.${kind}.${year}`, {
    blank: { value: last },
    validate: { value: (value) => value === '' || value === last },
  })
  const change = useMutation({
    mutationFn: (body: NumberContinuation) => call(numberingApi.change, { body }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <form
      onSubmit={form.onSubmit(({ value }) => kept.savedBy(change.mutateAsync({ kind, year, last: Number(value) })))}
    >
      <DraftNotice kept={kept} />
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={t('staff.numbering.byHand', { year })}
          min={0}
          max={99_999}
          allowDecimal={false}
          allowNegative={false}
          {...form.getInputProps('value')}
        />
        <Button type="submit" variant="default" loading={change.isPending} disabled={!form.isValid()}>
          {t('staff.numbering.keep')}
        </Button>
      </Group>
      {change.isError && <Problem error={change.error} />}
      {change.isSuccess && (
        <Alert color="teal" role="status">
          {t('staff.numbering.kept', { next: last + 1 })}
        </Alert>
      )}
    </form>
  )
}
