// What a person who is not staff does about the floor: ask, see their place, take the request back.
import { Button, Fieldset, Group, Radio, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Purpose } from '../../../../shared/modules/floor/contract.ts'
import { useMe } from '../../../live/session/selectors.ts'
import { useSession } from '../../../live/session/store.ts'
import { useCommand } from '../../../live/session/use-command.ts'

export function OwnRequest() {
  const { t } = useTranslation()
  const participantId = useMe()?.participantId
  const isOpen = useSession(({ state }) => state?.session.status === 'open')
  const isLocked = useSession(({ state }) => state?.floor.isLocked ?? false)
  const holds = useSession(({ state }) => state?.floor.holder?.participantId === participantId)
  const place = useSession(
    ({ state }) => state?.floor.requests.findIndex((one) => one.participantId === participantId) ?? -1,
  )
  if (holds) return null
  if (isLocked && place === -1) return <Text size="sm">{t('panels.floor.isLocked')}</Text>
  if (!isOpen) return <Text size="sm">{t('panels.floor.notOpen')}</Text>
  return place === -1 ? <Ask /> : <Asked place={place + 1} />
}

function Ask() {
  const { t } = useTranslation()
  const [purpose, setPurpose] = useState<Purpose>('speak')
  const request = useCommand('floor.request')
  return (
    <Fieldset legend={t('panels.floor.ask')}>
      <Radio.Group
        aria-label={t('panels.floor.purpose')}
        value={purpose}
        onChange={(value) => setPurpose(Purpose.parse(value))}
      >
        <Group gap="md">
          {Purpose.options.map((option) => (
            <Radio key={option} value={option} label={t(`purpose.${option}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Button
        mt="sm"
        fullWidth
        leftSection={<IconHandStop size={20} aria-hidden />}
        loading={request.isPending}
        onClick={() => void request({ purpose })}
      >
        {t('panels.floor.request')}
      </Button>
    </Fieldset>
  )
}

function Asked({ place }: { place: number }) {
  const { t } = useTranslation()
  const withdraw = useCommand('floor.withdraw')
  return (
    <Stack gap="xs">
      <Text role="status">{t('panels.floor.yourPlace', { place })}</Text>
      <Button variant="default" loading={withdraw.isPending} onClick={() => void withdraw({})}>
        {t('panels.floor.withdraw')}
      </Button>
    </Stack>
  )
}
