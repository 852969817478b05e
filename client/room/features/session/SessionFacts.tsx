import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { session } from '../../../../shared/modules/session/contract.ts'
import { clockDuration, useFormat } from '../../../base/i18n/format.ts'
import { useRole, useServerNow } from '../../../live/session/selectors.ts'
import { statusWords } from '../../../live/session/status-words.ts'
import { useSession } from '../../../live/session/store.ts'

export function SessionFacts() {
  const { t } = useTranslation()
  const format = useFormat()
  const role = useRole()
  const { title, kind, status, scheduledAt, openedAt, closedAt, suspendedReason } = useSession(
    ({ state }) => state?.session ?? session.initial,
  )
  return (
    <section>
      <Badge tt="none" variant="light">
        {t(statusWords({ kind, status }, role === 'citizen'))}
      </Badge>
      <Text fw={600} mt="xs">
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`sessionKind.${kind}`)}
      </Text>
      <Text size="sm">{t('panels.session.scheduledAt', { time: format.dateTime(scheduledAt) })}</Text>
      {openedAt !== null && closedAt === null && <Running openedAt={openedAt} />}
      {openedAt !== null && closedAt !== null && (
        <Text size="sm">{t('panels.session.lasted', { from: format.time(openedAt), to: format.time(closedAt) })}</Text>
      )}
      {suspendedReason !== null && (
        <Text size="sm" mt="xs">
          {t('panels.session.suspendedFor', { reason: suspendedReason })}
        </Text>
      )}
    </section>
  )
}

function Running({ openedAt }: { openedAt: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useServerNow(1000)
  return (
    <Text size="sm">
      {t('panels.session.running', { time: format.time(openedAt), duration: clockDuration(now - openedAt) })}
    </Text>
  )
}
