// What a case is about: how it came, from whom, what was found of it.
import { Anchor, Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import classes from '../ui/office.module.css'
import { Section } from '../ui/Section.tsx'

export function CaseContent({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { content, way, writtenOn, reception, row, check, competence, circumstances, sender, days } = detail
  const lines = [
    t('cases.way', { way: t(`caseWay.${way}`) }),
    t('cases.receivedOn', { date: format.isoDate(row.receivedOn) }),
    ...(writtenOn === null ? [] : [t('cases.writtenOn', { date: format.isoDate(writtenOn) })]),
    t('cases.signers', { count: row.signers }),
  ]
  return (
    <Section title={t('cases.what')} hint={lines.join(' · ')}>
      <Text className={classes.preformatted}>{content ?? t('cases.words.forReaders')}</Text>
      {reception && (
        <Text size="sm">
          {t('cases.visit', { date: format.isoDate(reception.day) })}
          {reception.ticket !== null && ` · ${reception.ticket}`}
          {reception.sessionId !== null && (
            <>
              {' · '}
              <Anchor component={Link} to={`/staff/sessions/${reception.sessionId}`}>
                {t('cases.openVisit')}
              </Anchor>
            </>
          )}
        </Text>
      )}
      {sender && (
        <Text size="sm">
          {t('cases.sender', { body: sender.sentBy, number: sender.paperNumber, date: format.isoDate(sender.on) })}
          {sender.wantsResult && ` · ${t('cases.sender.wantsResult')}`}
        </Text>
      )}
      {days.decisionKnown !== null && (
        <Text size="sm">{t('cases.decisionKnownOn', { date: format.isoDate(days.decisionKnown) })}</Text>
      )}
      {days.firstDecision !== null && (
        <Text size="sm">{t('cases.firstDecisionOn', { date: format.isoDate(days.firstDecision) })}</Text>
      )}
      {circumstances.length > 0 && (
        <Group gap="xs">
          {circumstances.map((one) => (
            <Badge key={one} variant="default" tt="none">
              {t(`circumstance.${one}`)}
            </Badge>
          ))}
        </Group>
      )}
      {check && (
        <div>
          <Text fw={600}>{t(check.isEligible ? 'cases.conditions.met' : 'cases.conditions.notMet')}</Text>
          <ul className={classes.lines}>
            {check.checks
              .filter(({ isMet }) => !isMet)
              .map(({ condition, wording }) => (
                <li key={condition}>✗ {wording}</li>
              ))}
          </ul>
          {check.note !== null && <Text className={classes.preformatted}>{check.note}</Text>}
        </div>
      )}
      {competence && (
        <Text>
          {[t(`competence.${competence.outcome}`), competence.body, competence.reason].filter(Boolean).join(': ')}
        </Text>
      )}
    </Section>
  )
}
