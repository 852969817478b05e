// Neither camera nor microphone: the officer telephones when it is one’s turn.

import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Citizen, Phone } from '../../../shared/wire/identity/citizens.ts'
import { ticketApi } from '../../../shared/wire/reception/ticket-api.ts'
import { ApiError, call } from '../../base/api.ts'

interface CallMeProps {
  readonly token: string
  readonly hasAsked: boolean
  /** false: nobody has written down who waits, so they say it here. */
  readonly isNamed: boolean
}

export function CallMe({ token, hasAsked, isNamed }: CallMeProps) {
  const { t } = useTranslation()
  const form = useForm({
    initialValues: { name: '', phone: '' },
    validate: {
      name: (name) => (isNamed || Citizen.shape.name.safeParse(name).success ? null : t('waiting.callMe.fault.name')),
      phone: (phone) => (Phone.safeParse(phone).success ? null : t('waiting.callMe.fault.phone')),
    },
  })

  const submit = form.onSubmit(async ({ name, phone }) => {
    try {
      await call(ticketApi.askForCall, { body: isNamed ? { phone } : { phone, name } }, { token })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'reception.unnamed')
        form.setFieldError('name', t('waiting.callMe.fault.name'))
      else form.setFieldError('phone', t('waiting.callMe.fault.failed'))
    }
  })

  if (hasAsked)
    return (
      <Alert color="teal" role="status" icon={<IconPhone aria-hidden />} title={t('waiting.callMe.asked')}>
        {t('waiting.callMe.asked.what')}
      </Alert>
    )
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t('waiting.callMe.why')}</Text>
        {!isNamed && (
          <TextInput
            size="lg"
            label={t('waiting.callMe.name')}
            autoComplete="name"
            maxLength={200}
            required
            {...form.getInputProps('name')}
          />
        )}
        <TextInput
          size="lg"
          label={t('waiting.callMe.phone')}
          type="tel"
          autoComplete="tel"
          required
          {...form.getInputProps('phone')}
        />
        <Button type="submit" size="lg" loading={form.submitting} leftSection={<IconPhone aria-hidden />}>
          {t('waiting.callMe')}
        </Button>
      </Stack>
    </form>
  )
}
