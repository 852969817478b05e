// What people have asked about their own data, and by when each is answered. For administrators.
import { Button, Group, Loader, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { z } from 'zod'
import { calendarDayOf } from '../../../shared/law/working-days.ts'
import { NewPersonalRequest, type PersonalRequest } from '../../../shared/wire/custody/personal-data.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { DateField } from '../../base/ui/dates/DateField.tsx'
import { useKeptForm } from '../../base/ui/forms/use-kept-form.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { formErrors } from '../ui/form-errors.ts'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { usePersonalRequests, useReceive } from './queries.ts'
import { RequestBadges } from './RequestBadges.tsx'
import { RequestClocks } from './RequestClocks.tsx'

export function RequestsPage() {
  const { t } = useTranslation()
  const page = usePersonalRequests()
  const [isReceiving, setReceiving] = useState(false)
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('personalData.title')}
        </Title>
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setReceiving(true)}>
          {t('personalData.new')}
        </Button>
      </Group>
      <Text>{t('personalData.hint')}</Text>
      {page.isPending && <Loader aria-label={t('staff.loading')} />}
      {page.isError && <Problem error={page.error} onRetry={() => void page.refetch()} />}
      {page.data && (
        <Section title={t('personalData.requests')}>
          {page.data.requests.length === 0 && <Text>{t('personalData.requests.none')}</Text>}
          <ul className={classes.rows}>
            {page.data.requests.map((request) => (
              <li key={request.requestId}>
                <OneRequest request={request} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.data && <RequestClocks rows={page.data.clocks} />}
      {isReceiving && <ReceiveDialog onClose={() => setReceiving(false)} />}
    </Stack>
  )
}

function OneRequest({ request }: { request: PersonalRequest }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = t(`personalData.kind.${request.kind}`)
  const day = format.isoDate(request.receivedOn)
  return (
    <>
      <div className={classes.who}>
        <Group gap="xs">
          <Text fw={600}>
            {kind}, {t('personalData.line', { day })}
          </Text>
          <RequestBadges request={request} />
        </Group>
        <Text size="sm" c="dimmed">
          {t('personalData.answerBy', { day: format.isoDate(request.answerBy) })}
        </Text>
      </div>
      <Button
        component={Link}
        to={`/staff/personal-data/${request.requestId}`}
        variant="default"
        aria-label={t('personalData.openOf', { kind, day })}
      >
        {t('personalData.open')}
      </Button>
    </>
  )
}

function ReceiveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const receive = useReceive()
  const [form, kept] = useKeptForm<z.input<typeof NewPersonalRequest>>('personal-request', {
    blank: { kind: 'export', typed: '', receivedOn: calendarDayOf(Date.now()) },
    validate: (body) => formErrors(t, NewPersonalRequest, body),
  })
  const submit = form.onSubmit((body) =>
    kept.sentBy(receive.mutateAsync(body), ({ requestId }) => void navigate(`/staff/personal-data/${requestId}`)),
  )
  return (
    <FormDialog
      kept={kept}
      title={t('personalData.new')}
      submitLabel={t('personalData.submit')}
      size="lg"
      isPending={receive.isPending}
      error={receive.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Radio.Group label={t('personalData.kind')} {...form.getInputProps('kind')}>
        <Stack mt="xs" gap="xs">
          {(['export', 'erasure'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`personalData.kind.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('personalData.typed')}
        description={t('personalData.typed.hint')}
        required
        maxLength={100}
        {...form.getInputProps('typed')}
      />
      <DateField label={t('personalData.receivedOn')} required {...form.getInputProps('receivedOn')} />
    </FormDialog>
  )
}
