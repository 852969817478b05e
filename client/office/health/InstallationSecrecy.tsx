// Which levels of secrecy this server handles, and whether it has found a way to the Internet.
import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SecrecyReport } from '../../../shared/wire/identity/secrecy.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { useSecrecy } from '../ui/use-secrecy.ts'

export function InstallationSecrecy() {
  const { t } = useTranslation()
  const { data } = useSecrecy()
  if (!data) return null
  const { profile, highest, refusal, hasPublicPages, source, mark, route } = data
  const isWrong = profile === 'closedLan' && refusal !== null
  return (
    <Alert title={t('secrecy.installation')} color={isWrong ? 'red' : 'gray'} {...(isWrong && { role: 'alert' })}>
      <Text>
        {t(`secrecy.profile.${profile}`)} {t('secrecy.allowed', { level: t(`secrecy.${highest}`) })}
      </Text>
      {!hasPublicPages && <Text>{t('secrecy.noPublicPages.here')}</Text>}
      {route && <Route route={route} />}
      {refusal && <Text>{t(`rejection.${refusal}`)}</Text>}
      <Text size="sm">{t(mark === 'check' ? 'secrecy.source.check' : 'secrecy.source', { source })}</Text>
    </Alert>
  )
}

function Route({ route: { checkedAt, tried, reached } }: { route: NonNullable<SecrecyReport['route']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const time = format.dateTime(checkedAt)
  return (
    <Text>
      {reached.length > 0
        ? t('secrecy.route.found', { time, reached: reached.join(', ') })
        : t('secrecy.route.none', { time, tried: tried.join(', ') })}
    </Text>
  )
}
