// A case in one line of a list: number, state, what it is about, who has it. Nobody is named.
import { Badge, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { manySigners } from '../../../shared/cases/intake/contract.ts'
import type { Asked } from '../../../shared/search/words.ts'
import type { CaseRow } from '../../../shared/wire/casework/cases.ts'
import { useFormat } from '../../base/i18n/format.ts'
import { SecrecyBadge } from '../../base/secrecy/SecrecyBadge.tsx'
import { Marked } from '../ui/Marked.tsx'
import classes from '../ui/office.module.css'
import { Subject } from './Subject.tsx'

const colors: Record<CaseRow['status'], string> = {
  toClassify: 'orange',
  toSendOn: 'orange',
  toAssign: 'orange',
  inHand: 'blue',
  suspended: 'gray',
  toAnswer: 'grape',
  toClose: 'grape',
  split: 'gray',
  closed: 'gray',
}

export function CaseBadges({ row }: { row: CaseRow }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      <Badge variant="light" c="inherit" tt="none" color={colors[row.status]}>
        {t(`caseStatus.${row.status}`)}
      </Badge>
      <Badge variant="default" tt="none">
        {t(`caseKind.${row.kind}`)}
      </Badge>
      {row.signers >= manySigners && (
        <Badge variant="default" tt="none">
          {t('cases.many', { count: row.signers })}
        </Badge>
      )}
      <SecrecyBadge level={row.secrecy} />
      {row.isProtected && (
        <Badge variant="filled" color="dark" tt="none">
          {t(row.kind === 'mixed' ? 'cases.protected.mixed' : 'cases.protected')}
        </Badge>
      )}
    </Group>
  )
}

interface CaseLineProps {
  row: CaseRow
  /** The words it was found by, and where they stand in its text. */
  asked?: Asked | null
  excerpt?: string | undefined
}

export function CaseLine({ row, asked = null, excerpt }: CaseLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const inCharge = [row.unit, row.officer].filter((one) => one !== null).join(', ')
  return (
    <Link to={`/staff/cases/${row.caseId}`} className={classes.card}>
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={700}>{row.number}</Text>
          <CaseBadges row={row} />
        </Group>
        <Subject of={row} asked={asked} />
        {excerpt !== undefined && (
          <Text size="sm" className={classes.preformatted}>
            <Marked text={excerpt} asked={asked} />
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('cases.receivedOn', { date: format.isoDate(row.receivedOn) })} · {inCharge || t('cases.unassigned')}
        </Text>
      </Stack>
    </Link>
  )
}
