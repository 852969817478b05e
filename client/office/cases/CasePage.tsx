// One case on one page: what it is, what is to be done next, and all that has happened.
import { Anchor, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { CaseDetail, CaseRow } from '../../../shared/wire/casework/cases.ts'
import { Kept } from '../retention/Kept.tsx'
import classes from '../ui/office.module.css'
import { Problem } from '../ui/Problem.tsx'
import { Section } from '../ui/Section.tsx'
import { Attachments } from './Attachments.tsx'
import { CaseClocks } from './CaseClocks.tsx'
import { CaseContent } from './CaseContent.tsx'
import { CaseHandling } from './CaseHandling.tsx'
import { CaseBadges, CaseLine } from './CaseLine.tsx'
import { CaseReaders } from './CaseReaders.tsx'
import { CaseTimeline } from './CaseTimeline.tsx'
import { NextStep } from './NextStep.tsx'
import { Petitioners } from './Petitioners.tsx'
import { useCase } from './queries.ts'
import { Reads } from './Reads.tsx'
import { SamePerson } from './SamePerson.tsx'
import { withheldText } from './Subject.tsx'

export function CasePage() {
  const { t } = useTranslation()
  const { caseId = '' } = useParams()
  const one = useCase(caseId)
  return (
    <Stack>
      <Anchor component={Link} to="/staff/cases">
        {t('cases.back')}
      </Anchor>
      {one.isPending && <Loader aria-label={t('staff.loading')} />}
      {one.isError && <Problem error={one.error} onRetry={() => void one.refetch()} />}
      {/* Another case is another page: nothing asked about the one before stays. */}
      {one.data && <Case key={caseId} detail={one.data} />}
    </Stack>
  )
}

function Case({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  // Where it may not be read it is protected, or a secret of the state, and this account has no part in it.
  const { row, formerNumbers, mayRead } = detail
  return (
    <>
      <div>
        <Group gap="xs" mb={4}>
          <Title order={1} size="h2">
            {row.number}
          </Title>
          <CaseBadges row={row} />
        </Group>
        <Text fz="lg" className={classes.preformatted}>
          {row.subject || withheldText(t, row)}
        </Text>
        {formerNumbers.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('cases.formerNumbers', { numbers: formerNumbers.join(', ') })}
          </Text>
        )}
      </div>
      <NextStep detail={detail} />
      <CaseClocks caseId={row.caseId} />
      <CaseContent detail={detail} />
      {mayRead && <Petitioners detail={detail} />}
      <CaseReaders detail={detail} />
      <SamePerson detail={detail} />
      {mayRead && <Attachments detail={detail} />}
      <Related detail={detail} />
      <CaseHandling detail={detail} />
      <CaseTimeline detail={detail} />
      <Reads detail={detail} />
      <Kept kind="case" id={row.caseId} isOver={row.status === 'closed'} />
    </>
  )
}

function Related({ detail: { whole, parts, earlier } }: { detail: CaseDetail }) {
  const { t } = useTranslation()
  const groups: [title: string, rows: readonly CaseRow[]][] = [
    [t('cases.whole'), whole ? [whole] : []],
    [t('cases.parts'), parts],
    [t('cases.earlier'), earlier],
  ]
  const shown = groups.filter(([, rows]) => rows.length > 0)
  if (shown.length === 0) return null
  return (
    <Section title={t('cases.related')}>
      {shown.map(([title, rows]) => (
        <div key={title}>
          <Text fw={600} mb="xs">
            {title}
          </Text>
          <ul className={classes.list} aria-label={title}>
            {rows.map((row) => (
              <li key={row.caseId}>
                <CaseLine row={row} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
