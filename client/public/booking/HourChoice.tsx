// The free hours of a sitting, and the ways in: one tap each.
import { Radio, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenSitting } from '../../../shared/wire/reception/appointments.ts'
import { online } from './draft.ts'

type GroupProps = Readonly<Record<string, unknown>>

export function HourChoice({ sitting, ...props }: { sitting: OpenSitting } & GroupProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group label={t('reception.form.hour')} size="lg" required {...props}>
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="md" mt="sm">
        {sitting.slots
          .filter(({ free }) => free > 0)
          .map(({ time }) => (
            <Radio key={time} value={time} size="lg" label={time} />
          ))}
      </SimpleGrid>
    </Radio.Group>
  )
}

/** Asked only where there is a choice. */
export const waysOf = ({ sites, isOnline }: OpenSitting): string[] => [
  ...sites.map(({ siteId }) => siteId),
  ...(isOnline ? [online] : []),
]

export function WayChoice({ sitting, ...props }: { sitting: OpenSitting } & GroupProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group label={t('reception.form.way')} size="lg" required {...props}>
      <Stack gap="md" mt="sm">
        {sitting.sites.map(({ siteId, name }) => (
          <Radio key={siteId} value={siteId} size="lg" label={name} />
        ))}
        {sitting.isOnline && <Radio value={online} size="lg" label={t('reception.form.ownBrowser')} />}
      </Stack>
    </Radio.Group>
  )
}
