// On the page of a case: who sent it may have come before, and what else they have brought. Proposed with the reason; linked by staff.
import { Button, Group, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../shared/wire/casework/cases.ts'
import { EarlierVisits } from '../../base/earlier-visits/EarlierVisits.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { EarlierDialog } from './acts/EarlierDialog.tsx'
import { useSuggestions } from './queries.ts'
import { SuggestedCaseLine } from './SuggestedCaseLine.tsx'

export function SamePerson({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const suggestions = useSuggestions(detail.row.caseId)
  const [isLinking, setLinking] = useState(false)
  const { cases = [], visits = null } = suggestions.data ?? {}
  const linked = new Set(detail.earlier.map(({ caseId }) => caseId))
  const others = cases.filter(({ caseId }) => !linked.has(caseId))
  if (suggestions.isError)
    return (
      <Section title={t('cases.suggested')}>
        <Problem error={suggestions.error} onRetry={() => void suggestions.refetch()} />
      </Section>
    )
  const hasPeople = visits !== null && detail.petitionerCount > 0
  if (!suggestions.isSuccess || (!hasPeople && others.length === 0)) return null
  return (
    <Section title={t('cases.suggested')} hint={t('cases.suggested.hint')}>
      {hasPeople && <EarlierVisits visits={visits} />}
      {others.length === 0 ? (
        <Text>{t('cases.suggested.none')}</Text>
      ) : (
        <ul className={classes.list} aria-label={t('cases.suggested')}>
          {others.map((one) => (
            <li key={one.caseId}>
              <SuggestedCaseLine row={one} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && detail.acts.includes('linkEarlier') && (
        <Group>
          <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={() => setLinking(true)}>
            {t('cases.act.linkEarlier')}
          </Button>
        </Group>
      )}
      {isLinking && <EarlierDialog detail={detail} onClose={() => setLinking(false)} />}
    </Section>
  )
}
