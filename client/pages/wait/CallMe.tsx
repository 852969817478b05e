// Neither camera nor microphone: the officer telephones when it is one’s turn.
import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Phone } from '../../../shared/wire/citizens.ts'
import { ApiError, api } from '../../api.ts'

export function CallMe({ token, hasAsked }: { token: string; hasAsked: boolean }) {
  const { t } = useTranslation()
  const [phone, setPhone] = useState('')
  const [fault, setFault] = useState<'phone' | 'unnamed' | 'failed' | null>(null)
  const [isPending, setPending] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!Phone.safeParse(phone).success) return setFault('phone')
    setFault(null)
    setPending(true)
    try {
      await api.post('/api/reception/ticket/call-wish', { phone }, { token })
    } catch (error) {
      setFault(error instanceof ApiError && error.code === 'reception.unnamed' ? 'unnamed' : 'failed')
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
        <TextInput
          size="lg"
          label={t('waiting.callMe.phone')}
          type="tel"
          autoComplete="tel"
          required
          value={phone}
          error={fault && t(`waiting.callMe.fault.${fault}`)}
          onChange={({ currentTarget }) => setPhone(currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={isPending} leftSection={<IconPhone aria-hidden />}>
          {t('waiting.callMe')}
        </Button>
      </Stack>
    </form>
  )
}
