import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionDetail } from '../../../../shared/wire/hearing/sessions.ts'
import { Section } from '../../ui/Section.tsx'

/** The order of business as it was booked, or changed since. */
export function AgendaList({ session: { agenda } }: { session: SessionDetail }) {
  const { t } = useTranslation()
  if (agenda.length === 0) return null
  return (
    <Section title={t('staff.agenda')}>
      <List type="ordered">
        {agenda.map(({ itemId, title, reporter, plannedMinutes: minutes }) => (
          <List.Item key={itemId}>
            {reporter
              ? t('staff.agenda.line', { title, reporter: reporter.name, minutes })
              : t('staff.agenda.lineWithout', { title, minutes })}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
