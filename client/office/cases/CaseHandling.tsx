// Who handles a case, until when, and how it ended.
import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { Section } from '../ui/Section.tsx'

export function CaseHandling({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { row, handling, register } = detail
  const extension = handling.extensions.at(-1)
  const { result } = register
  return (
    <Section title={t('cases.handling')}>
      {row.unit === null ? (
        <Text c="dimmed">{t('cases.handling.none')}</Text>
      ) : (
        <Text>
          {t('cases.handling.unit', { unit: row.unit })}
          {row.officer !== null && ` · ${t('cases.handling.officer', { officer: row.officer })}`}
        </Text>
      )}
      {extension && <Text>{t('cases.handling.until', { date: format.isoDate(extension.until) })}</Text>}
      {handling.dialogues.map(({ sessionId, on, notice, held }) => (
        <Anchor key={sessionId} component={Link} to={`/staff/sessions/${sessionId}`}>
          {t('cases.event.handling.dialogueBooked')}: {format.isoDate(on)}
          {notice && ` · ${t('cases.event.handling.dialogueNotified')}: ${notice.paperNumber}`}
          {held && ` · ${t('cases.event.handling.dialogueHeld')}: ${format.isoDate(held.on)}`}
        </Anchor>
      ))}
      <div>
        <Text fw={600}>{t('cases.register')}</Text>
        <Text>
          {result
            ? [
                result.result === null ? null : t(`caseResult.${result.result}`),
                result.paperNumber === null ? null : t('cases.timeline.paper', { number: result.paperNumber }),
                t('cases.timeline.on', { date: format.isoDate(result.on) }),
                result.satisfaction === null ? null : t(`satisfaction.${result.satisfaction}`),
              ]
                .filter((one) => one !== null)
                .join(', ')
            : t('cases.register.none')}
        </Text>
      </div>
    </Section>
  )
}
