// The other sessions that were booked together with this one.
import { Anchor, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import { useFormat } from '../../../base/i18n/format.ts'
import { statusWords } from '../../../live/session/status-words.ts'
import { Section } from '../../ui/Section.tsx'
import { useSeries } from '../queries.ts'

export function SeriesList({ session: { sessionId, seriesId } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sessions = useSeries(seriesId)
  const others = sessions.data
    ?.filter((one) => one.sessionId !== sessionId)
    .toSorted((one, other) => one.scheduledAt - other.scheduledAt)
  if (!others || others.length === 0) return null
  return (
    <Section title={t('staff.series')} hint={t('staff.series.hint')}>
      <List>
        {others.map((one) => (
          <List.Item key={one.sessionId}>
            <Anchor component={Link} to={`/staff/sessions/${one.sessionId}`}>
              {format.dateTime(one.scheduledAt)}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {t(statusWords(one, false))}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
