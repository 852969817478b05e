// All that has happened with a case, the newest first.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Section } from '../ui/Section.tsx'

export function CaseTimeline({ detail: { timeline } }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('cases.timeline')}>
      <ol className={classes.steps}>
        {timeline.toReversed().map(({ seq, at, by, type, texts, paperNumber, on, until }, index) => {
          const facts = [
            paperNumber === null ? null : t('cases.timeline.paper', { number: paperNumber }),
            on === null ? null : t('cases.timeline.on', { date: format.isoDate(on) }),
            until === null ? null : t('cases.timeline.until', { date: format.isoDate(until) }),
          ].filter((one) => one !== null)
          return (
            // One step is one event here; a later release may write several at once.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${seq} ${index}`}>
              <Text size="sm" c="dimmed">
                {format.dateTime(at)} · {by ?? t('cases.timeline.web')}
              </Text>
              <Text fw={600}>{t(`cases.event.${type}` as 'cases.event.intake.received')}</Text>
              {facts.length > 0 && <Text size="sm">{facts.join(' ')}</Text>}
              {texts.map((text) => (
                <Text key={text} className={classes.preformatted}>
                  {text}
                </Text>
              ))}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
