// Neither camera nor microphone: the officer telephones when it is one’s turn.

import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
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
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [fault, setFault] = useState<'name' | 'phone' | 'failed' | null>(null)
  const [isPending, setPending] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isNamed && !Citizen.shape.name.safeParse(name).success) return setFault('name')
    if (!Phone.safeParse(phone).success) return setFault('phone')
    setFault(null)
    setPending(true)
    try {
      await call(ticketApi.askForCall, { body: isNamed ? { phone } : { phone, name } }, { token })
    } catch (error) {
      setFault(error instanceof ApiError && error.code === 'reception.unnamed' ? 'name' : 'failed')
    } finally {
      setPending(false)
    }
  }

  if (hasAsked)
    return (
      <Alert color="teal" role="status" icon={<IconPhone aria-hidden />} title={t('waiting.callMe.asked')}>
        {t('waiting.callMe.asked.what')}
      </Alert>
    )
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Text>{t('waiting.callMe.why')}</Text>
        {!isNamed && (
          <TextInput
            size="lg"
            label={t('waiting.callMe.name')}
            autoComplete="name"
            maxLength={200}
            required
            value={name}
            error={fault === 'name' && t('waiting.callMe.fault.name')}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
        )}
        <TextInput
          size="lg"
          label={t('waiting.callMe.phone')}
          type="tel"
          autoComplete="tel"
          required
          value={phone}
          error={fault !== null && fault !== 'name' && t(`waiting.callMe.fault.${fault}`)}
          onChange={({ currentTarget }) => setPhone(currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={isPending} leftSection={<IconPhone aria-hidden />}>
          {t('waiting.callMe')}
        </Button>
      </Stack>
    </form>
  )
}
