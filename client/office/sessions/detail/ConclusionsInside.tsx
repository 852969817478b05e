// What was assigned at a visit of somebody who denounces: it stands in no list and no unit is written to, so it is followed up here.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ConclusionCard } from '../../conclusions/ConclusionCard.tsx'
import { ConclusionsOf, useConclusionsOfSession } from '../../conclusions/queries.ts'
import classes from '../../ui/office.module.css'
import { Problem } from '../../ui/Problem.tsx'
import { Section } from '../../ui/Section.tsx'

export function ConclusionsInside({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation()
  const known = useConclusionsOfSession(sessionId)
  if (known.data?.conclusions.length === 0) return null
  return (
    <Section title={t('staff.conclusions.inside')} hint={t('staff.conclusions.inside.hint')}>
      {known.isError && <Problem error={known.error} onRetry={() => void known.refetch()} />}
      {known.isPending && <Text c="dimmed">{t('staff.loading')}</Text>}
      <ConclusionsOf value={sessionId}>
        <ul className={classes.list} aria-label={t('staff.conclusions.inside')}>
          {known.data?.conclusions.map((conclusion) => (
            <li key={conclusion.entryId}>
              <ConclusionCard conclusion={conclusion} isMailOn={null} />
            </li>
          ))}
        </ul>
      </ConclusionsOf>
    </Section>
  )
}
